"""Who came to a meeting: whether enough did, who sent a deputy, who sent apologies."""

from wardmote.assessment.wording import listing
from wardmote.web.core.components import Cell, Table
from wardmote.web.core.wording import sentence_case
from wardmote.web.governance.models import Attendance, Meeting
from wardmote.web.governance.queries.meetings import quorum_at


def attendance_sentences(meeting: Meeting) -> tuple[str, ...]:
    """The quorum first, then who was there by a deputy, then apologies; nothing where nobody was recorded."""
    recorded = list(meeting.attendances.all())
    if not recorded:
        return ()
    present = [one for one in recorded if one.status == Attendance.Status.PRESENT]
    themselves = {one.agency_id for one in present if not one.is_deputy}
    deputies = sorted({str(one.agency) for one in present if one.is_deputy and one.agency_id not in themselves})
    apologies = [f"{one.member.name} ({one.agency})" for one in recorded if one.status == Attendance.Status.APOLOGIES]
    return (
        quorum_at(meeting).sentence,
        *([f"{listing(deputies)} came by a deputy."] if deputies else ()),
        *([f"Apologies came from {listing(apologies)}."] if apologies else ()),
    )


def attendance_table(meeting: Meeting) -> Table:
    """Everybody of whom it was recorded: who came, then apologies, then who was absent."""
    order = {status: place for place, status in enumerate(Attendance.Status.values)}
    found = sorted(meeting.attendances.all(), key=lambda one: (order[one.status], one.agency.name, one.member.name))
    return Table(
        caption="Who came",
        heads=("Who", "Agency", "As", "Vote", "Came"),
        rows=tuple(
            (
                Cell(one.member.name),
                Cell(str(one.agency)),
                Cell("Deputy" if one.is_deputy else "Member"),
                Cell("Yes" if one.is_voting else "No"),
                Cell(sentence_case(one.get_status_display())),
            )
            for one in found
        ),
        is_caption_shown=False,
    )
