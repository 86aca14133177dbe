"""Who sent how many people to training, by agency and level."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from wardmote.web.activity.queries.activities import figures_of
from wardmote.web.activity.rules.kinds import find_kind
from wardmote.web.activity.rules.years import Year
from wardmote.web.core.actors import Actor

TRAINING, NOT_SAID = "training", "Not said"


@dataclass(frozen=True)
class TrainingMatrix:
    """For each level: places, and for each agency and level how many were booked and attended.

    An agency's name is empty where nobody said whose people they were.
    """

    levels: tuple[str, ...]
    agencies: tuple[str, ...]
    places: dict[str, Decimal]
    sessions: dict[str, Decimal]
    counts: dict[tuple[str, str, str], Decimal]

    def total(self, item: str, *, level: str = "", agency: str | None = None) -> Decimal:
        """Of one item ("booked", "attended"), over what is not narrowed."""
        return sum(
            (
                value
                for (of, at, what), value in self.counts.items()
                if what == item and level in {"", at} and agency in {None, of}
            ),
            Decimal(0),
        )


def training_matrix(actor: Actor, year: Year) -> TrainingMatrix:
    """Every course of the year together. One query."""
    found = figures_of(actor).filter(activity__kind=TRAINING)
    if year.first and year.last:
        found = found.filter(first_on__range=(year.first, year.last))
    rows = found.values_list("activity__words", "of_agency__name", "item", "value")
    return _matrix((words.get("level", NOT_SAID), agency or "", item, value) for words, agency, item, value in rows)


def _matrix(rows: Iterable[tuple[str, str, str, Decimal]]) -> TrainingMatrix:
    counts: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    of_level: dict[str, dict[str, Decimal]] = {item: defaultdict(Decimal) for item in ("places", "sessions")}
    for level, agency, item, value in rows:
        if item in of_level:
            of_level[item][level] += value
        else:
            counts[agency, level, item] += value
    known = [*find_kind(TRAINING).words["level"].choices, NOT_SAID]
    met = {level for _, level, _ in counts} | set(of_level["places"]) | set(of_level["sessions"])
    return TrainingMatrix(
        levels=tuple(level for level in known if level in met),
        agencies=tuple(sorted({agency for agency, _, _ in counts}, key=lambda name: (not name, name))),
        places=dict(of_level["places"]),
        sessions=dict(of_level["sessions"]),
        counts=dict(counts),
    )
