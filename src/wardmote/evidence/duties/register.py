"""The register of receipts: when partners' information really came, where it was loaded later than it came."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from wardmote.errors import BadInput
from wardmote.evidence.duties.officers import rows_of_sheet

REGISTER = "s17a-arrivals.csv"
_NEEDED = ("Dataset", "Period Start", "Received")
_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y")
_NO = ("n", "no", "false", "0")


@dataclass(frozen=True)
class Receipt:
    """When the information of one source and period came, and whether whoever received it found it complete."""

    received: date | None
    is_called_complete: bool


def read_register(folder: Path) -> dict[tuple[str, date], Receipt]:
    """Receipts by source and first day of the period; none where the workspace keeps no register."""
    path = folder / REGISTER
    if not path.is_file():
        return {}
    return {
        (row["Dataset"], _day(row["Period Start"], path, number)): Receipt(
            _day(row["Received"], path, number) if row["Received"] else None,
            row.get("Complete", "").lower() not in _NO,
        )
        for number, row in enumerate(rows_of_sheet(path, needed=_NEEDED), start=1)
    }


def _day(text: str, path: Path, number: int) -> date:
    for form in _FORMS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise BadInput(f"row {number} has a day that is not written like 2024-09-30", where=path.name, do="mend the row")
