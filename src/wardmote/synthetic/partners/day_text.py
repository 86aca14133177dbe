"""Days as numbers, and as the text of each partner's habit. Each different day is written once, which is far quicker."""

from datetime import date

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Texts = npt.NDArray[np.str_]

# What a spreadsheet counts its days from, once its leap day of 1900 that never was is allowed for.
_SPREADSHEET_ZERO = date(1899, 12, 30)


def day_texts(days: Numbers, form: str) -> Texts:
    """Each day number (as `date.toordinal` counts) in a `strftime` form; -1 stands for no date: an empty text."""
    different, place = np.unique(days, return_inverse=True)
    written = [f"{date.fromordinal(day):{form}}" if day >= 0 else "" for day in different.tolist()]
    return np.array(written, dtype=np.str_)[place]


def spreadsheet_number(day: int) -> int:
    """The number that a spreadsheet holds for a day number."""
    return day - _SPREADSHEET_ZERO.toordinal()


def clock_texts(minutes: Numbers) -> Texts:
    """Minutes of the day as `HH:MM`; -1 gives an empty text."""
    every = np.array([*(f"{i // 60:02d}:{i % 60:02d}" for i in range(24 * 60)), ""])
    return every[minutes]
