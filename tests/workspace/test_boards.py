"""Groups and meetings: who reports to whom, agendas and papers, who came, quorum, minutes, and what changed."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from supplied_pdfs import locked, pdf_of
from web.pages import words
from workspace.examples.governance import PDF

from wardmote.web.accounts.models import PartnerAgency
from wardmote.web.core.actors import Refused
from wardmote.web.core.clock import today
from wardmote.web.governance.actions.groups import change_group, close_group, give_hat, set_up_group
from wardmote.web.governance.actions.meetings import (
    add_item,
    call_meeting,
    change_meeting,
    finish_action,
    publish_minutes,
    record_attendance,
    record_decision,
    write_minutes,
)
from wardmote.web.governance.actions.papers import file_of, remove_paper
from wardmote.web.governance.models import AgendaItem, Group, Meeting, MeetingAction, Paper
from wardmote.web.governance.queries.meetings import quorum_at, whole_meetings_of

P = "/p/exampleshire/"
YESTERDAY = timedelta(days=1)


@pytest.fixture
def board(scenario):
    return Group.objects.get(pk=scenario.examples["group"])


@pytest.fixture
def meeting(scenario):
    return Meeting.objects.get(pk=scenario.examples["meeting"])


def group(scenario, name, remit="Something else entirely.", **values):
    values = {"kind": "delivery-group", "opened_on": date(2024, 1, 1), **values}
    return set_up_group(by=scenario.actor("manager"), name=name, remit=remit, **values)


def test_a_group_is_set_up_on_its_page(scenario):
    typed = {"name": "Harbour Forum", "kind": "forum", "remit": "Listens.", "opened_on": "1/4/2025", "quorum": "0"}

    answer = scenario.browser("coordinator").post(f"{P}groups/add/", typed, follow=True)

    assert "Harbour Forum" in words(answer)
    assert "Forum, open since 1 April 2025." in words(answer)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "Executive Board"}, "There is a group of this name already."),
        ({"name": ""}, "Name is missing"),
        ({"opened_on": "31/2/2025"}, "write a real date"),
        ({"remit": "x" * 2001}, "at most 2000 characters"),
        ({"kind": "secret society"}, "Select a valid choice"),
    ],
)
def test_a_group_that_cannot_be_keeps_what_was_typed(scenario, typed, sentence):
    whole = {"name": "Harbour", "kind": "forum", "remit": "Listens.", "opened_on": "1/4/2025", "quorum": "0", **typed}

    answer = scenario.browser("manager").post(f"{P}groups/add/", whole)

    assert answer.status_code == 400
    assert sentence in words(answer)
    assert "Listens." in answer.text or "xxxx" in answer.text


def test_another_partnership_s_group_cannot_be_reported_to(scenario):
    theirs = set_up_group(
        by=scenario.actor("outsider"), name="Theirs", kind="forum", remit="Theirs.", opened_on=date(2024, 1, 1)
    )
    typed = {"name": "Ours", "kind": "forum", "remit": "Ours.", "opened_on": "1/4/2025", "reports_to": theirs.pk}

    assert "Select a valid choice" in words(scenario.browser("manager").post(f"{P}groups/add/", typed))


def test_nothing_reports_to_itself_by_a_roundabout_way(scenario, board):
    one = group(scenario, "One", reports_to=board)
    two = group(scenario, "Two", reports_to=one)

    with pytest.raises(ValidationError, match="cannot report to itself"):
        change_group(board, by=scenario.actor("manager"), reports_to=two)


def test_the_map_is_a_nested_list_and_a_drawing_of_the_same(scenario, board):
    two = group(scenario, "Delivery", reports_to=board)
    group(scenario, "Task & finish <group>", kind="task-and-finish", reports_to=two)

    page = scenario.browser("reader").get(f"{P}groups/map/")

    said = words(page)
    assert said.index("Executive Board") < said.index("Delivery") < said.index("Task & finish <group>")
    assert page.text.count("<ul class") >= 3
    assert page.text.count("<rect") == 3
    assert "Task &amp; finish &lt;group&gt;" in page.text


def test_groups_whose_remits_say_much_the_same_are_shown(scenario):
    group(scenario, "Knives", "Prevents knife crime among young people in schools.")
    group(scenario, "Blades", "Preventing knife crime by young people through schools.")

    said = words(scenario.browser("reader").get(f"{P}groups/map/"))

    assert "Blades and Knives share the words" in said
    assert "Executive Board and" not in said


def test_a_closed_group_says_what_came_of_it_and_leaves_the_map(scenario, board):
    square = group(scenario, "Square", kind="task-and-finish", reports_to=board)
    by = scenario.actor("manager")

    with pytest.raises(ValidationError, match="Say what came of it"):
        close_group(square, by=by, closed_on=date(2025, 6, 1), output=" ")
    with pytest.raises(ValidationError, match="Say first to whom they report"):
        close_group(board, by=by, closed_on=date(2025, 6, 1), output="Done.")
    close_group(square, by=by, closed_on=date(2025, 6, 1), output="Nobody can tell.")

    assert "Square" not in words(scenario.browser("reader").get(f"{P}groups/map/"))
    page = words(scenario.browser("reader").get(f"{P}groups/{square.pk}/"))
    assert "Closed on 1 June 2025. Nobody can tell." in page


def test_a_meeting_is_called_only_while_its_group_is_open(scenario, board):
    answer = scenario.browser("manager").post(f"{P}groups/{board.pk}/meeting/", {"held_on": "1/4/2019"})

    assert answer.status_code == 400
    assert "The group is not open on that day." in words(answer)


def test_a_meeting_was_not_held_before_its_day(scenario, board):
    by = scenario.actor("manager")
    meeting = call_meeting(board, by=by, held_on=today() + timedelta(days=3))

    with pytest.raises(ValidationError, match="its day is still to come"):
        change_meeting(meeting, by=by, status="held")


def test_a_decision_needs_its_sentence_on_crime_and_disorder(scenario, meeting):
    typed = {"title": "Spend it", "purpose": "decide", "recommendation": "Agree to spend it."}
    browser = scenario.browser("coordinator")

    answer = browser.post(f"{P}meetings/{meeting.pk}/items/add/", typed)
    better = browser.post(
        f"{P}meetings/{meeting.pk}/items/add/", {**typed, "crime_and_disorder": "Fewer robberies."}, follow=True
    )

    assert answer.status_code == 400
    assert "A decision needs a sentence on what it means for crime and disorder." in words(answer)
    assert "Agree to spend it." in answer.text
    assert "2. Spend it" in words(better)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plan.exe", b"MZ", "are not kept as papers"),
        ("plan", b"x", "are not kept as papers"),
        ("plan.pdf", b"<script>alert(1)</script>", "The file is called PDF and is not one."),
        ("plan.docx", b"PK\x03\x04 no document", "The file is called DOCX and is not one."),
        ("plan.pdf", b"%PDF-" + b"x" * 10_000_001, "a paper may have 10"),
        ("plan.pdf", b"", "empty"),
        ("plan.pdf", b"%PDF-1.7 and no more", "The PDF is damaged and cannot be read. Save it again as PDF."),
        ("plan.pdf", PDF[: len(PDF) // 2], "The PDF is damaged and cannot be read."),
        ("plan.pdf", locked(PDF, to_open="secret"), "The PDF opens only with a password. Save it without one."),
        ("plan.pdf", PDF.replace(b"/Kids[", b"/Kidz["), "The PDF has no page that can be read."),
    ],
)
def test_a_file_of_the_wrong_kind_is_refused_in_a_sentence(scenario, name, content, sentence):
    before = Paper.objects.count()
    file = SimpleUploadedFile(name, content)

    answer = scenario.browser("manager").post(
        f"{P}items/{scenario.examples['agenda_item']}/papers/add/", {"file": file}
    )

    assert answer.status_code in {400, 413}
    assert sentence in words(answer)
    assert Paper.objects.count() == before


def test_a_paper_is_kept_under_its_own_id_and_saved_under_its_name(scenario, folder):
    address = f"{P}items/{scenario.examples['agenda_item']}/papers/add/"
    scenario.browser("manager").post(address, {"file": SimpleUploadedFile("../../über plan.pdf", PDF)})
    paper = Paper.objects.order_by("-created_at").first()

    answer = scenario.browser("reader").get(f"{P}papers/{paper.pk}/")

    assert file_of(paper) == folder / "papers" / str(paper.pk)
    assert (answer.content, answer.headers["Content-Type"]) == (PDF, "application/pdf")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert ".." not in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("name", "content", "pages", "told"),
    [
        ("plan.pdf", pdf_of(*"abc"), 3, " kB, 3 pages)"),
        ("PLAN.PDF", pdf_of("a"), 1, " kB, 1 page)"),
        ("plan.pdf", locked(pdf_of(*"ab"), to_copy="owner"), 2, " kB, 2 pages)"),
        ("plan.odt", b"PK\x03\x04 application/vnd.oasis.opendocument.text", None, "plan.odt (1 kB)"),
    ],
)
def test_the_pages_of_a_pdf_are_counted_when_it_is_added(scenario, name, content, pages, told):
    address = f"{P}items/{scenario.examples['agenda_item']}/papers/add/"

    answer = scenario.browser("manager").post(address, {"file": SimpleUploadedFile(name, content)}, follow=True)

    assert Paper.objects.order_by("-created_at").first().page_count == pages
    assert told in words(answer)


def test_a_paper_is_taken_away_with_its_file(scenario, django_capture_on_commit_callbacks):
    paper = Paper.objects.get(pk=scenario.examples["paper"])
    path = file_of(paper)
    kept = path.read_bytes()

    with django_capture_on_commit_callbacks(execute=True):
        remove_paper(paper, by=scenario.actor("manager"))

    assert not path.exists()
    path.write_bytes(kept)


def test_quorum_counts_a_voting_agency_once_by_member_or_deputy(scenario, board, meeting):
    by = scenario.actor("manager")
    seats = {seat.member.name: seat for seat in board.seats.all()}
    record_attendance(
        meeting, by=by, came={seats["Board"]: "present", seats["Colleague"]: "present", seats["Manager"]: "apologies"}
    )

    whole = whole_meetings_of(by).get(pk=meeting.pk)

    assert whole.status == "held"
    assert quorum_at(whole).sentence == ("1 voting agency came and 2 are needed: the meeting was not quorate.")
    page = words(scenario.browser("reader").get(f"{P}meetings/{meeting.pk}/"))
    assert "the meeting was not quorate" in page


def test_an_agency_without_a_vote_does_not_count(scenario, board, meeting):
    place = PartnerAgency.objects.get(agency__name="Exampleshire Police", partnership__name="Exampleshire")
    PartnerAgency.objects.filter(pk=place.pk).update(is_voting=False)
    by = scenario.actor("manager")

    record_attendance(meeting, by=by, came=dict.fromkeys(board.seats.all(), "present"))

    assert quorum_at(whole_meetings_of(by).get(pk=meeting.pk)).present == 1


def test_a_part_in_law_has_a_quorum_of_its_own(scenario, board, meeting):
    by = scenario.actor("manager")
    give_hat(board, by=by, capacity="domestic-abuse-board", since=date(2024, 1, 1), quorum=1)
    change_meeting(meeting, by=by, capacity="domestic-abuse-board")

    record_attendance(meeting, by=by, came=dict.fromkeys(board.seats.all()[:1], "present"))

    assert quorum_at(whole_meetings_of(by).get(pk=meeting.pk)).is_met


def test_who_came_is_recorded_on_one_page(scenario, board, meeting):
    typed = {f"seat-{seat.pk}": "present" for seat in board.seats.all()}

    answer = scenario.browser("coordinator").post(f"{P}meetings/{meeting.pk}/attendance/", typed, follow=True)

    assert "2 voting agencies came and 2 are needed: the meeting was quorate." in words(answer)


def test_minutes_are_published_with_their_day_and_not_rewritten(scenario, meeting):
    by = scenario.actor("manager")
    with pytest.raises(ValidationError, match="There are no minutes yet"):
        publish_minutes(meeting, by=by, minutes_published_on=today())
    write_minutes(meeting, by=by, minutes="All agreed.")
    with pytest.raises(ValidationError, match="still to come"):
        publish_minutes(meeting, by=by, minutes_published_on=today() + timedelta(days=1))

    publish_minutes(meeting, by=by, minutes_published_on=today())

    with pytest.raises(ValidationError, match="The minutes are published"):
        write_minutes(meeting, by=by, minutes="Nobody agreed.")
    assert "Minutes published on" in words(scenario.browser("reader").get(f"{P}meetings/{meeting.pk}/"))


def test_minutes_are_not_published_before_their_meeting(scenario, meeting):
    by = scenario.actor("manager")
    write_minutes(meeting, by=by, minutes="All agreed.")

    with pytest.raises(ValidationError, match="before the meeting was held"):
        publish_minutes(meeting, by=by, minutes_published_on=meeting.held_on - YESTERDAY)


def test_an_action_is_finished_by_its_owner_s_agency_and_by_no_other(scenario):
    taken = MeetingAction.objects.get(pk=scenario.examples["meeting_action"])

    with pytest.raises(Refused):
        finish_action(taken, by=scenario.actor("colleague"), done_on=today(), outcome="Done.")
    finish_action(taken, by=scenario.actor("owner"), done_on=today(), outcome="All wrote back.")

    page = words(scenario.browser("reader").get(f"{P}meetings/{scenario.examples['meeting']}/"))
    assert "All wrote back." in page


def test_the_pack_has_the_whole_of_each_paper(scenario, meeting):
    AgendaItem.objects.filter(pk=scenario.examples["agenda_item"]).update(paper="First.\n\nSecond.")

    pack = scenario.browser("reader").get(f"{P}meetings/{meeting.pk}/pack/")

    assert "<details" not in pack.text
    assert "<p>First.</p>" in pack.text


def test_what_changed_since_the_last_meeting_is_told_by_kind(scenario, board, meeting):
    by = scenario.actor("manager")
    change_meeting(meeting, by=by, status="held")
    later = call_meeting(board, by=by, held_on=today() - timedelta(days=5))
    change_meeting(later, by=by, status="held")
    record_decision(later, by=by, text="Agreed the budget.")
    browser = scenario.browser("reader")

    since_last = words(browser.get(f"{P}board/changes/"))
    since_first = words(browser.get(f"{P}board/changes/?since={today() - timedelta(days=29):%d/%m/%Y}"))

    assert "Agreed the budget." not in since_last
    assert "Agreed the budget." in since_first
    assert "Write to the landlords" in since_first


@pytest.mark.parametrize("since", ["1/1/2999", "31/2/2026", "1/1/1066", "<script>"])
def test_a_day_that_cannot_be_is_said(scenario, since):
    answer = scenario.browser("reader").get(f"{P}board/changes/", {"since": since})

    assert answer.status_code == 400
    assert "There is a problem" in words(answer)
    assert "<script>alert" not in answer.text


def test_script_in_every_field_is_shown_as_it_was_typed(scenario, meeting):
    bad = "<script>alert(1)</script>"
    add_item(
        meeting,
        by=scenario.actor("manager"),
        title=bad,
        purpose="decide",
        presented_by=bad,
        recommendation=bad,
        crime_and_disorder=bad,
        paper=bad,
    )
    write_minutes(meeting, by=scenario.actor("manager"), minutes=bad)

    for page in ("", "pack/"):
        text = scenario.browser("reader").get(f"{P}meetings/{meeting.pk}/{page}").text
        assert "<script>alert" not in text
        assert text.count("&lt;script&gt;alert(1)") >= 5
