"""The loads page: what came, which months are held, and what to mind in the rows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from wardmote.evidence.ledger import Load
from wardmote.evidence.place_quality import PRECISIONS, STRADDLES, PlacePrecision
from wardmote.web.core.components import Cell, EmptyState, Table
from wardmote.web.core.wording import day, plural, share
from wardmote.web.insight.presenters.calendar import ForceCalendar, force_calendar
from wardmote.web.insight.queries.held import ForceQuality, Held

NOTHING_LOADED = EmptyState(
    sentence="Nothing has been loaded yet.",
    do="Download the street-level crime of your police force from data.police.uk, and load the zip as it is:",
    command="wardmote load 2026-01.zip",
)


@dataclass(frozen=True)
class LoadsPage:
    """What stands on the page, from top to bottom."""

    headline: str
    loads: Table
    calendars: tuple[ForceCalendar, ...]
    quality: Table | None
    places: Table | None


def loads_page(held: Held, titles: Mapping[str, str]) -> LoadsPage:
    """The page for what is held; there is at least one load. `titles` are those of the sources, by id."""
    return LoadsPage(
        headline=_headline(held.loads),
        loads=_loads_table(held.loads, titles),
        calendars=tuple(force_calendar(force, held) for force in held.incidents),
        quality=_quality_table(held) if held.quality else None,
        places=_places_table(held, titles) if held.places else None,
    )


def load_sentence(load: Load) -> str:
    """What became of the rows of one load."""
    superseded = f"; {plural(load.superseded, 'row')} of earlier loads superseded" if load.superseded else ""
    return f"{plural(load.read, 'row')} read: {load.kept:,} kept, {load.quarantined:,} set aside{superseded}."


def load_notes(load: Load) -> str:
    """What was noticed about the files of a load, each thing once, with how many files it is true of."""
    counts = Counter(note for file in load.files for note in file.notes)
    many = len(load.files) > 1
    return "; ".join(f"{note} ({plural(files, 'file')})" if many else note for note, files in counts.most_common())


def _headline(loads: tuple[Load, ...]) -> str:
    read, kept, aside = (sum(getattr(load, name) for load in loads) for name in ("read", "kept", "quarantined"))
    return (
        f"{plural(read, 'row')} were read in {plural(len(loads), 'load')}: {kept:,} were kept and {aside:,} set aside."
        " Every row read is one or the other."
    )


def _loads_table(loads: tuple[Load, ...], titles: Mapping[str, str]) -> Table:
    return Table(
        caption="Loads, newest first",
        heads=("Load", "Read", "Kept", "Set aside", "Superseded"),
        rows=tuple(_load_row(load, titles) for load in reversed(loads)),
        numeric=frozenset({1, 2, 3, 4}),
    )


def _load_row(load: Load, titles: Mapping[str, str]) -> tuple[Cell, ...]:
    href = f"/loads/{load.number}/"
    noticed = f". Noticed: {notes}" if (notes := load_notes(load)) else ""
    note = f"{titles.get(load.source, load.source)}, {day(load.loaded_at)}{noticed}"
    aside = Cell(f"{load.quarantined:,}", is_number=True)
    if load.quarantined:
        aside = Cell(f"{load.quarantined:,}: why?", href=f"{href}#set-aside", is_number=True)
    return (
        Cell(f"{load.number}. {load.name}", href=href, note=note),
        Cell(f"{load.read:,}", is_number=True),
        Cell(f"{load.kept:,}", is_number=True),
        aside,
        Cell(f"{load.superseded:,}", is_number=True),
    )


def _quality_table(held: Held) -> Table:
    return Table(
        caption="Crimes and incidents that are kept, counted and flagged",
        heads=(
            "Force",
            "Rows",
            "Without a location",
            "Outside the force’s area",
            "Sharing a crime ID",
            "LSOA codes of 2011 only",
            "LSOA codes of 2021 only",
        ),
        rows=tuple(_quality_row(one, name=held.force_names[one.force]) for one in held.quality),
        numeric=frozenset(range(1, 7)),
    )


def _quality_row(one: ForceQuality, *, name: str) -> tuple[Cell, ...]:
    flags = (one.without_location, one.outside, one.with_repeated_id, one.codes_2011, one.codes_2021)
    return (Cell(name), Cell(f"{one.rows:,}", is_number=True), *(_flag(flag, of=one.rows) for flag in flags))


def _places_table(held: Held, titles: Mapping[str, str]) -> Table:
    return Table(
        caption="Partners’ records, by the finest place that each gives",
        heads=("Sent as", "Records", "Point", "LSOA", "Postcode sector", "Section", "No place"),
        rows=tuple(_places_row(one, title=titles.get(one.source, one.source)) for one in held.places),
        numeric=frozenset(range(1, 7)),
    )


def _places_row(one: PlacePrecision, *, title: str) -> tuple[Cell, ...]:
    cells = (_flag(one.by[precision], of=one.records) for precision in PRECISIONS)
    return (Cell(title, note=_sectors_note(one)), Cell(f"{one.records:,}", is_number=True), *cells)


def _sectors_note(one: PlacePrecision) -> str:
    """What became of the postcode sectors; empty where there are none."""
    if not one.by["postcode sector"]:
        return ""
    if not one.sectors_placed:
        return "No postcode directory says where the sectors lie"
    note = f"{one.sectors_placed:,} counted in the LSOA with most of their sector’s postcodes"
    if not one.sectors_straddling:
        return note
    return f"{note}; {one.sectors_straddling:,} in sectors of which more than {STRADDLES:.0%} lies in another section"


def _flag(rows: int | None, *, of: int) -> Cell:
    if rows is None:
        return Cell("no lookup loaded", is_number=True)
    return Cell(f"{rows:,}", note=share(rows, of=of), is_number=True)
