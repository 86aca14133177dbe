"""How far last year's plan was carried out."""

from wardmote.assessment.carried_out import CarriedOut, PlanCarriedOut
from wardmote.assessment.document import Block, Paragraph, Table, Waiting
from wardmote.assessment.facts import Facts
from wardmote.assessment.outline import PlanPart


def carried_out(part: PlanPart, facts: Facts) -> list[Block]:
    """What was done of what was to be done in the year, for each priority; a kept place where there is no plan."""
    plan = facts.plan
    if plan is None:
        return [Waiting(part.for_what, part.because, part.do)]
    if not plan.in_all.due:
        return [Paragraph(f"“{plan.title}” had no action that was to be done in {facts.year.in_words}.")]
    table = Table(
        id="plan-carried-out",
        title=f"How far “{plan.title}” was carried out in {facts.year.label}",
        header=("Priority", "To be done", "Done", "Of them late", "Going on", "Stuck"),
        rows=tuple(_row(one) for one in (*plan.priorities, plan.in_all)),
        source="The partnership’s register of actions",
        period=facts.year.in_words,
        caveats=("An action counts in the year by whose end it was to be done, or in which it was done.",),
        numeric=(1, 2, 3, 4, 5),
    )
    return [Paragraph(_sentence(plan, facts), see=(table.id,)), table]


def _sentence(plan: PlanCarriedOut, facts: Facts) -> str:
    """Of 12 actions that were to be done in April 2024 to March 2025, 4 (33%) were done, 1 of them late."""
    told = plan.in_all
    actions = "1 action" if told.due == 1 else f"{told.due:,} actions"
    late = f", {told.late:,} of them late" if told.late else ""
    rest = [f"{number:,} {words}" for number, words in ((told.going, "going on"), (told.stuck, "stuck")) if number]
    left = f" The rest: {' and '.join(rest)}." if rest else ""
    return (
        f"Of {actions} of “{plan.title}” that fell to {facts.year.in_words}, {told.done:,} "
        f"({told.done / told.due:.0%}) {'was' if told.done == 1 else 'were'} done{late}.{left}"
    )


def _row(one: CarriedOut) -> tuple[str, ...]:
    return (one.priority, *(f"{number:,}" for number in (one.due, one.done, one.late, one.going, one.stuck)))
