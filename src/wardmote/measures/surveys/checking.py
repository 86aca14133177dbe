"""Whether a printed survey percentage can be true of its base, and what may be said of two of them."""

from decimal import Decimal

from wardmote.errors import BadInput
from wardmote.measures.surveys.changes import verb
from wardmote.statistics.attainable import Attainable, attainable_percentages, stated_ratio


def check_percentage(stated: str, *, base: int) -> tuple[Attainable, str]:
    """Whether any whole number of `base` gives the percentage as printed, and the sentence that says so.

    Raises BadInput for what is no percentage or no base. Weighted percentages are not bound by this.

    >>> check_percentage("14.8", base=90)[1]
    'No whole number of 90 gives 14.8%: the nearest, 13 of 90, is 14.4%. 13 of 88 would give it: ask what it stands on.'
    """
    try:
        found = attainable_percentages(stated.strip().removesuffix("%"), base=base)
    except ValueError as error:
        raise BadInput(
            str(error).split(". ")[0], do="give a percentage such as 14.8, and a base of 1 or more"
        ) from error
    return found, _sentence(found)


def compare_percentages(first: str, second: str) -> str:
    """How one printed percentage stands to another, and the verb that two sound bases would at most allow."""
    try:
        figures = [part.strip().removesuffix("%") for part in (first, second)]
        ratio = stated_ratio(*figures)
    except ValueError as error:
        raise BadInput(str(error).split(". ")[0], do="give two percentages such as 8.5 and 14.8") from error
    before, after = (float(Decimal(figure)) for figure in figures)
    return (
        f"From {figures[0]}% to {figures[1]}% is {ratio.value:.2f} times as high ({ratio.lower:.2f} to {ratio.upper:.2f}"
        f" whatever the rounding). If both bases are known and a test tells them apart, the word is “{verb(before, after)}”; until then it is neither rise nor fall."
    )


def _sentence(found: Attainable) -> str:
    stated, base = f"{found.stated}%", f"{found.base:,}"
    if not found.can_fail:
        return f"{stated} of {base}: the base is so large that every such percentage can be had, so this tells nothing."
    if found.only_count is not None:
        return f"{stated} of {base} is {found.only_count:,}, and no other whole number gives it."
    if found.is_attainable:
        return f"{stated} of {base} is any of {found.counts[0]:,} to {found.counts[-1]:,}."
    nearest = f"the nearest, {found.nearest_count:,} of {base}, is {found.nearest:.{_decimals(found.stated)}f}%"
    other = ""
    if found.nearest_base is not None:
        other = f" {found.nearest_base_count:,} of {found.nearest_base:,} would give it: ask what it stands on."
    return f"No whole number of {base} gives {stated}: {nearest}.{other}"


def _decimals(figure: Decimal) -> int:
    exponent = figure.as_tuple().exponent
    return max(-exponent, 1) if isinstance(exponent, int) else 1
