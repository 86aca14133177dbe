"""How many people each group of a survey's profile has in the population."""

from wardmote.definitions.survey import ProfileItem, WeightingTarget
from wardmote.evidence.evidence import Evidence

Groups = dict[str, float]

# Only LSOAs lie wholly within one partnership whichever way its area is given; the year nearest to the day counts.
_BY_AGE = """
    WITH aged AS (
        SELECT kind, code, year, age_from, age_to, persons FROM populations
        WHERE age_from IS NOT NULL AND kind LIKE 'lsoa%'
            AND code IN (SELECT places.lsoa_code FROM places JOIN units USING (unit) WHERE units.is_member)
    ), chosen AS (
        SELECT kind, year FROM aged GROUP BY kind, year ORDER BY abs(year - ?), year DESC, kind DESC LIMIT 1
    )
    SELECT age_from, age_to, sum(persons), any_value(year) FROM aged SEMI JOIN chosen USING (kind, year) GROUP BY ALL
"""


def population_of(evidence: Evidence, target: WeightingTarget, item_id: str, item: ProfileItem) -> Groups:
    """People by group of one margin of a target, in the order of the card; empty where nothing is loaded for it."""
    margin = target.margins[item_id]
    if margin.people:
        return {name: margin.people[name] for name in item.listed}
    _ = evidence.geography
    rows = evidence.snapshot.rows(_BY_AGE, [target.as_at.year])
    if not rows:
        return {}
    groups = dict.fromkeys(item.bands, 0.0)
    for youngest, oldest, persons, _year in rows:
        name = _band_of(item, int(str(youngest)), None if oldest is None else int(str(oldest)))
        if name:
            groups[name] += float(str(persons))
    return groups if all(groups.values()) else {}


def _band_of(item: ProfileItem, youngest: int, oldest: int | None) -> str | None:
    for name, (first, last) in item.bands.items():
        if youngest >= first and (last is None or (oldest is not None and oldest <= last)):
            return name
    return None
