"""What is really so in Exampleshire: every effect that was planted, and where nothing was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

TRUTHS_FILE = "truths.json"


@dataclass(frozen=True)
class PlantedChange:
    """From `first_month` on, one crime type in one area runs at `ratio` times its level before."""

    crime_type: str
    measure: str
    area_kind: str
    area_code: str
    area_name: str
    ratio: float
    first_month: date


@dataclass(frozen=True)
class PlantedHotspot:
    """One LSOA with `ratio` times the partnership's rate per resident in each of the crime types, all through."""

    lsoa_code: str
    lsoa_name: str
    town: str
    section: str
    crime_types: tuple[str, ...]
    ratio: float


@dataclass(frozen=True)
class PlantedSeason:
    """A yearly wave: the peak month runs at `peak_ratio` times the average month. No level changes with it."""

    crime_type: str
    peak_month: int
    trough_month: int
    peak_ratio: float


@dataclass(frozen=True)
class RecordingChange:
    """A step in the whole force that is none of it crime: from `first_month` fewer of the same events are recorded."""

    crime_type: str
    first_month: date
    ratio: float
    reason: str


@dataclass(frozen=True)
class LateRecords:
    """The newest months of one crime type hold only `shares` of what a later release will hold."""

    crime_type: str
    months: tuple[date, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True)
class PlantedBenchmark:
    """The partnership's rate of one crime type is `ratio` times that of the rest of the force, all through."""

    crime_type: str
    measure: str
    ratio: float


@dataclass(frozen=True)
class Truths:
    """All that is known about one set of files.

    `unchanged` are the crime types whose level changes nowhere in the partnership and whose records are whole: a
    finding of change there is a false alarm. `alike` are those that are as common in the whole partnership as in the
    rest of the force; its sections differ all the same. `copies` is how many crimes stand twice, byte for byte, in the
    street files of the whole force. `counts` are the crimes and incidents that lie in the partnership, copies counted
    once, by section and crime type, one a month.
    """

    seed: int
    months: tuple[date, ...]
    force: str
    partnership_code: str
    partnership_name: str
    residents: int
    sections: tuple[str, ...]
    changes: tuple[PlantedChange, ...]
    hotspot: PlantedHotspot
    season: PlantedSeason
    recording_change: RecordingChange
    late_records: LateRecords
    benchmark: PlantedBenchmark
    unchanged: tuple[str, ...]
    alike: tuple[str, ...]
    copies: int
    counts: Mapping[str, Mapping[str, tuple[int, ...]]]

    def monthly(self, crime_type: str, *, section: str | None = None) -> tuple[int, ...]:
        """Rows a month of one crime type in the partnership, or in one of its sections."""
        chosen = self.sections if section is None else (section,)
        return tuple(sum(month) for month in zip(*(self.counts[s][crime_type] for s in chosen), strict=True))


def write_truths(truths: Truths, *, folder: Path) -> Path:
    """Write the truths as JSON beside the data."""
    from pydantic import TypeAdapter

    path = folder / TRUTHS_FILE
    path.write_bytes(TypeAdapter(Truths).dump_json(truths, indent=1) + b"\n")
    return path


def read_truths(folder: Path) -> Truths:
    """The truths of a folder that `write_exampleshire` wrote."""
    from pydantic import TypeAdapter

    return TypeAdapter(Truths).validate_json((folder / TRUTHS_FILE).read_bytes())
