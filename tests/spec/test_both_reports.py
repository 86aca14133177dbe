"""Every quantity of two published reports, by the measure that counts it, or why none does.

The rows are those of a reading of both: an annual report (B) and a partnership's plan (D). What is no quantity is said
so. What is about named people or cases stays where cases are kept: no measure counts it from there.
"""

import numpy as np
import pytest

from wardmote.definitions.catalogue import all_measures, find_measure
from wardmote.measures import measure_series

# Row, what it is in short, and the measures that count what it says.
QUANTITIES = (
    ("B035", "what serves several priorities", ("campaign-events", "training-sessions", "safe-places")),
    ("B036", "a film about knives", ("educational-material-views",)),
    ("B037", "a week against sexual violence", ("campaign-events", "campaign-attendance")),
    ("B038", "forums on domestic abuse", ("training-sessions", "training-attendance", "people-trained")),
    ("B040", "a programme for those who abuse", (
        "perpetrator-programme-completions", "domestic-abuse-after-programme-completion",
    )),
    ("B041", "a pilot about stalking", ("stalking-programme-referrals",)),
    ("B044", "health advocates", ("survivors-supported-by-health-advocates", "health-staff-trained")),
    ("B045", "advocates for children", ("child-advocates", "children-supported-by-advocates")),
    ("B046", "a landlord's staff trained", ("housing-staff-trained",)),
    ("B048", "conferences on high-risk abuse", ("marac-cases", "marac-repeat-cases", "marac-partner-referrals")),
    ("B049", "training for those conferences", ("training-sessions", "people-trained")),
    ("B051", "places of refuge in towns", ("safe-places",)),
    ("B052", "a week about Prevent", ("campaign-events", "campaign-attendance")),
    ("B053", "training about Prevent", ("training-sessions", "people-trained")),
    ("B055", "webinars about the internet", ("campaign-events",)),
    ("B056", "homes that are taken over", ("cuckooing-referrals",)),
    ("B058", "work with those who carry knives", ("focused-deterrence-completions",)),
    ("B059", "cafés for the young", ("youth-diversion-completions",)),
    ("B060", "cameras", ("cctv-cameras", "cctv-cameras-at-bus-stops")),
    ("B065", "officers on foot", ("patrol-hours",)),
    ("B066", "less trouble and violence in towns, it is said", ("anti-social-behaviour", "violence-and-sexual-offences")),
    ("B067", "violence at night, for an accreditation", ("ambulance-violence", "ed-violence")),
    ("B068", "a week for shops", ("campaign-events", "campaign-reach", "shoplifting")),
    ("B073", "sixteen days", ("campaign-events", "campaign-reach")),
    ("B074", "venues that promised", ("venues-with-a-promise",)),
    ("B075", "a drop-in for women", ("people-at-drop-ins",)),
    ("B076", "a conference on street workers", ("case-conferences-held",)),
    ("B077", "recovery programmes", ("recovery-programme-completions",)),
    ("B078", "training at two levels", ("training-sessions", "training-attendance")),
    ("B079", "leaflets", ("leaflets-given-out",)),
    ("B081", "a board of those who lived through it", ("meetings-with-experts-by-experience",)),
    ("B083", "handbags", ("handbags-given",)),
    ("B084", "a campaign for the young", ("campaign-events", "campaign-reach")),
    ("B086", "what serious violence is", ("serious-violence", "crime-severity", "crime-harm")),
    ("B087", "late and historical records", (
        "sexual-offences-by-month-of-offence", "domestic-abuse-crimes-by-month-of-offence",
    )),
    ("B088", "six offences", (
        "knife-crimes", "personal-robbery", "business-robbery", "sexual-assault", "rape",
        "grievous-bodily-harm-with-intent",
    )),
    ("B089", "which of them changed", ("knife-crimes", "personal-robbery", "business-robbery", "sexual-assault")),
    ("B090", "offences with a flag", (
        "rape", "attempted-murder", "domestic-abuse-rape", "domestic-abuse-grievous-bodily-harm",
    )),
    ("B091", "serious violence by section", ("serious-violence",)),
    ("B092", "domestic abuse", ("domestic-abuse-crimes",)),
    ("B093", "anti-social behaviour", ("police-asb", "anti-social-behaviour")),
    ("B097", "forces beside each other", ("all-crime",)),
    ("B100", "who is harmed", ("domestic-abuse-repeat-victims", "violence-and-sexual-offences")),
    ("D024", "events with repeat victims", ("domestic-abuse-events-with-repeat-victims",)),
    ("D025", "stalking", ("domestic-abuse-stalking",)),
    ("D026", "events by repeat suspects", ("domestic-abuse-events-by-repeat-suspects",)),
    ("D027", "after a programme", ("domestic-abuse-after-programme-start",)),
    ("D030", "sexual offences", ("sexual-offences",)),
    ("D031", "with alcohol", ("sexual-offences-with-alcohol", "completeness-of-alcohol-flag")),
    ("D032", "victims who withdraw", ("sexual-offence-victims-who-withdraw",)),
    ("D034", "anti-social behaviour", ("police-asb",)),
    ("D035", "in priority places", ("police-asb-in-priority-locations",)),
    ("D036", "repeat victims of it", ("asb-repeat-victims",)),
    ("D037", "repeat suspects of it", ("asb-repeat-suspects",)),
    ("D038", "alcohol", ("asb-linked-to-alcohol", "completeness-of-asb-alcohol-flag")),
    ("D039", "drugs", ("asb-linked-to-drugs", "completeness-of-asb-drugs-flag")),
    ("D040", "mental health", ("asb-linked-to-mental-health", "completeness-of-asb-mental-health-flag")),
    ("D042", "rural crime", ("rural-crimes",)),
    ("D043", "rural crime in priority places", ("rural-crimes-in-priority-locations",)),
    ("D044", "fly-tipping", ("fly-tipping",)),
    ("D046", "friends against scams", ("friends-against-scams",)),
    ("D047", "savings", ("savings-through-prevention",)),
    ("D049", "violence", ("violent-crimes",)),
    ("D050", "violence in priority places", ("violent-crimes-in-priority-locations",)),
    ("D051", "repeat victims of serious violence", ("serious-violence-repeat-victims",)),
    ("D052", "repeat suspects of it", ("serious-violence-repeat-suspects",)),
)  # fmt: skip
# The plan's own 23, each with a row of its own.
OF_THE_PLAN = tuple(row for row, _, _ in QUANTITIES if row.startswith("D"))

_PAPER = "a paper or a page of one, and no count"
_RECORD = "a record with dates and decisions, kept in the workspace's registers"
_CASES = "about people by name: kept with the cases, from which only a counted extract may come"
_LAW = "a duty or a power in law, and no count"
_LIST = "a list of activities: each is entered in the plan with its owner"
# Rows that give no quantity, by the reason.
NO_QUANTITY = {
    _PAPER: ("B001", "B002", "B006", "B009", "B024", "B025", "B098"),
    _RECORD: (
        "B003", "B004", "B005", "B007", "B008", "B010", "B014", "B015", "B016", "B017", "B018", "B021", "B022", "B026",
        "B027", "B028", "B029", "B030", "B031", "B033", "B039", "B042", "B043", "B050", "B061", "B062", "B063", "B069",
        "B070", "B080", "B082", "B085", "B094", "B095", "B096", "B099", "B101", "D028",
    ),
    _LAW: ("B011", "B012", "B013", "B019", "B020", "B034"),
    _CASES: ("B023", "B032", "B047", "B054", "B057", "B064", "B071", "B072"),
    _LIST: ("D029", "D033", "D041", "D045", "D048"),
}  # fmt: skip


def test_every_row_of_both_reports_is_measured_or_says_why_not():
    measured = [row for row, _, _ in QUANTITIES]
    told = [row for rows in NO_QUANTITY.values() for row in rows]
    rows = [f"B{n:03}" for n in range(1, 102)] + [f"D{n:03}" for n in range(24, 53)]
    assert sorted(measured + told) == rows


def test_the_plan_has_23_measures_of_which_two_are_better_when_they_rise():
    assert len(OF_THE_PLAN) == 23
    first = [measures[0] for row, _, measures in QUANTITIES if row in OF_THE_PLAN]
    assert [id_ for id_ in first if find_measure(id_).direction == "up"] == [
        "friends-against-scams",
        "savings-through-prevention",
    ]
    assert all("Dorset Community Safety Plan 2023-26" in find_measure(id_).asked_for_by for id_ in first)


@pytest.mark.slow
@pytest.mark.parametrize(("row", "measures"), [(row, measures) for row, _, measures in QUANTITIES])
def test_it_computes_on_exampleshire(partners, row, measures):
    evidence, _ = partners
    for id_ in measures:
        series = measure_series(evidence, find_measure(id_), period="year")
        seen = np.isin(series.status, ("ok", "provisional"))
        assert np.isfinite(series.value[seen]).any(), (row, id_)


@pytest.mark.slow
@pytest.mark.parametrize("id_", ["safe-places", "friends-against-scams", "patrol-hours", "cctv-cameras"])
def test_schemes_are_counted_by_town(partners, id_):
    evidence, _ = partners
    measure = find_measure(id_)
    towns = measure_series(evidence, measure, by="town")
    whole = measure_series(evidence, measure)
    assert [area.name for area in towns.areas] == ["Mottlebury", "Oxterwick", "Quillhaven"]
    assert towns.count[:, -1].sum() == whole.count[0, -1] > 0
    if id_ == "safe-places":
        assert towns.count[:, -1].tolist() == [57, 11, 102]


def test_no_measure_of_the_catalogue_was_asked_for_by_a_report_and_is_forgotten_here():
    named = {id_ for _, _, measures in QUANTITIES for id_ in measures}
    asked = {measure.id for measure in all_measures() if measure.asked_for_by}
    assert asked - named == set()
