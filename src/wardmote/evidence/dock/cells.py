"""SQL for what a cell says: nothing, a word, a number, a day or a time."""

from collections.abc import Iterable

from wardmote.definitions.card_parts import DateForm
from wardmote.evidence.duck import quoted

_NOTHING = ("", "-", "--", "–", ".", "n/a", "na", "#n/a", "null", "nan", "(blank)", "[x]", "[z]", "..", ":", "*")
_TIMES = ("", " %H:%M:%S", " %H:%M", " %I:%M:%S %p", " %I:%M %p")
_NAMED_DAYS = ("%d %b", "%d %B")
_FIRST_SERIAL, _LAST_SERIAL = 15_000, 80_000


def clean_sql(cell: str) -> str:
    """A cell without the spaces around it; empty where it says that it says nothing."""
    trimmed = rf"trim(replace(replace(replace({cell}, chr(160), ' '), chr(9), ' '), chr(10), ' '))"
    return f"CASE WHEN lower({trimmed}) IN ({_quoted(_NOTHING)}) THEN NULL ELSE {trimmed} END"


def word_sql(text: str) -> str:
    """A word as words are compared: without case and spaces."""
    return f"replace(lower({text}), ' ', '')"


def word_of(text: str) -> str:
    """The same of a Python text."""
    return text.lower().replace(" ", "")


def words_sql(words: Iterable[str]) -> str:
    """Words as an SQL list in brackets, as they are compared."""
    return f"({_quoted(word_of(word) for word in words)})"


def number_sql(text: str) -> str:
    """A number with or without thousands commas, a pound sign or a per cent sign; empty where it is none."""
    return rf"TRY_CAST(regexp_replace({text}, '[,£%\s]', '', 'g') AS DOUBLE)"


def moment_sql(text: str, forms: Iterable[DateForm]) -> str:
    """The day and time in a text, by the first of the forms that it is written in; empty where it is in none."""
    return f"coalesce({', '.join(_FORMS[form](text) for form in forms)})"


def hour_sql(text: str, moment: str) -> str:
    """The hour of a moment, empty where the text gives none."""
    gives_time = f"contains({text}, ':') OR regexp_matches({text}, '^[0-9]{{5}}\\.[0-9]+$')"
    return f"CASE WHEN {gives_time} THEN CAST(hour({moment}) AS INTEGER) END"


def time_sql(text: str) -> str:
    """The hour in a text that holds a time alone, a fraction of a day included, as Excel counts."""
    read = f"try_strptime({text}, ['%H:%M:%S', '%H:%M', '%H%M', '%H.%M', '%I:%M %p', '%I:%M:%S %p', '%I%p'])"
    fraction = f"TRY_CAST({text} AS DOUBLE)"
    by_fraction = f"CASE WHEN {fraction} >= 0 AND {fraction} < 1 THEN CAST(floor({fraction} * 24) AS INTEGER) END"
    # A date comes before the time where a whole moment stands in the column for times.
    moment = f"TRY_CAST({text} AS TIMESTAMP)"
    return f"coalesce({by_fraction}, CAST(hour({read}) AS INTEGER), CAST(hour({moment}) AS INTEGER))"


def _iso(text: str) -> str:
    return f"CASE WHEN {text}[5:5] IN ('-', '/') AND {text}[1:4] SIMILAR TO '[0-9]+' THEN TRY_CAST({text} AS TIMESTAMP) END"


def _slashed(text: str, day: str) -> str:
    plain = f"replace(replace({text}, '.', '/'), '-', '/')"
    looks_right = rf"regexp_matches({text}, '^[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-][0-9]{{2,4}}')"
    # A colon may not become a slash, and a dot between hours and minutes is rare: only the date's own signs are changed.
    date_part = rf"regexp_extract({plain}, '^[0-9/]+')"
    whole = rf"{date_part} || regexp_extract({text}, '^[0-9/.-]+(.*)$', 1)"
    return f"CASE WHEN {looks_right} THEN {_long_or_short_year(whole, [f'{day}/'])} END"


def _day_first(text: str) -> str:
    return _slashed(text, "%d/%m")


def _month_first(text: str) -> str:
    return _slashed(text, "%m/%d")


def _day_month_name(text: str) -> str:
    spaced = rf"regexp_replace({text}, '^([0-9]{{1,2}})(st|nd|rd|th)?[ /-]+([A-Za-z]+)[ ,/-]+', '\1 \3 ')"
    plain = f"replace(lower({spaced}), ' sept ', ' sep ')"
    looks_right = rf"regexp_matches({text}, '^[0-9]{{1,2}}(st|nd|rd|th)?[ /-]+[A-Za-z]{{3,9}}[ ,/-]+[0-9]{{2}}')"
    return f"CASE WHEN {looks_right} THEN {_long_or_short_year(plain, [f'{days} ' for days in _NAMED_DAYS])} END"


def _long_or_short_year(text: str, beginnings: Iterable[str]) -> str:
    """Years of two figures are never in the future. They are tried first: %Y would take 24 for the year 24."""
    short = ", ".join(quoted(f"{days}%y{time}") for days in beginnings for time in _TIMES)
    long = ", ".join(quoted(f"{days}%Y{time}") for days in beginnings for time in _TIMES)
    read_short = f"try_strptime({text}, [{short}])"
    past = f"CASE WHEN {read_short} > now()::TIMESTAMP + INTERVAL 1 DAY THEN {read_short} - INTERVAL 100 YEAR ELSE {read_short} END"
    return f"coalesce({past}, try_strptime({text}, [{long}]))"


def _compact(text: str) -> str:
    return f"CASE WHEN regexp_full_match({text}, '[0-9]{{8}}') THEN try_strptime({text}, '%Y%m%d') END"


def _month(text: str) -> str:
    plain = rf"regexp_replace({text}, '[ /-]+', ' ')"
    return f"try_strptime({plain}, ['%b %y', '%b %Y', '%B %y', '%B %Y', '%Y %m', '%m %Y'])"


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


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(quoted(word) for word in words)
