"""The parts of a source card: which columns, which words, which dates, which people."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

DateForm = Literal["iso", "day-first", "day-month-name", "month-first", "compact", "month", "excel"]
ALL_DATE_FORMS: tuple[DateForm, ...] = ("iso", "day-first", "day-month-name", "excel")
Role = Literal["victim", "suspect", "caller"]
Record = Literal["crime", "incident", "fire", "attendance", "call", "collision", "exclusion", "referral"]
NOBODY: tuple[str, ...] = (
    "n/a",
    "na",
    "none",
    "nil",
    "null",
    "unknown",
    "not known",
    "not stated",
    "not recorded",
    "tbc",
    "state",
)
NOBODY += ("the state", "crown", "regina", "rex", "society")
YES = ("y", "yes", "1", "true", "t", "x")
UNKNOWN = ("not known", "unknown", "not recorded", "not stated", "n/k")
NO = ("n", "no", "0", "false", "f")


def _listed(value: object) -> object:
    """One word where a list of words is asked for; YAML reads yes, no and numbers as other than words."""
    values = value if isinstance(value, list | tuple) else [value]
    return tuple(_word(one) for one in values)


def _word(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int | float) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]
Headings = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class Part(BaseModel):
    """A part of a card."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Columns(Part):
    """Under which headings each field may stand; of several that are there, the first is read.

    Which fields count depends on the card's table; `postcode` is cut to its sector.
    """

    reference: Headings = ()
    category: Headings = ()
    offence_code: Headings = ()
    occurred: Headings = ()
    occurred_to: Headings = ()
    occurred_time: Headings = ()
    recorded: Headings = ()
    section: Headings = ()
    outcome: Headings = ()
    outcome_on: Headings = ()
    amount: Headings = ()
    longitude: Headings = ()
    latitude: Headings = ()
    easting: Headings = ()
    northing: Headings = ()
    grid_reference: Headings = ()
    postcode: Headings = ()
    lsoa_code: Headings = ()
    programme: Headings = ()
    referred: Headings = ()
    started: Headings = ()
    completed: Headings = ()
    status: Headings = ()
    item: Headings = ()
    detail: Headings = ()
    first: Headings = ()
    last: Headings = ()
    year: Headings = ()
    quarter: Headings = ()
    area_code: Headings = ()
    area_name: Headings = ()

    def given(self) -> dict[str, tuple[str, ...]]:
        """The fields that the card names headings for."""
        return {name: headings for name in type(self).model_fields if (headings := getattr(self, name))}


class CodeMap(Part):
    """Which of the partner's words mean which of ours. Words are compared without regard to case and spaces.

    Whatever people type may stand in such a column, names among it. So a word that is not listed is called `otherwise`
    where the card says so; else its row is set aside, or, by `leave-out`, kept without the word. To `keep` the word as it
    stands is for open data alone.
    """

    words: dict[str, Words] = Field(default_factory=dict)
    unlisted: Literal["set-aside", "leave-out", "keep"] = "set-aside"
    otherwise: str | None = None

    @property
    def keeps_unlisted(self) -> bool:
        """Whether what people typed would be stored as it stands."""
        return self.unlisted == "keep" and self.otherwise is None


class AnswerFlag(Part):
    """A flag with a column of its own, answered yes or no. A blank is no answer, unless `blank` says it means no."""

    columns: Headings
    yes: Words = YES
    no: Words = NO
    blank: Literal["unanswered", "no"] = "unanswered"


class ListedFlags(Part):
    """A column that lists whatever applies, such as "DA; ALC"; what is not in the list does not apply.

    A blank list answers nothing, unless `blank` says it means that none applies; nor does one that is `unknown`.
    """

    columns: Headings
    delimiter: str = ";"
    words: dict[str, Words]
    blank: Literal["unanswered", "no"] = "unanswered"
    unknown: Words = UNKNOWN


class WrittenFlags(Part):
    """Words looked for in free text, such as a modus operandi. Their absence says nothing. The text is not stored."""

    columns: Headings
    words: dict[str, Words]


class Flags(Part):
    """Every way in which the file flags its records."""

    answered: dict[str, AnswerFlag] = Field(default_factory=dict)
    listed: tuple[ListedFlags, ...] = ()
    written: tuple[WrittenFlags, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All flags that the card can give, in order."""
        rules: tuple[ListedFlags | WrittenFlags, ...] = (*self.listed, *self.written)
        found = [*self.answered, *(name for rule in rules for name in rule.words)]
        return tuple(dict.fromkeys(found))


class Person(Part):
    """Where one person of a record stands: by the partner's own number for them, or by name and birth date.

    `numbering` tells the numbers of one agency from those of another: cards of the same agency share it. Sex and the
    person's own postcode are read for linkage only, because agencies record them differently. Words in `nobody` mean
    that there is no such person.
    """

    role: Role | Literal["subject", "linked"]
    reference: Headings = ()
    numbering: str = ""
    forename: Headings = ()
    surname: Headings = ()
    born: Headings = ()
    sex: Headings = ()
    postcode: Headings = ()
    nobody: Words = NOBODY

    @property
    def pseudonym_heading(self) -> str:
        """The heading of the column that stands for this person once the file has been pseudonymised."""
        return f"{self.role.capitalize()} pseudonym"


class Totals(Part):
    """How to know a row that adds up others: by a word at its beginning, or by a code that is not one of an area."""

    words: Words = ("total", "grand total", "sub total", "subtotal", "sub-total", "totals", "sum", "overall")
    column: Headings = ()
    code_begins: Words = ()


class KnownBreak(Part):
    """A change in how the partner records, across which figures may not be compared."""

    first_month: str = Field(pattern=r"^(19|20)\d\d-(0[1-9]|1[0-2])$")
    last_month: str | None = Field(default=None, pattern=r"^(19|20)\d\d-(0[1-9]|1[0-2])$")
    kind: Literal["recording", "definition", "boundary", "system", "lockdown"] = "recording"
    category: str = ""
    flag: str = ""
    reason: str
