"""The state of a workspace in sentences."""

from collections.abc import Sequence
from datetime import date

from wardmote.evidence.evidence import Evidence
from wardmote.evidence.membership import lsoas_in_words
from wardmote.evidence.place_quality import place_precision, precision_in_words
from wardmote.evidence.quality import missing_months


def status_of(evidence: Evidence) -> list[str]:
    """One sentence a line: the areas, the forces, the evidence there is, and the gaps."""
    if evidence.load is None:
        areas = ", ".join(evidence.workspace.areas) or f"{lsoas_in_words(len(evidence.workspace.lsoas))} by a list"
        return [
            f"{evidence.workspace.name}: nothing is loaded yet. Its area ({areas}) is resolved when a lookup arrives."
        ]
    geography = evidence.geography
    lines = [f"{evidence.workspace.name}, after load {evidence.number}."]
    lines += [f"Area found: {words}" for words in geography.membership.found]
    lines += [f"Area not found yet: {words}" for words in geography.membership.needed]
    lines.append(_units(evidence))
    forces = ", ".join(geography.home_forces) or "not known yet"
    lines.append(f"Home force: {forces}.")
    lines += [_months(evidence, force) for force in geography.home_forces]
    lines += [precision_in_words(one) for one in place_precision(evidence)]
    years = ", ".join(str(year) for year in geography.population_years)
    lines.append(f"Residents known for: {years}." if years else "No population is loaded, so there are no rates yet.")
    return lines


def _units(evidence: Evidence) -> str:
    geography = evidence.geography
    how = {
        "lsoa21": "LSOAs of 2021; codes of 2011 are carried over",
        "lsoa11": "LSOAs of 2011; codes of 2021 have no place until a lookup of 2021 is loaded",
        "published": "LSOAs as the crime files name them, until a lookup is loaded",
    }[geography.unit_kind]
    sections = "wards stand in for sections" if geography.sections_are_wards else "sections by the workspace's own file"
    return f"Counted by {how}; {sections}."


def _months(evidence: Evidence, force: str) -> str:
    months = sorted(date.fromisoformat(month) for one, month in evidence.snapshot.slices("incidents") if one == force)
    if not months:
        return f"No crime files of {force} are loaded."
    if len(months) == 1:
        return f"Crimes of {force}: 1 month, {months[0]:%Y-%m}."
    missing = missing_months(months)
    gaps = (
        f"; {len(missing)} {'month' if len(missing) == 1 else 'months'} between {'is' if len(missing) == 1 else 'are'} missing: {', '.join(runs_in_words(missing))}"
        if missing
        else ""
    )
    return f"Crimes of {force}: {len(months)} months, {months[0]:%Y-%m} to {months[-1]:%Y-%m}{gaps}."


def runs_in_words(months: Sequence[date]) -> list[str]:
    """Runs of consecutive months, such as 2018-04 to 2018-09."""
    runs: list[list[date]] = []
    for month in months:
        if runs and _index(month) == _index(runs[-1][-1]) + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return [f"{run[0]:%Y-%m} to {run[-1]:%Y-%m}" if len(run) > 1 else f"{run[0]:%Y-%m}" for run in runs]


def _index(month: date) -> int:
    return month.year * 12 + month.month
