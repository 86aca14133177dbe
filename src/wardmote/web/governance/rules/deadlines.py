"""By when what scrutiny asks has to be answered."""

from datetime import date

from wardmote.clocks.spans import day_after
from wardmote.definitions.clocks import Within
from wardmote.definitions.duties import DutyPack


class Deadlines:
    """When answers are due, by the packs of duties in force."""

    def __init__(self, packs: tuple[DutyPack, ...]) -> None:
        self._duties = {duty.answers: duty for pack in packs for duty in pack.duties if duty.answers}

    def due(self, answers: str, came: date) -> date | None:
        """The last day for what came on a day; None where no rule was in force."""
        version = self._duties[answers].at(came) if answers in self._duties else None
        return day_after(came, version.clock.span) if version and isinstance(version.clock, Within) else None
