"""One line of the table of claims."""

from dataclasses import dataclass

HIGHEST = 0.07


@dataclass(frozen=True)
class Row:
    """How often one claim was wrong; `highest` is None where no bound is promised."""

    claim: str
    situation: str
    rate: float
    highest: float | None = HIGHEST

    @property
    def is_within(self) -> bool:
        """Whether the rate is below its bound, as far as there is one."""
        return self.highest is None or self.rate <= self.highest
