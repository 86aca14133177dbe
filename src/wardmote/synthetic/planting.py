"""What to plant, and how far into the months."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from wardmote.errors import BadInput
from wardmote.synthetic.months import FIRST_MONTH, shift, span
from wardmote.synthetic.names import SECTIONS
from wardmote.synthetic.offences import ASB, CRIME_TYPES, OFFENCES, measure_id
from wardmote.synthetic.places import PARTNERSHIP, Cell
from wardmote.synthetic.truths import (
    LateRecords,
    PlantedBenchmark,
    PlantedChange,
    PlantedHotspot,
    PlantedSeason,
    RecordingChange,
)

SHORTEST = 24
LATE_MONTHS = 3
_CENTRE_OF_QUILLHAVEN = (9, 1)


@dataclass(frozen=True)
class Planting:
    """All effects, before anything is drawn."""

    months: tuple[date, ...]
    changes: tuple[PlantedChange, ...]
    hotspot: PlantedHotspot
    season: PlantedSeason
    recording_change: RecordingChange
    late_records: LateRecords
    benchmark: PlantedBenchmark

    @property
    def unchanged(self) -> tuple[str, ...]:
        """Crime types in which no level changes anywhere in the partnership."""
        touched = {change.crime_type for change in self.changes}
        touched |= {self.recording_change.crime_type, self.late_records.crime_type}
        return tuple(name for name in CRIME_TYPES if name not in touched)

    @property
    def alike(self) -> tuple[str, ...]:
        """Crime types with the same rate in the partnership as in the rest of the force."""
        touched = {change.crime_type for change in self.changes} | {self.benchmark.crime_type}
        return tuple(name for name in CRIME_TYPES if name not in touched)


def plan_planting(cells: tuple[Cell, ...], *, months: int) -> Planting:
    """Changes begin with the last twelve months, the change of recording six months before that.

    Raises `BadInput` for fewer than 24 months, in which a year could not be compared with the year before.
    """
    if months < SHORTEST:
        raise BadInput(f"{months} months are too few for Exampleshire", do=f"ask for {SHORTEST} or more")
    every = span(FIRST_MONTH, length=months)
    last_year = shift(every[-1], by=-11)
    return Planting(
        months=every,
        changes=_changes(first_month=last_year),
        hotspot=_hotspot(cells),
        season=_summer_peak(),
        recording_change=RecordingChange(
            "Public order", shift(last_year, by=-6), 0.70, "Some offences are recorded under their principal crime only"
        ),
        late_records=LateRecords("Criminal damage and arson", every[-LATE_MONTHS:], (0.85, 0.65, 0.40)),
        benchmark=PlantedBenchmark("Bicycle theft", measure_id("Bicycle theft"), 1.5),
    )


def _changes(*, first_month: date) -> tuple[PlantedChange, ...]:
    whole = ("partnership", PARTNERSHIP.code, PARTNERSHIP.name)
    section = SECTIONS[1][1]
    planted = (
        ("Robbery", *whole, 0.70),
        ("Shoplifting", *whole, 1.25),
        ("Vehicle crime", "section", section, section, 0.55),
    )
    return tuple(
        PlantedChange(crime_type, measure_id(crime_type), kind, code, name, ratio, first_month)
        for crime_type, kind, code, name, ratio in planted
    )


def _hotspot(cells: tuple[Cell, ...]) -> PlantedHotspot:
    cell = next(c for c in cells if (c.column, c.row) == _CENTRE_OF_QUILLHAVEN)
    types = ("Violence and sexual offences", ASB)
    return PlantedHotspot(cell.lsoa21.code, cell.lsoa21.name, cell.town, cell.section, types, 6.0)


def _summer_peak() -> PlantedSeason:
    asb = next(offence for offence in OFFENCES if offence.crime_type == ASB)
    wave = season_wave(amplitude=asb.season, peak_month=asb.peak_month)
    return PlantedSeason(ASB, int(wave.argmax()) + 1, int(wave.argmin()) + 1, round(float(wave.max()), 3))


def season_wave(*, amplitude: float, peak_month: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Twelve factors, January first, with mean 1."""
    wave = np.exp(amplitude * np.cos(2 * np.pi * (np.arange(1, 13) - peak_month) / 12))
    return np.asarray(wave / wave.mean())
