"""SQL for the day, and perhaps the time, that a text gives in one of the forms that spreadsheets write.

Each form is brought to ISO 8601 and then cast, which takes a tenth of the time that trying out formats does.
"""

from collections.abc import Iterable

from wardmote.definitions.card_parts import DateForm
from wardmote.evidence.duck import quoted

_FIRST_SERIAL, _LAST_SERIAL = 15_000, 80_000
_TIME = r"(?:[ T,]+(.*))?$"
_DAY_AND_MONTH = r"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})" + _TIME
_NAMED_MONTH = (
    r"^(?:[A-Za-z]{3,9},? +)?([0-9]{1,2})(?:st|nd|rd|th)?[ /-]*([A-Za-z]{3,9})\.?[ ,/-]*([0-9]{4}|[0-9]{2})" + _TIME
)
_MONTH_ALONE = r"^([A-Za-z]{3,9})[ /-]*([0-9]{4}|[0-9]{2})$"
_MONTH_IN_FIGURES = r"^(?:([0-9]{4})[ /-]([0-9]{1,2})|([0-9]{1,2})[ /-]([0-9]{4}))$"
_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"


def moment_sql(text: str, forms: Iterable[DateForm]) -> str:
    """The day and time in a text, by the first of the forms that it is written in; empty where it is in none."""
    return f"coalesce({', '.join(_FORMS[form](text) for form in forms)})"


def hour_sql(text: str, moment: str) -> str:
    """The hour of a moment, empty where the text gives none."""
    gives_time = f"contains({text}, ':') OR regexp_matches({text}, '^[0-9]{{5}}\\.[0-9]+$')"
    return f"CASE WHEN {gives_time} THEN CAST(hour({moment}) AS INTEGER) END"


def _iso(text: str) -> str:
    return f"CASE WHEN {text}[5:5] IN ('-', '/') AND {text}[1:2] IN ('18', '19', '20') THEN TRY_CAST({text} AS TIMESTAMP) END"


def _day_first(text: str) -> str:
    # The commonest form of all has its figures in fixed places, and needs no search for them.
    fixed = f"{text}[7:10] || '-' || {text}[4:5] || '-' || {text}[1:2] || {text}[11:]"
    is_fixed = (
        f"{text}[3:3] IN ('/', '.', '-') AND {text}[6:6] = {text}[3:3] AND TRY_CAST({text}[7:10] AS INTEGER) > 1800"
    )
    return f"CASE WHEN {is_fixed} THEN TRY_CAST({fixed} AS TIMESTAMP) END, {_found(text, _DAY_AND_MONTH, ('d', 'm', 'y', 't'))}"


def _month_first(text: str) -> str:
    return _found(text, _DAY_AND_MONTH, ("m", "d", "y", "t"))


def _day_month_name(text: str) -> str:
    return _found(text, _NAMED_MONTH, ("d", "n", "y", "t"))


def _month(text: str) -> str:
    found = f"regexp_extract({text}, {quoted(_MONTH_IN_FIGURES)}, ['a', 'b', 'c', 'd'])"
    figures = f"TRY_CAST(concat({found}.a, {found}.d) || '-' || lpad(concat({found}.b, {found}.c), 2, '0') || '-01' AS TIMESTAMP)"
    return (
        f"{_found(text, _MONTH_ALONE, ('n', 'y'))},"
        f" CASE WHEN regexp_matches({text}, {quoted(_MONTH_IN_FIGURES)}) THEN {figures} END"
    )


def _found(text: str, form: str, parts: tuple[str, ...]) -> str:
    """Day, month (in figures or by name), year and time found by a form, as a moment."""
    found = f"regexp_extract({text}, {quoted(form)}, [{', '.join(map(quoted, parts))}])"
    # Years of two figures are never in the future.
    century = f"CASE WHEN TRY_CAST({found}.y AS INTEGER) + 2000 > year(today()) THEN '19' ELSE '20' END"
    year = f"CASE WHEN length({found}.y) = 2 THEN {century} || {found}.y ELSE {found}.y END"
    place = f"strpos('{_MONTHS}', lower({found}.n[1:3]))"
    named = f"CASE WHEN {place} % 3 = 1 THEN CAST(({place} + 2) // 3 AS VARCHAR) END"
    month = named if "n" in parts else f"{found}.m"
    day = f"{found}.d" if "d" in parts else "'1'"
    days = f"{year} || '-' || lpad({month}, 2, '0') || '-' || lpad({day}, 2, '0')"
    if "t" not in parts:
        moment = f"TRY_CAST({days} AS TIMESTAMP)"
    else:
        by_twelve = f"try_strptime({found}.t, ['%I:%M:%S %p', '%I:%M %p', '%I:%M%p', '%I%p'])"
        moment = (
            f"CASE WHEN {found}.t = '' THEN TRY_CAST({days} AS TIMESTAMP)"
            f" WHEN upper({found}.t[-1:]) = 'M' THEN TRY_CAST({days} || ' ' || strftime({by_twelve}, '%H:%M:%S') AS TIMESTAMP)"
            f" ELSE TRY_CAST({days} || ' ' || {found}.t AS TIMESTAMP) END"
        )
    return f"CASE WHEN regexp_matches({text}, {quoted(form)}) THEN {moment} END"


def _compact(text: str) -> str:
    return f"CASE WHEN regexp_full_match({text}, '(19|20)[0-9]{{6}}') THEN try_strptime({text}, '%Y%m%d') END"


def _excel(text: str) -> str:
    """Days since the last but one of 1899, as Excel counts on Windows; the fraction is the time."""
    serial = f"TRY_CAST({text} AS DOUBLE)"
    moment = f"TIMESTAMP '1899-12-30' + to_seconds(round({serial} * 86400))"
    return f"CASE WHEN {serial} BETWEEN {_FIRST_SERIAL} AND {_LAST_SERIAL} THEN {moment} END"


_FORMS = {
    "iso": _iso,
    "day-first": _day_first,
    "day-month-name": _day_month_name,
    "month-first": _month_first,
    "compact": _compact,
    "month": _month,
    "excel": _excel,
}
