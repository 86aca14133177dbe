"""What somebody says of a file's columns, and the card that says the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wardmote.definitions.card import Target
from wardmote.definitions.card_parts import ALL_DATE_FORMS, DateForm, Record
from wardmote.evidence.dock.layout import plain_heading

FIGURE = "figure"
# What becomes of a word that is not listed, for each field that is stored in words.
ELSE = {
    "category": "otherwise: another kind",
    "outcome": "otherwise: another outcome",
    "section": "unlisted: leave-out",
    "programme": "otherwise: another programme",
    "status": "otherwise: another status",
}
# A file is known again by the first few of these that it has.
_TELLING: dict[Target, tuple[str, ...]] = {
    "events": ("reference", "category", "recorded", "occurred", "offence_code", "outcome", "section", "easting"),
    "episodes": ("referred", "started", "completed", "status", "programme"),
    "tallies": ("first", "year", "quarter", "item", "area_code", "area_name"),
}
_MOST_TELLING = 3


@dataclass(frozen=True)
class Taken:
    """One column: its heading, the field that it is taken for (empty where it is not read), and why.

    A flag is `flags.alcohol`, a part of a person `victim.surname`, and a column of figures `figure`.
    """

    heading: str
    field: str
    why: str = ""


@dataclass(frozen=True)
class Outline:
    """Everything that a new card has to know. `words` are those that a field stored in words may hold."""

    title: str
    partner: str
    table: Target
    taken: tuple[Taken, ...]
    record: Record = "incident"
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dates: tuple[DateForm, ...] = ALL_DATE_FORMS
    snap_m: int = 100
    area_kind: str = ""
    period: str = "month"

    def heading_of(self, name: str) -> str:
        """The first heading that is taken for a field, empty where none is."""
        return next((one.heading for one in self.taken if one.field == name), "")

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that a column is taken for."""
        return tuple(one.field for one in self.taken if one.field)


def item_of(heading: str) -> str:
    """What a column of figures counts, as a key: the words of its heading."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in heading.lower()).split())


def card_text(outline: Outline) -> str:
    """The card as a file, with why each column was taken as it is."""
    lines = [f"title: {quoted(outline.title)}", f"partner: {quoted(outline.partner)}", f"table: {outline.table}"]
    if outline.table == "events":
        lines.append(f"record: {outline.record}")
    lines += [f"recognise: [{', '.join(_recognised(outline))}]", *_columns(outline), *_figures(outline)]
    lines += [f"dates: [{', '.join(outline.dates)}]", *_codes(outline), *_flags(outline), *_people(outline)]
    if outline.table == "events":
        lines.append(f"snap_m: {outline.snap_m}")
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A text as YAML reads it back: on one line, without signs that cannot be printed."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return "'" + " ".join(plain.split()).replace("'", "''") + "'"


def roles_of(outline: Outline) -> dict[str, dict[str, Taken]]:
    """The parts of each person, by role."""
    found: dict[str, dict[str, Taken]] = {}
    for one in outline.taken:
        role, _, part = one.field.partition(".")
        if part and role != "flags":
            found.setdefault(role, {})[part] = one
    return found


def _recognised(outline: Outline) -> tuple[str, ...]:
    plain = [name for name in _TELLING[outline.table] if name in outline.fields]
    if outline.table == "tallies":
        figures = [f"values.{item_of(one.heading)}" for one in outline.taken if one.field == FIGURE]
        return (*plain[: _MOST_TELLING - 1], *(quoted(one) for one in figures[:2]))
    people = [f"{role}.{part}" for role, parts in roles_of(outline).items() for part in parts]
    return (*plain, *people)[:_MOST_TELLING]


def _columns(outline: Outline) -> Iterator[str]:
    yield "columns:"
    for one in outline.taken:
        if one.field and one.field != FIGURE and "." not in one.field:
            yield f"  {one.field}: [{quoted(one.heading)}]{_because(one)}"


def _figures(outline: Outline) -> Iterator[str]:
    if outline.table != "tallies":
        return
    yield "values:"
    for one in outline.taken:
        if one.field == FIGURE:
            yield f"  {quoted(item_of(one.heading))}: [{quoted(one.heading)}]{_because(one)}"
    yield f"period: {outline.period}"
    if outline.area_kind:
        yield f"area_kind: {outline.area_kind}"
    if area := outline.heading_of("area_name"):
        # Where all areas are added up, a row says so instead of an area's name.
        yield "totals:"
        yield f"  column: [{quoted(area)}]"


def _codes(outline: Outline) -> Iterator[str]:
    coded = [name for name in outline.fields if name in ELSE] if outline.table != "tallies" else []
    if coded:
        yield "codes:"
    for name in dict.fromkeys(coded):
        yield f"  {name}:"
        if words := outline.words.get(name):
            yield "    words:"
            yield from (f"      {quoted(word)}: []" for word in words)
        yield f"    {ELSE[name]}"


def _flags(outline: Outline) -> Iterator[str]:
    flags = [one for one in outline.taken if one.field.startswith("flags.")]
    if flags:
        yield "flags:"
        yield "  answered:"
    for one in flags:
        yield f"    {one.field.removeprefix('flags.')}: {{columns: [{quoted(one.heading)}]}}{_because(one)}"


def _people(outline: Outline) -> Iterator[str]:
    roles = roles_of(outline)
    if roles:
        yield "people:"
    for role, parts in roles.items():
        yield f"  - role: {role}"
        yield from (f"    {part}: [{quoted(one.heading)}]{_because(one)}" for part, one in parts.items())


def _because(one: Taken) -> str:
    return f"  # {one.why}" if one.why else ""


def is_readable(heading: str) -> bool:
    """Whether a card can name this heading: it has at least one letter or figure."""
    return bool(plain_heading(heading))
