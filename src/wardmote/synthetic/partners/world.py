"""The country as partners see it: its incidents one by one, exact places, and the year in which things change."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.country import Country, build_country
from wardmote.synthetic.months import shift
from wardmote.synthetic.places import PARTNERSHIP, Cell
from wardmote.synthetic.planting import season_wave
from wardmote.synthetic.randomness import stream

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Texts = npt.NDArray[np.str_]

_RURAL_SECTION = "Oxterwick Levels"
_LOCKDOWN_INDEX = 9
LOCKDOWN_KEEPS = 0.55


@dataclass(frozen=True, eq=False)
class World:
    """One seed's country with what partners need of it beside the police files."""

    country: Country

    @property
    def seed(self) -> int:
        return self.country.seed

    @property
    def months(self) -> tuple[date, ...]:
        return self.country.planting.months

    @property
    def lockdown(self) -> date:
        """The month in which venues were shut and offices half staffed: every partner's files are short in it."""
        return self.months[_LOCKDOWN_INDEX]

    @property
    def new_system(self) -> date:
        """The month of the change of recording: the police got a new system, which makes an answer on alcohol a duty."""
        return self.country.planting.recording_change.first_month

    @property
    def last_year(self) -> date:
        """First month of the last twelve: planted changes of level and share begin here."""
        return shift(self.months[-1], by=-11)

    @property
    def last_day(self) -> int:
        return shift(self.months[-1], by=1).toordinal() - 1

    @cached_property
    def starts(self) -> Numbers:
        """Day number of the first of each month, and of the month after the last."""
        return np.array([m.toordinal() for m in (*self.months, shift(self.months[-1], by=1))])

    @cached_property
    def years(self) -> tuple[tuple[date, date], ...]:
        """First day and day after the last of each whole year from the first month on."""
        return tuple((self.months[i], shift(self.months[i], by=12)) for i in range(0, len(self.months) - 11, 12))

    @cached_property
    def ours(self) -> Numbers:
        """Numbers of the cells of the partnership."""
        return np.flatnonzero([cell.district.csp == PARTNERSHIP for cell in self.cells])

    @property
    def cells(self) -> tuple[Cell, ...]:
        return self.country.cells

    @cached_property
    def lsoa(self) -> Texts:
        return np.array([cell.lsoa21.code for cell in self.cells])

    @cached_property
    def section(self) -> Texts:
        return np.array([cell.section for cell in self.cells])

    @cached_property
    def town(self) -> Texts:
        return np.array([cell.town for cell in self.cells])

    @cached_property
    def is_rural(self) -> npt.NDArray[np.bool_]:
        """Cells that the Rural Crime Unit counts as rural: a section's land away from the town."""
        return np.asarray((self.section == _RURAL_SECTION) & (self.country.residents.centrality < 0.25))

    def stream(self, purpose: str) -> np.random.Generator:
        return stream(self.seed, f"partners {purpose}")

    def draw_cells(self, n: int, *, rng: np.random.Generator, centre: float) -> Numbers:
        """`n` cells of the partnership; the larger `centre`, the more of them in the towns' centres."""
        weight = self.country.residents.total[self.ours] * np.exp(centre * self.country.residents.centrality[self.ours])
        return rng.choice(self.ours, size=n, p=weight / weight.sum())

    def draw_days(
        self,
        a_month: float,
        *,
        rng: np.random.Generator,
        season: float = 0.0,
        peak_month: int = 7,
        lockdown: float = 1.0,
    ) -> Numbers:
        """Sorted day numbers of events that come `a_month` times in an average month."""
        wave = season_wave(amplitude=season, peak_month=peak_month)[[m.month - 1 for m in self.months]]
        wave[_LOCKDOWN_INDEX] *= lockdown
        return self.days_within(np.repeat(np.arange(len(self.months)), rng.poisson(a_month * wave)), rng=rng)

    def days_within(self, month: Numbers, *, rng: np.random.Generator) -> Numbers:
        """A day number within each of these months (given by index), sorted within the months."""
        days = self.starts[month] + (rng.random(len(month)) * (self.starts[month + 1] - self.starts[month])).astype(
            np.int64
        )
        return np.sort(days)

    def month_of(self, day: Numbers) -> Numbers:
        """The index of the month of each day number, by which it is -1 before the first."""
        return np.searchsorted(self.starts, day, side="right") - 1

    def places(self, cell: Numbers, *, rng: np.random.Generator) -> Floats:
        """Longitude and latitude of a spot within each cell, shape (2, n)."""
        column = np.array([c.column for c in self.cells])[cell]
        row = np.array([c.row for c in self.cells])[cell]
        u, v = rng.uniform(0.06, 0.94, (2, len(cell), 1))
        at = self.country.lattice.points
        south = at[column, row] * (1 - u) + at[column + 1, row] * u
        north = at[column, row + 1] * (1 - u) + at[column + 1, row + 1] * u
        return np.asarray((south * (1 - v) + north * v).T)


def build_world(*, seed: int, months: int) -> World:
    """The world of this seed over this many months. Raises `BadInput` for fewer than 24."""
    return World(build_country(seed=seed, months=months))


def grid_positions(places: Floats) -> Numbers:
    """Eastings and northings in metres of longitudes and latitudes, shape (2, n)."""
    from convertbng.cutil import convert_bng

    return np.rint(np.array(convert_bng(places[0], places[1]))).astype(np.int64)
