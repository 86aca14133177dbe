"""The board pack and the compliance statement as PDFs: tagged, in order, and with page numbers that hold."""

import io
import re
from datetime import timedelta

import pikepdf
import pytest
from supplied_pdfs import pages_of

from wardmote.web.core.clock import today
from wardmote.web.governance.actions.agenda import withdraw_item
from wardmote.web.governance.actions.meetings import (
    add_item,
    call_meeting,
    change_meeting,
    record_action,
    record_decision,
)
from wardmote.web.governance.models import Meeting

P = "/p/exampleshire/"


@pytest.fixture
def meeting(scenario):
    return Meeting.objects.get(pk=scenario.examples["meeting"])


@pytest.fixture
def next_meeting(scenario, meeting):
    """A meeting to come, after one at which something was decided and given out."""
    manager = scenario.actor("manager")
    change_meeting(meeting, by=manager, status="held")
    planned = call_meeting(meeting.group, by=manager, held_on=today() + timedelta(days=20))
    add_item(planned, by=manager, title="Knives", purpose="note", paper="A long paper.\n\n" + "More of it. " * 900)
    add_item(
        planned, by=manager, title="#import “x”: *money* $and$ <script>", purpose="discuss", recommendation="Spend."
    )
    withdraw_item(add_item(planned, by=manager, title="Cameras", purpose="note"), by=manager, because="No bid.")
    return planned


def pack(scenario, meeting, person="reader"):
    answer = scenario.browser(person).get(f"{P}meetings/{meeting.pk}/pack.pdf")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    return answer.content


def test_the_pack_is_tagged_titled_and_in_british_english(scenario, next_meeting):
    with pikepdf.open(io.BytesIO(pack(scenario, next_meeting))) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "en-GB"
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Executive Board: Exampleshire"


def test_each_item_begins_on_the_page_that_the_agenda_names(scenario, next_meeting):
    pages = pages_of(pack(scenario, next_meeting))

    named = dict(re.findall(r"(\d) (?:Knives|#import \S+ \S+ \S+ \S+) To \w+ not said (\d+)", pages[0]))
    begins = {number: next(n for n, page in enumerate(pages, 1) if page.startswith(f"{number}. ")) for number in "12"}
    assert {number: int(page) for number, page in named.items()} == begins
    assert begins["2"] > begins["1"] + 1


def test_words_that_look_like_commands_stand_as_they_were_typed(scenario, next_meeting):
    assert any(
        page.startswith("2. #import “x”: *money* $and$ <script>") for page in pages_of(pack(scenario, next_meeting))
    )


def test_a_character_that_no_font_has_keeps_no_pack_from_being_made(scenario, next_meeting):
    add_item(next_meeting, by=scenario.actor("manager"), title="Thanks\x0bto \U0010fffd all", purpose="note")

    pages = pages_of(pack(scenario, next_meeting))

    assert any(page.startswith("3. Thanks to [1 character that no font here can show] all") for page in pages)


def test_it_holds_what_earlier_meetings_gave_out_and_nothing_withdrawn_or_taken_back(scenario, next_meeting):
    whole = " ".join(pages_of(pack(scenario, next_meeting)))

    assert "Agreed for a year." in whole
    assert "Write to the landlords" in whole
    assert "Cameras" not in whole


def test_what_the_meeting_decided_and_gave_out_stands_under_its_item(scenario, meeting):
    manager = scenario.actor("manager")
    item = meeting.items.get()
    record_decision(meeting, by=manager, item=item, text="Agreed to gates.")
    record_action(meeting, by=manager, item=item, text="Order gates", owner=scenario.people["owner"])

    page = next(page for page in pages_of(pack(scenario, meeting)) if page.startswith("1. Plan for the year"))

    assert page.index("Decided") < page.index("Agreed to gates.") < page.index("Order gates")


def test_the_compliance_statement_is_an_appendix(scenario):
    answer = scenario.browser("reader").get(f"{P}compliance/?on=9/3/2026&download=pdf")

    pages = pages_of(answer.content)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="compliance-2026-03-09.pdf"'
    assert "As it stands on 9 March 2026" in pages[0]
    assert "Police and Justice Act 2006, sections 19 and 20" in " ".join(pages)
    with pikepdf.open(io.BytesIO(answer.content)) as document, document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        box = document.pages[0].mediabox
        assert box[2] > box[3]
