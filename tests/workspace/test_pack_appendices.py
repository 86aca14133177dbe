"""Papers that came as PDFs stand in the pack page for page; what cannot is linked, with the reason."""

import io
import itertools
import re
from datetime import timedelta

import pikepdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from supplied_pdfs import UPRIGHT, WIDE, locked, pages_of, pdf_of, that_ends_typst, turned

from wardmote.web.core.clock import today
from wardmote.web.governance.actions.agenda import withdraw_item
from wardmote.web.governance.actions.meetings import add_item, call_meeting
from wardmote.web.governance.actions.papers import add_paper, file_of
from wardmote.web.governance.models import Group, Paper

P = "/p/exampleshire/"
DOCX = b"PK\x03\x04 word/document.xml"


@pytest.fixture
def manager(scenario):
    return scenario.actor("manager")


@pytest.fixture
def meeting(scenario, manager):
    board = Group.objects.get(pk=scenario.examples["group"])
    planned = call_meeting(board, by=manager, held_on=today() + timedelta(days=20))
    add_item(planned, by=manager, title="Knives", purpose="note")
    add_item(planned, by=manager, title="Money", purpose="discuss")
    return planned


@pytest.fixture
def add(meeting, manager):
    """Adds a file to the item of a title."""
    return lambda title, name, content: add_paper(
        meeting.items.get(title=title), by=manager, name=name, content=content
    )


@pytest.fixture
def pack(scenario, meeting):
    """Makes the pack as a reader gets it."""

    def made():
        answer = scenario.browser("reader").get(f"{P}meetings/{meeting.pk}/pack.pdf")
        assert answer.status_code == 200
        return answer.content

    return made


def opened(content):
    return pikepdf.open(io.BytesIO(content))


def number_of(pages, beginning):
    """The number of the page that begins so; it is also what the page itself says at its foot."""
    (number,) = [number for number, page in enumerate(pages, start=1) if page.startswith(beginning)]
    assert f"Page {number} of {len(pages)}" in pages[number - 1]
    return number


def figures_of(content):
    with opened(content) as document:
        return [str(one.Alt) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]


def addresses_on(page):
    """Where the links of a page lead that lead out of the document."""
    return [str(one.A.URI) for one in page.get("/Annots", []) if "/A" in one and "/URI" in one.A]


def sizes_of(content):
    with opened(content) as document:
        return [tuple(round(float(edge)) for edge in page.mediabox[2:]) for page in document.pages]


def test_the_pages_of_a_paper_stand_at_the_end_in_the_order_of_the_agenda(add, pack):
    add("Money", "grants.pdf", pdf_of("Grant one.", "Grant two."))
    add("Knives", "schools.pdf", pdf_of("School visits."))

    pages = pages_of(pack())

    schools, grants = (
        number_of(pages, "Appendix 1 to item 1: schools.pdf"),
        number_of(pages, "Appendix 2 to item 2: grants.pdf Its page 1"),
    )
    assert number_of(pages, "2. Money") < schools < grants == len(pages) - 1
    assert ["School visits." in pages[schools - 1], "Grant one." in pages[grants - 1]] == [True, True]
    assert pages[grants].startswith("Appendix 2 to item 2: grants.pdf, its page 2 of 2. Money. Open the file itself")
    assert "Grant two." in pages[grants]


def test_the_agenda_and_the_item_name_the_pages(add, pack):
    add("Knives", "schools.pdf", pdf_of("School visits."))
    add("Money", "grants.pdf", pdf_of(*"abc"))

    pages = pages_of(pack())

    schools, grants = (
        number_of(pages, "Appendix 1 to item 1: schools.pdf"),
        number_of(pages, "Appendix 2 to item 2: grants.pdf Its page 1"),
    )
    assert (
        f"Appendix 1 to item 1: schools.pdf – – {schools} – Appendix 2 to item 2: grants.pdf – – {grants}" in pages[0]
    )
    assert f"Paper: schools.pdf, Appendix 1, page {schools} " in pages[number_of(pages, "1. Knives") - 1]
    assert f"Paper: grants.pdf, Appendix 2, pages {grants} to {grants + 2} " in pages[number_of(pages, "2. Money") - 1]


def test_the_page_on_which_an_item_begins_does_not_move_when_a_paper_is_added(add, pack):
    before = pages_of(pack())
    add("Knives", "schools.pdf", pdf_of(*"abcde"))

    after = pages_of(pack())

    assert len(after) == len(before) + 5
    for title in ("1. Knives", "2. Money", "What earlier meetings gave out"):
        assert number_of(after, title) == number_of(before, title)


def test_each_page_is_a_picture_whose_words_say_which_one_it_is(add, pack):
    add("Knives", "schools.pdf", pdf_of(*"ab"))

    assert figures_of(pack()) == [
        f"Appendix 1 to item 1: schools.pdf, its page {number} of 2, as it was supplied. The line above leads to the file itself."
        for number in (1, 2)
    ]


def test_above_each_page_there_is_a_link_to_the_file(add, pack):
    paper = add("Knives", "schools.pdf", pdf_of(*"ab"))

    with opened(pack()) as document:
        linked = [addresses_on(page) for page in list(document.pages)[-2:]]
    assert linked == [[f"http://127.0.0.1{P}papers/{paper.pk}/"]] * 2


def test_with_a_paper_it_stays_tagged_and_claims_no_more(add, pack):
    def told(content):
        with opened(content) as document, document.open_metadata() as metadata:
            assert metadata["dc:title"] == "Executive Board: Exampleshire"
            assert document.Root.ViewerPreferences.DisplayDocTitle
            return bool(document.Root.MarkInfo.Marked), str(document.Root.Lang), metadata.get("pdfuaid:part")

    sentence = "Papers that came as PDFs stand at the end as they were supplied"
    before = pack()
    add("Knives", "schools.pdf", pdf_of("a"))
    after = pack()

    assert (told(before), sentence in pages_of(before)[0]) == ((True, "en-GB", "1"), False)
    assert (told(after), sentence in pages_of(after)[0]) == ((True, "en-GB", None), True)


def test_it_has_a_bookmark_for_each_paper(add, pack):
    add("Knives", "schools.pdf", pdf_of(*"ab"))

    with opened(pack()) as document, document.open_outline() as outline:
        titles = [one.title for one in outline.root]
    assert titles[-1] == "Appendix 1 to item 1: schools.pdf"


@pytest.mark.parametrize(
    ("content", "wide"),
    [
        (pdf_of("a", size=WIDE), [True]),
        (pdf_of(*"abc", size=[UPRIGHT, WIDE, UPRIGHT]), [False, True, False]),
        (turned(pdf_of("a")), [True]),
        (turned(pdf_of("a", size=WIDE)), [False]),
        (pdf_of("a", size=(1684, 1191)), [True]),
        (pdf_of("a", size=(400, 400)), [False]),
    ],
    ids=["wide", "one wide among upright ones", "turned to wide", "turned to upright", "A2", "square"],
)
def test_a_page_that_is_wider_than_tall_lies_on_its_side(add, pack, content, wide):
    add("Knives", "schools.pdf", content)

    assert sizes_of(pack())[-len(wide) :] == [(842, 595) if one else (595, 842) for one in wide]


def test_only_the_pages_of_pdfs_stand_in_it_and_other_files_are_linked_in_words(add, pack):
    paper = add("Knives", "notes.docx", DOCX)

    content = pack()

    assert (
        "notes.docx (1 kB). It is linked here and does not stand in the pack. Only the pages of a PDF do."
        in " ".join(pages_of(content))
    )
    with opened(content) as document, document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        linked = [address for page in document.pages for address in addresses_on(page)]
    assert linked == [f"http://127.0.0.1{P}papers/{paper.pk}/"]


def test_a_paper_of_very_many_pages_is_linked(add, pack):
    add("Knives", "most.pdf", pdf_of(*["Most."] * 100))
    add("Knives", "more.pdf", pdf_of(*["More."] * 101))

    whole = " ".join(pages_of(pack()))

    assert "It has 101 pages, and a paper that does has at most 100." in whole
    assert (whole.count("Most."), whole.count("More.")) == (100, 0)


def test_papers_that_together_are_very_large_are_linked(add, pack):
    add("Knives", "large.pdf", pdf_of("Large."))
    Paper.objects.filter(name="large.pdf").update(size_bytes=49_995_000)
    add("Knives", "last.pdf", pdf_of("Last."))

    whole = " ".join(pages_of(pack()))

    assert "With it the pack’s papers would have more than 50 MB." in whole
    assert (whole.count("Large."), whole.count("Last.")) == (1, 0)


def test_a_paper_that_the_engine_cannot_set_is_linked_and_the_others_stand(add, pack):
    add("Knives", "first.pdf", pdf_of("First."))
    add("Knives", "odd.pdf", that_ends_typst("Odd."))
    add("Money", "last.pdf", pdf_of("Last."))

    pages = pages_of(pack())

    assert (
        "It is linked here and does not stand in the pack. Its pages could not be set into it. Save it again as PDF, and "
        "add that."
    ) in pages[number_of(pages, "1. Knives") - 1]
    assert (
        number_of(pages, "Appendix 2 to item 2: last.pdf")
        == len(pages)
        == number_of(pages, "Appendix 1 to item 1: first.pdf") + 1
    )
    assert "Odd." not in " ".join(pages)


def test_a_paper_that_opens_freely_and_is_locked_against_copying_stands_in_it(add, pack):
    add("Knives", "locked.pdf", locked(pdf_of("Read me.")))

    assert "Read me." in pages_of(pack())[-1]


def test_a_paper_kept_before_pages_were_counted_stands_in_it(add, pack):
    add("Knives", "old.pdf", pdf_of(*"ab"))
    Paper.objects.filter(name="old.pdf").update(page_count=None)

    assert [re.search(r"its page (\d of \d)", page, re.IGNORECASE)[1] for page in pages_of(pack())[-2:]] == [
        "1 of 2",
        "2 of 2",
    ]


def test_a_paper_kept_before_pages_were_counted_that_is_damaged_is_linked(add, pack):
    paper = add("Knives", "old.pdf", pdf_of("a"))
    Paper.objects.filter(name="old.pdf").update(page_count=None)
    file_of(paper).write_bytes(b"%PDF-1.4 and no more")

    assert "does not stand in the pack. The PDF is damaged and cannot be read." in " ".join(pages_of(pack()))


def test_a_paper_whose_file_is_lost_is_linked(add, pack):
    file_of(add("Knives", "lost.pdf", pdf_of("a"))).unlink()

    assert (
        "lost.pdf (4 kB, 1 page). It is linked here and does not stand in the pack. The file is not where it was"
        in (re.sub(r"\(\d+ kB", "(4 kB", " ".join(pages_of(pack()))))
    )


def test_each_page_of_an_exempt_paper_says_so_and_a_withdrawn_one_is_left_out(add, pack, meeting, manager):
    add_item(meeting, by=manager, title="Landlords", purpose="discuss", is_exempt=True)
    add("Landlords", "names.pdf", pdf_of("Landlord one.", "Landlord two."))
    add("Knives", "schools.pdf", pdf_of("School visits."))
    withdraw_item(meeting.items.get(title="Knives"), by=manager, because="No time.")

    pages = pages_of(pack())

    assert all("Landlords. Not for the public. Open the file itself" in page for page in pages[-2:])
    assert "School visits." not in " ".join(pages)


@pytest.mark.parametrize("person", ["outsider", ""], ids=["outsider", "not signed in"])
def test_whoever_may_not_see_the_meeting_gets_no_page_of_its_papers(scenario, add, meeting, person):
    add("Knives", "names.pdf", pdf_of("Landlord one."))

    answer = scenario.browser(person).get(f"{P}meetings/{meeting.pk}/pack.pdf")

    assert answer.status_code in {302, 403, 404}
    assert b"%PDF" not in answer.content


def test_names_that_look_like_commands_or_are_very_long_stand_as_they_are(add, pack):
    name = "#import “x” *money* $and$ " + "a_very_long_name_" * 9 + ".pdf"
    add("Knives", name, pdf_of("a"))

    content = pack()
    assert "Appendix 1 to item 1: #import “x” *money* $and$ a_very" in pages_of(content)[-1]
    assert len(sizes_of(content)) == number_of(pages_of(content), "Appendix 1")


def test_a_pack_asks_the_database_as_often_for_30_papers_as_for_1(scenario, add, meeting):
    browser, address = scenario.browser("reader"), f"{P}meetings/{meeting.pk}/pack.pdf"
    add("Knives", "first.pdf", pdf_of("First."))
    browser.get(address)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(address).status_code == 200
        return len(captured)

    few = queries()
    for number, title in itertools.product(range(15), ("Knives", "Money")):
        add(title, f"{number}.pdf", pdf_of("Another."))
    assert queries() == few
