"""The compliance statement as a program reads it."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from wardmote.web.core.actors import acting
from wardmote.web.core.clock import today
from wardmote.web.governance.forms.since import on_asked
from wardmote.web.governance.queries.compliance import statement_of
from wardmote.web.governance.rules.statement import known_words


@dataclass(frozen=True)
class DutyTold:
    """One line of the compliance statement."""

    duty: str
    title: str
    law: str
    certainty: str
    state: str
    evidence: str
    last: str
    due: date | None
    gap: str


def statement_told(request: HttpRequest, partnership: str) -> list[DutyTold]:
    """The compliance statement, today or on another day."""
    on, form = on_asked(request.GET, today=today())
    if form.errors:
        raise ValidationError(dict(form.errors))
    return [
        DutyTold(
            duty=line.duty.id,
            title=line.title,
            law=line.version.law,
            certainty=line.version.certainty,
            state=line.state,
            evidence=line.evidence,
            last=known_words(line.known) if line.known else "",
            due=line.due,
            gap=line.gap,
        )
        for line in statement_of(acting(request), on=on)
    ]
