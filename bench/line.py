"""A line of the table: one figure, what it is held against, and whether that limit is met."""

import math
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Line:
    """`ratio` is held against `limit`; a line without a limit is for information, and no ratio was not measured."""

    what: str
    ours: str
    against: str
    ratio: float = math.nan
    limit: float | None = None
    wanted: Literal["at most", "at least"] = "at most"

    @property
    def verdict(self) -> str:
        """PASS, SHORT, or what else there is to say."""
        if self.limit is None:
            return "for information"
        if math.isnan(self.ratio):
            return "not measured"
        is_met = self.ratio <= self.limit if self.wanted == "at most" else self.ratio >= self.limit
        return "PASS" if is_met else "SHORT"

    def printed(self) -> str:
        """The line as it stands in the table."""
        ratio = "" if math.isnan(self.ratio) else f"{self.ratio:.2f}"
        limit = "" if self.limit is None else f"{self.wanted} {self.limit:g}"
        return f"  {self.what:<40} {self.ours:<25} {self.against:<39} {ratio:>6}  {limit:<13} {self.verdict}"


HEADING = f"  {'':<40} {'Wardmote':<25} {'against':<39} {'ratio':>6}  {'limit':<13}"
