"""People's days: who had an event of a kind, in which area, on which day. People are pseudonyms, turned into numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw
import numpy as np
import numpy.typing as npt

from wardmote.definitions.measure import Filter, FollowUp
from wardmote.evidence.evidence import Evidence, Frames
from wardmote.measures.areas_of_rows import placed_in
from wardmote.measures.choosing import chosen_rows
from wardmote.measures.columns import Coded, combinations
from wardmote.measures.making_cubes import placed_rows
from wardmote.measures.priority_places import in_places
from wardmote.measures.series import AreaKind

NOBODY = -1
_KEYS = ["source", "month", "row"]


@dataclass(frozen=True)
class PeoplesDays:
    """One entry a person in an event. `person` is a number (below zero: named too vaguely to be told apart), `day` a
    day number (`date.toordinal`), `event` a number that the entries of one event share, `area` a code.
    """

    person: npt.NDArray[np.int64]
    day: npt.NDArray[np.int64]
    event: npt.NDArray[np.int64]
    area: npt.NDArray[np.object_]

    def within(self, area: str) -> "PeoplesDays":
        """The entries of one area."""
        kept = self.area == area
        return PeoplesDays(self.person[kept], self.day[kept], self.event[kept], self.area[kept])


@dataclass(frozen=True)
class Numbering:
    """The number of each pseudonym, the same for all that is read with it."""

    number_of: dict[str, int]

    def numbers(self, pseudonyms: Iterable[str | None]) -> npt.NDArray[np.int64]:
        """The number of each pseudonym, and NOBODY's for none."""
        found = [
            NOBODY if name is None else self.number_of.setdefault(name, len(self.number_of)) for name in pseudonyms
        ]
        return np.array(found, dtype=np.int64)


def peoples_days(evidence: Evidence, what: Filter, *, role: str, by: AreaKind, numbering: Numbering) -> PeoplesDays:
    """Everyone in a role in the events that a filter chooses, by the day each was recorded (or happened).

    The day of recording is that by which files are sent and months are known to be whole; some crimes of long ago are
    recorded now, and would otherwise fall before everything that is known.
    """
    frames = evidence.frames()
    events = chosen_rows(in_places(placed_rows(evidence, frames, what.table), what, frames=frames), what)
    people = _people(frames).filter(nw.col("role") == role).select(*_KEYS, "person")
    rows = events.join(people, on=_KEYS, how="inner").with_columns(
        day=nw.coalesce(nw.col("recorded_on"), nw.col("occurred_on"), nw.col("month"))
    )
    placed = rows.select(*_KEYS, "person", "day", "unit", "section").collect("pyarrow").to_native()
    place = {name: Coded.of(placed[name]) for name in ("source", "unit", "section")}
    areas, area = placed_in(evidence, place, table=what.table, kind=by)
    kept = np.flatnonzero(area >= 0)
    person, day = Coded.of(placed["person"]), Coded.of(placed["day"])
    days = np.array([0 if one is None else one.toordinal() for one in day.values], dtype=np.int64)
    event, _ = combinations(placed, _KEYS)
    return PeoplesDays(
        person=numbering.numbers(person.values)[person.codes[kept]],
        day=days[day.codes[kept]],
        event=event[kept],
        area=np.array(areas, dtype=object)[area[kept]],
    )


@dataclass(frozen=True)
class Cohort:
    """People on a programme: `person` a number, `clock` the day that they are followed from (NaN: not come to it)."""

    person: npt.NDArray[np.int64]
    clock: npt.NDArray[np.float64]


def cohort_of(evidence: Evidence, follow_up: FollowUp, *, numbering: Numbering) -> Cohort:
    """Those who were on the programme that a measure follows up."""
    column = "started_on" if follow_up.clock == "start" else "completed_on"
    rows: Any = evidence.snapshot.rows(f"SELECT person, {column} FROM episodes WHERE source = ?", [follow_up.programme])
    clock = [np.nan if day is None else float(day.toordinal()) for _, day in rows]
    return Cohort(numbering.numbers([person for person, _ in rows]), np.array(clock, dtype=float))


def last_day_of(month: date) -> int:
    """The day number of a month's last day."""
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return following.toordinal() - 1


def _people(frames: Frames) -> nw.LazyFrame[Any]:
    return frames.table("event_people")
