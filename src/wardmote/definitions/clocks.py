"""How a duty's clock runs, as a rule pack writes it."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from wardmote.definitions.card_parts import Part

Nation = Literal["England", "Wales", "Scotland", "Northern Ireland"]
NATIONS: tuple[Nation, ...] = ("England", "Wales", "Scotland", "Northern Ireland")


class Span(Part):
    """A length of time in one unit. Working days leave out weekends and the bank holidays of each of `nations`."""

    years: int = Field(default=0, ge=0, le=100)
    months: int = Field(default=0, ge=0, le=1200)
    days: int = Field(default=0, ge=0, le=36_525)
    working_days: int = Field(default=0, ge=0, le=1000)
    nations: tuple[Nation, ...] = ("England", "Wales")

    @model_validator(mode="after")
    def _has_one_unit(self) -> Self:
        if sum(bool(number) for number in (self.years, self.months, self.days, self.working_days)) != 1:
            raise ValueError("give one of years, months, days and working_days")
        return self

    @property
    def words(self) -> str:
        """12 months; 28 days; 20 working days."""
        units = {
            "year": self.years,
            "month": self.months,
            "day": self.days,
            "working day": self.working_days,
        }
        unit, number = next((unit, number) for unit, number in units.items() if number)
        return f"{number} {unit}" + ("" if number == 1 else "s")


class Standing(Part):
    """Something that has to be there, and stays: it falls due once, at once."""

    kind: Literal["standing"]

    @property
    def words(self) -> str:
        """As the statement says it."""
        return "in place at all times"


class Every(Part):
    """Again, no later than `span` after the last time. Warnings are counted from the last time too."""

    kind: Literal["every"]
    span: Span
    warn: tuple[Span, ...] = ()

    @property
    def words(self) -> str:
        """As the statement says it."""
        return f"again within {self.span.words} of the last time"


class EachYear(Part):
    """Once in each year, which begins on the first of `begins_month`. Warnings are counted from there."""

    kind: Literal["each-year"]
    begins_month: int = Field(default=4, ge=1, le=12)
    warn: tuple[Span, ...] = ()

    @property
    def words(self) -> str:
        """As the statement says it."""
        return "once in each year from April to March" if self.begins_month == 4 else "once in each year"


class Within(Part):
    """An answer, no later than `span` after what asks for it came. Warnings are counted from then."""

    kind: Literal["within"]
    span: Span
    warn: tuple[Span, ...] = ()

    @property
    def words(self) -> str:
        """As the statement says it."""
        return f"within {self.span.words}"


Clock = Annotated[Standing | Every | EachYear | Within, Field(discriminator="kind")]
