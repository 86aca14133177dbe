"""What a source card says: how a partner's spreadsheet becomes rows of the evidence store."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Literal, Self

from pydantic import Field, model_validator

from wardmote.definitions.card_parts import (
    ALL_DATE_FORMS,
    CodeMap,
    Columns,
    DateForm,
    Flags,
    Headings,
    KnownBreak,
    ListedFlags,
    Part,
    Person,
    Record,
    Totals,
    WrittenFlags,
)

Target = Literal["events", "episodes", "tallies"]
PLACE = ("longitude", "latitude", "easting", "northing", "grid_reference", "postcode", "lsoa_code")
FIELDS: dict[Target, tuple[str, ...]] = {
    "events": (
        *("reference", "category", "offence_code", "occurred", "occurred_to", "occurred_time", "recorded", "section"),
        *("outcome", "outcome_on", "amount"),
        *PLACE,
    ),
    "episodes": ("reference", "programme", "referred", "started", "completed", "status"),
    "tallies": ("item", "detail", "first", "last", "year", "quarter", "area_code", "area_name"),
}
ROLES: dict[Target, tuple[str, ...]] = {
    "events": ("victim", "suspect", "caller"),
    "episodes": ("subject", "linked"),
    "tallies": (),
}
# Fields that are stored in words, so that whatever stands in their columns has to be among the words that a card lists.
WORDED: dict[Target, tuple[str, ...]] = {
    "events": ("category", "section", "outcome"),
    "episodes": ("programme", "status"),
    "tallies": (),
}
RECORD_PSEUDONYM = "Record pseudonym"


class Card(Part):
    """One source card.

    `recognise` names the fields (or values) whose columns a file must have to be of this kind. `fixed` gives a field
    that the file has no column for. `values` gives, for tallies, each item that has a column of its own; `area_kind`
    is the geography of their areas, `period` how long one lasts whose last day is not given, and `year_begins` the
    month in which a year like 2024-25 begins. `completes` are the statuses of episodes whose last day is that of
    completion; without them every last day is. Points are moved to the middle of a square of `snap_m` metres, so that they
    point to no house; 0 leaves them as they are. `duties` are what the file brings beyond what the rule packs say that it
    brings, such as police.transport-incidents. A card that `is_by_name_only` reads a file only where somebody names it,
    because another partner sends files of the same form.
    """

    id: str
    title: str
    partner: str
    note: str = ""
    table: Target
    record: Record = "incident"
    is_open_data: bool = False
    release: Literal["open", "suppressed"] = "suppressed"
    recognise: tuple[str, ...] = Field(min_length=1)
    columns: Columns = Columns()
    fixed: dict[str, str] = Field(default_factory=dict)
    values: dict[str, Headings] = Field(default_factory=dict)
    required: tuple[str, ...] = ()
    dates: tuple[DateForm, ...] = ALL_DATE_FORMS
    codes: dict[str, CodeMap] = Field(default_factory=dict)
    completes: tuple[str, ...] = ()
    flags: Flags = Flags()
    people: tuple[Person, ...] = ()
    snap_m: int = Field(default=100, ge=0, le=5_000)
    area_kind: str = ""
    period: Literal["day", "month", "quarter", "year"] = "day"
    year_begins: int = Field(default=4, ge=1, le=12)
    totals: Totals = Totals()
    breaks: tuple[KnownBreak, ...] = ()
    caveats: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    is_by_name_only: bool = False

    def code_map(self, field: str) -> CodeMap | None:
        """The words by which a field is read; None where it is stored as it stands, or checked in other ways."""
        return self.codes.get(field, CodeMap() if field in WORDED[self.table] else None)

    @property
    def kept_as_they_stand(self) -> tuple[str, ...]:
        """The fields whose unlisted words would be stored as people typed them."""
        return tuple(name for name, map_ in self.codes.items() if map_.keeps_unlisted)

    def headings(self, field: str) -> tuple[str, ...]:
        """The headings under which a field, a value, a flag or a person's part may stand."""
        return self.all_headings().get(field, ())

    def all_headings(self) -> dict[str, tuple[str, ...]]:
        """The headings of everything that the card reads, by the name under which `recognise` may ask for it."""
        return dict(self._headings())

    def _headings(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for name, headings in self.columns.given().items():
            yield name, (*headings, RECORD_PSEUDONYM) if name == "reference" else headings
        for item, headings in self.values.items():
            yield f"values.{item}", headings
        if self.totals.column:
            yield "totals", self.totals.column
        for name, flag in self.flags.answered.items():
            yield f"flags.{name}", flag.columns
        rules: tuple[ListedFlags | WrittenFlags, ...] = (*self.flags.listed, *self.flags.written)
        for number, rule in enumerate(rules):
            yield f"flags.{number}", rule.columns
        for person in self.people:
            for part in ("reference", "forename", "surname", "born", "sex", "postcode"):
                if headings := getattr(person, part):
                    # Once a file has been pseudonymised, one column stands for all that told who the person was.
                    yield f"{person.role}.{part}", (*headings, person.pseudonym_heading)

    @model_validator(mode="after")
    def _names_what_it_has(self) -> Self:
        known = self.all_headings()
        for name in self.recognise:
            _require(name, known, "recognise")
        for name in self.required:
            _require(name, {**known, **self.fixed}, "required")
        return self

    @model_validator(mode="after")
    def _fits_its_table(self) -> Self:
        fields = FIELDS[self.table]
        for name in (*self.columns.given(), *self.fixed, *self.codes):
            _require(name, fields, f"columns of {self.table}")
        roles = [person.role for person in self.people]
        for role in roles:
            _require(role, ROLES[self.table], f"people of {self.table}")
        if len(set(roles)) < len(roles):
            raise ValueError("each role stands once under people")
        return self

    @model_validator(mode="after")
    def _has_what_its_table_needs(self) -> Self:
        given = self.columns.given()
        needed = {
            "events": (("occurred", "recorded"), "a date: occurred or recorded"),
            "episodes": (("referred", "started", "completed"), "a date: referred, started or completed"),
            "tallies": (("first", "year"), "a period: first, or year"),
        }
        fields, words = needed[self.table]
        if not set(fields) & set(given):
            raise ValueError(f"the columns of {self.table} need {words}")
        if self.table == "tallies" and not self.values:
            raise ValueError("tallies need values: each item with the heading of its column")
        if self.people and self.is_open_data:
            raise ValueError("a source with people is not open data")
        if self.kept_as_they_stand and not self.is_open_data:
            raise ValueError(
                f"{self.kept_as_they_stand[0]} may keep unlisted words only where the source is open data, because people"
                " type names: list the words, or say unlisted: leave-out, or otherwise: other"
            )
        for person in self.people:
            if not person.reference and not (person.surname and person.born):
                raise ValueError(f"the {person.role} needs a reference, or a surname and the birth date")
        return self


def _require(name: str, known: object, where: str) -> None:
    words = list(known)  # type: ignore[call-overload]
    if name not in words:
        near = get_close_matches(name, words, n=1)
        raise ValueError(
            f"{where} names “{name}”, which is not one of its fields" + (f": did you mean “{near[0]}”?" if near else "")
        )
