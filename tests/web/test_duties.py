"""What each partner owes, as a page: what is owed now, by whom, and who answers."""

import pytest
from dock_files import csv_text
from web.dock import elements
from web.pages import words

FIRE = [
    {"Incident Number": n, "Incident Category": "Deliberate secondary fires", "Date of Call": f"{1 + n % 28:02d}/{month:02d}/2024"}
    for n, month in enumerate(m for m in (4, 5, 6) for _ in range(9))
]  # fmt: skip
PARTNERS = "Partner,Dataset,Liaison Officer,Deputy\nSmallshire Fire,fire,Data Manager,Station Manager\nSmallshire Council,council-asb,,\n"


@pytest.fixture
def shared(at):
    """A workspace that follows two partners, of whom the fire service sent one quarter."""
    (at.at.folder / "partners.csv").write_text(PARTNERS, encoding="utf-8")
    assert "27 rows read" in words(at.load(at.choose(("fire.csv", csv_text(FIRE)))))
    return at


def lines(page) -> list[str]:
    """The two lines below the heading."""
    return [line.split("</p>")[0] for line in page.text.split('<p class="govuk-body-l">')[1:3]]


def test_the_first_two_lines_say_what_is_owed_and_by_whom(shared):
    page = shared.client.get("/calendar/?year=2024-25&on=2024-11-15")

    assert lines(page) == [
        "Owed now, by 1 partner: 1 supply of information is missing.",
        "By: Smallshire Council (ask the partner: no officer is named).",
    ]


def test_each_state_is_a_word_with_its_day(shared):
    page = shared.client.get("/calendar/?year=2024-25&on=2024-11-15")

    said = words(page)
    assert "Apr to Jun 2024, due 30 Sep 2024" in said
    assert "Smallshire Fire Fire and rescue Data Manager or Station Manager held" in said
    assert "missing not due yet not due yet" in said
    assert ("strong", "govuk-tag govuk-tag--red") in {(tag, attrs.get("class")) for tag, attrs in elements(page)}


def test_when_nothing_is_owed_it_says_so(shared):
    page = shared.client.get("/calendar/?year=2024-25&on=2024-09-30")

    assert "Nothing is owed now: everything that was due has come." in words(page)


def test_by_default_it_shows_the_last_year_up_to_now_and_the_way_to_the_newest(shared):
    page = shared.client.get("/calendar/")

    assert page.text.count("not due yet</strong>") in {2, 4}
    assert "The newest information that is held is of June 2024. See 2024-25" in words(page)


def test_naming_an_officer_is_kept_in_the_sheet_and_seen_at_once(shared):
    typed = {"source": "Smallshire Council|council-asb", "officer": " Community  Safety Manager", "deputy": ""}
    page = shared.client.post("/calendar/officers/", typed, follow=True)

    assert "ask Data Manager" in words(page)
    assert "ask Community Safety Manager" in words(page)
    assert (shared.at.folder / "partners.csv").read_text(encoding="utf-8").splitlines()[1:] == [
        "Smallshire Fire,fire,Data Manager,Station Manager",
        "Smallshire Council,council-asb,Community Safety Manager,",
    ]


def test_naming_the_first_officer_keeps_following_every_source(at):
    before = words(at.client.get("/calendar/")).split("Whose information")[1]
    typed = {"source": "fire and rescue|fire", "officer": "Data Manager", "deputy": ""}
    page = at.client.post("/calendar/officers/", typed, follow=True)

    assert page.status_code == 200
    assert words(page).split("Whose information")[1] == before
    assert len((at.at.folder / "partners.csv").read_text(encoding="utf-8").splitlines()) > 5


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"officer": "ann@example.org"}, "Enter a role, such as Prevention Data Manager. Leave out addresses"),
        ({"source": "Nobody|fire"}, "fire of Nobody is not followed. Choose one from the list."),
        ({"officer": "x" * 200}, "Enter a role"),
    ],
)
def test_an_officer_who_is_none_is_refused_in_a_sentence(shared, typed, sentence):
    given = {"source": "Smallshire Fire|fire", "officer": "Data Manager", "deputy": "", **typed}
    answer = shared.client.post("/calendar/officers/", given)

    assert answer.status_code == 400
    assert sentence in words(answer)
    assert (shared.at.folder / "partners.csv").read_text(encoding="utf-8") == PARTNERS


def test_a_file_that_is_written_by_hand_is_not_written_here(at):
    toml = '[[partner]]\nname = "Fire"\nofficer = "Data Manager"\nsources = ["fire"]\n'
    (at.at.folder / "partners.toml").write_text(toml, encoding="utf-8")

    assert "stands in the file partners.toml" in words(at.client.get("/calendar/"))
    answer = at.client.post("/calendar/officers/", {"source": "Fire|fire", "officer": "x"})
    assert answer.status_code == 400


@pytest.mark.parametrize(("query", "status"), [("year=banana", 400), ("on=yesterday", 400), ("year=1999-00", 400)])
def test_what_cannot_be_shown_is_said(at, query, status):
    assert at.client.get(f"/calendar/?{query}").status_code == status


def test_the_overview_and_the_loads_lead_to_it_even_where_only_partners_sent_anything(shared):
    for address in ("/", "/loads/"):
        page = shared.client.get(address)
        assert page.status_code == 200
        assert 'href="/calendar/"' in page.text
    assert "Owed now, by" in words(shared.client.get("/"))
