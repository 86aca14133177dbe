"""The compliance statement as a table and as a file, and one duty with all that shows it."""

from collections.abc import Sequence
from datetime import date

from wardmote.definitions.duties import Duty
from wardmote.reports.papers import PaperPart, Papers, bullets, paragraphs, table
from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell, Fact, Link, Table
from wardmote.web.core.wording import plain_day, plural
from wardmote.web.governance.models import DutyProof
from wardmote.web.governance.presenters.addresses import may_link, to
from wardmote.web.governance.presenters.page import Page, Section
from wardmote.web.governance.queries.compliance import duty_packs
from wardmote.web.governance.rules.statement import STATE_WORDS, Line, known_words

HEADS = ("Duty", "Function", "Law", "State", "Evidence", "Date", "Next due", "Gap", "How sure")
_SHOWN = ("Duty", "State", "Evidence", "Date", "Next due", "Gap")


def statement_lead(lines: Sequence[Line], *, on: date) -> str:
    """How many duties are met, and how many gaps there are."""
    counts = {state: sum(line.state == state for line in lines) for state in STATE_WORDS}
    gaps = sum(line.is_gap for line in lines)
    met = counts["met"] + counts["due soon"] + counts["nothing to do"]
    return (
        f"On {plain_day(on)}, {met} of {plural(len(lines), 'line')} {'is' if met == 1 else 'are'} met, "
        f"{counts['overdue']} overdue and {counts['no evidence']} without evidence. "
        f"{plural(gaps, 'line tells', 'lines tell')} of a gap."
    )


def statement_table(lines: Sequence[Line], actor: Actor) -> Table:
    """Each duty on one line."""
    return Table(
        caption="Each duty on one line",
        heads=_SHOWN,
        rows=tuple(_row(line, actor) for line in lines),
        is_caption_shown=False,
        notes=("Certainty of each rule, and the day on which its source was checked, stand on the duty’s own page.",),
    )


def _row(line: Line, actor: Actor) -> tuple[Cell, ...]:
    return (
        Cell(line.subject or line.duty.title, href=to(actor, "duty", line.duty.id), note=_note(line)),
        Cell(STATE_WORDS[line.state], note=line.warning),
        Cell(line.evidence, href=line.href),
        Cell(known_words(line.known) if line.known else "–"),
        Cell(plain_day(line.due) if line.due else "–"),
        Cell(line.gap),
    )


def _note(line: Line) -> str:
    which = f"{line.duty.title}. " if line.subject else ""
    return f"{which}{line.version.law}; {line.version.clock.words}"


def statement_rows(lines: Sequence[Line]) -> list[list[str]]:
    """The same for a file, with how sure each rule is."""
    return [
        [
            line.title,
            line.duty.function,
            line.version.law,
            STATE_WORDS[line.state],
            line.evidence,
            known_words(line.known) if line.known else "",
            line.due.isoformat() if line.due else "",
            line.gap,
            line.version.certainty,
        ]
        for line in lines
    ]


def statement_sources() -> list[str]:
    """What each pack of rules rests on, and when that was looked at."""
    return [
        f"{pack.title}: {'; '.join(pack.sources)}. As known on {plain_day(pack.checked_on)}." for pack in duty_packs()
    ]


def statement_caveats() -> list[str]:
    """What to mind when the rules are read."""
    return [caveat for pack in duty_packs() for caveat in pack.caveats]


def statement_papers(lines: Sequence[Line], *, partnership: str, on: date) -> Papers:
    """The same as the appendix of an annual report: each duty on one line, then what it rests on."""
    caveats = statement_caveats()
    rows = [
        [
            f"{line.title} ({line.version.law})",
            f"{STATE_WORDS[line.state]}: {line.warning}" if line.warning else STATE_WORDS[line.state],
            line.evidence,
            known_words(line.known) if line.known else "–",
            plain_day(line.due) if line.due else "–",
            line.gap,
        ]
        for line in lines
    ]
    return Papers(
        title="Compliance statement",
        subtitle=f"As it stands on {plain_day(on)}",
        partnership=partnership,
        first=(*paragraphs(statement_lead(lines, on=on)), table("Each duty on one line", _SHOWN, rows)),
        parts=(
            PaperPart("What it rests on", (bullets(statement_sources()),), begins_page=False),
            *((PaperPart("What to mind", (bullets(caveats),), begins_page=False),) if caveats else ()),
        ),
        is_wide=True,
    )


def duty_page(
    duty: Duty, lines: Sequence[Line], proofs: Sequence[DutyProof], sittings: Table, actor: Actor, *, on: date
) -> Page:
    """One duty: what the law says, how sure we are of it, what shows it, and every gap."""
    return Page(
        heading=duty.title,
        lead=" ".join(_state_sentence(line) for line in lines) or "There was no such duty on that day.",
        sections=(
            Section("What the law says", facts=_law_facts(duty, on=on)),
            Section(
                "What was recorded",
                table=_proofs_table(proofs, actor),
                empty="Nothing was recorded by hand.",
            ),
            *((Section("Meetings in this capacity", table=sittings, empty="None."),) if duty.meetings_as else ()),
        ),
        buttons=() if duty.answers else may_link(actor, "duty.change", "Record evidence", "proof-add", duty.id),
        back=Link("Compliance statement", to(actor, "compliance")),
    )


def _state_sentence(line: Line) -> str:
    due = f" Next due by {plain_day(line.due)}." if line.due and line.state in {"met", "due soon"} else ""
    subject = f"{line.subject}: " if line.subject else ""
    gap = f" {line.gap}" if line.is_gap else ""
    warning = f" {line.warning}." if line.warning else ""
    return f"{subject}{STATE_WORDS[line.state]}.{warning}{due}{gap}"


def _law_facts(duty: Duty, *, on: date) -> tuple[Fact, ...]:
    version = duty.at(on) or duty.versions[-1]
    return (
        Fact("Law", version.law),
        Fact("Clock", f"{version.clock.words[0].upper()}{version.clock.words[1:]}"),
        Fact("What shows it", f"{duty.shown_by[0].upper()}{duty.shown_by[1:]}"),
        Fact("How sure this rule is", f"{version.certainty[0].upper()}{version.certainty[1:]}"),
        Fact("In force from", plain_day(version.valid_from)),
        *((Fact("Mind", version.note),) if version.note else ()),
    )


def _proofs_table(proofs: Sequence[DutyProof], actor: Actor) -> Table:
    return Table(
        caption="What was recorded",
        heads=("What was done", "Which", "When", "Its own next date", "Where it is read", "History"),
        rows=tuple(
            (
                Cell(proof.what, note=proof.note),
                Cell(proof.subject),
                Cell(f"{proof.done_on:%B %Y}" if proof.is_month_only else plain_day(proof.done_on)),
                Cell(plain_day(proof.due_on) if proof.due_on else ""),
                Cell("Read it" if proof.address else "", href=proof.address),
                Cell(f"History of “{proof.what[:40]}”", href=to(actor, "history", proof.pk)),
            )
            for proof in proofs
        ),
        is_caption_shown=False,
    )
