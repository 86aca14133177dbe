"""What is typed in the workspace, loaded into evidence and measured: it has to be the same figure."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.test import override_settings
from web.pages import words
from web.smallshire import write_lookups

from wardmote.definitions.catalogue import find_measure
from wardmote.errors import BadInput
from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.measures import measure_series
from wardmote.web.activity.actions.activities import add_activity
from wardmote.web.activity.actions.numbers import add_figure, add_site, change_figure, remove_figure
from wardmote.web.core.clock import pretending
from wardmote.web.core.feeding import feed_evidence
from wardmote.web.risks.actions.money import add_saving

NOW = datetime(2025, 6, 15, 12, tzinfo=ZoneInfo("UTC"))


@pytest.fixture
def workspace(tmp_path):
    """An evidence store that holds nothing but where the partnership is."""
    made = Workspace.create(tmp_path / "workspace", areas=("Smallshire",), name="Exampleshire")
    (tmp_path / "raw").mkdir()
    write_lookups(tmp_path / "raw")
    load_paths(made.store, [tmp_path / "raw"])
    return made


@pytest.fixture
def by(scenario):
    with pretending(NOW):
        yield scenario.commander()


def activity(scenario, by, kind):
    return add_activity(by=by, kind=kind, title=f"Some {kind}", agency=scenario.agencies["Exampleshire Council"])


def enter(record, by, item, value, day, **more):
    last = more.pop("last_on", day)
    return add_figure(by=by, activity=record, item=item, first_on=day, last_on=last, value=Decimal(value), **more)


def measured(workspace, measure, month):
    series = measure_series(workspace.evidence(), find_measure(measure), period="month")
    return next((row.count, row.base) for row in series.rows() if row.period == month)


def session(record, by, day, *, places, attended):
    enter(record, by, "places", places, day)
    return enter(record, by, "attended", attended, day)


def test_training_places_are_measured_as_they_were_typed(scenario, workspace, by):
    course = activity(scenario, by, "training")
    session(course, by, date(2025, 4, 3), places=45, attended=31)
    session(course, by, date(2025, 4, 24), places=45, attended=40)

    feed_evidence(workspace, by)

    assert measured(workspace, "training-attendance", "2025-04") == (71, 90)


def test_those_who_came_from_two_agencies_are_added_up(scenario, workspace, by):
    course, day = activity(scenario, by, "training"), date(2025, 4, 3)
    enter(course, by, "places", 45, day)
    for agency, number in (("Exampleshire Council", 20), ("Exampleshire Police", 15)):
        enter(course, by, "attended", number, day, of_agency=scenario.agencies[agency])

    feed_evidence(workspace, by)

    assert measured(workspace, "training-attendance", "2025-04") == (35, 45)


def test_venues_are_counted_by_town_at_the_end_of_each_month(scenario, workspace, by):
    scheme = activity(scenario, by, "safe-places")
    for n, town in enumerate(["Quillhaven"] * 3 + ["Oxterwick"] * 2):
        add_site(by=by, activity=scheme, name=f"Venue {n}", town=town, joined_on=date(2025, 4, 10))
    add_site(
        by=by, activity=scheme, name="Gone", town="Oxterwick", joined_on=date(2025, 4, 10), left_on=date(2025, 5, 20)
    )

    feed_evidence(workspace, by)

    assert measured(workspace, "safe-places", "2025-04")[0] == 6
    # The example's library joined on 1 May, when one of these had not left yet.
    assert measured(workspace, "safe-places", "2025-05")[0] == 6
    rows = workspace.evidence().snapshot.rows(
        "SELECT area_name, value FROM tallies WHERE source = 'safe-places' AND first = DATE '2025-05-31' ORDER BY ALL"
    )
    assert rows == [("Oxterwick", 2.0), ("Quillhaven", 4.0)]


def test_members_and_savings_are_measured_as_they_were_typed(scenario, workspace, by):
    scheme = activity(scenario, by, "scam-friends")
    first, last = date(2025, 4, 1), date(2025, 4, 30)
    enter(scheme, by, "members", 310, first, last_on=last, place="Quillhaven")
    enter(scheme, by, "members", 85, first, last_on=last, place="Oxterwick")
    add_saving(
        by=by,
        title="Visits",
        agency=scenario.agencies["Exampleshire Council"],
        first_on=first,
        last_on=last,
        amount=Decimal(1240),
        cases=20,
        method="Average loss, times visits.",
    )

    feed_evidence(workspace, by)

    assert measured(workspace, "friends-against-scams", "2025-04")[0] == 395
    # The example of a saving in the same month, of £23,000, is loaded too.
    assert measured(workspace, "savings-through-prevention", "2025-04")[0] == 24_240


def test_what_no_other_card_reads_is_held_as_the_partnership_s_own(scenario, workspace, by):
    patrol = activity(scenario, by, "patrol")
    enter(patrol, by, "hours", 250, date(2025, 4, 1), last_on=date(2025, 4, 30), place="Quillhaven")

    feed_evidence(workspace, by)

    rows = workspace.evidence().snapshot.rows(
        "SELECT item, detail, area_name, value, last FROM tallies"
        " WHERE source = 'workspace-activity' AND item = 'patrol: hours'"
    )
    assert rows == [("patrol: hours", "Patrols", "Quillhaven", 250.0, date(2025, 4, 30))]


def test_what_is_chosen_of_an_activity_parts_its_figures(scenario, workspace, by):
    for kind, number in (("Health advocates", 41), ("Child advocates", 17)):
        service = add_activity(
            by=by, kind="service", title=kind, agency=scenario.agencies["Exampleshire Council"], words={"kind": kind}
        )
        enter(service, by, "supported", number, date(2025, 4, 1), last_on=date(2025, 4, 30))

    feed_evidence(workspace, by)

    assert measured(workspace, "survivors-supported-by-health-advocates", "2025-04")[0] == 41
    assert measured(workspace, "children-supported-by-advocates", "2025-04")[0] == 17


def test_cameras_are_counted_by_their_category_too(scenario, workspace, by):
    cameras = activity(scenario, by, "cctv")
    for category, number in (("Street", 30), ("Bus shelter or station", 12)):
        add_site(
            by=by, activity=cameras, name=category, town="Oxterwick", category=category, number=number,
            joined_on=date(2025, 4, 10),
        )  # fmt: skip

    feed_evidence(workspace, by)

    assert measured(workspace, "cctv-cameras-at-bus-stops", "2025-04")[0] == 12
    assert measured(workspace, "cctv-cameras", "2025-04")[0] == 42


def test_a_figure_of_a_quarter_stands_for_all_its_months(scenario, workspace, by):
    patrol = activity(scenario, by, "patrol")
    enter(patrol, by, "hours", 750, date(2025, 1, 1), last_on=date(2025, 3, 31))

    feed_evidence(workspace, by)

    series = measure_series(workspace.evidence(), find_measure("patrol-hours"), period="quarter")
    assert {row.period: row.count for row in series.rows()}["2024-25 Q4"] == 750


def test_what_is_corrected_or_taken_back_is_measured_anew(scenario, workspace, by):
    course = activity(scenario, by, "training")
    came = session(course, by, date(2025, 4, 3), places=45, attended=31)
    late = session(course, by, date(2025, 4, 24), places=0, attended=9)
    feed_evidence(workspace, by)

    change_figure(came, by=by, value=Decimal(33))
    for figure in course.figures.filter(first_on=late.first_on):
        remove_figure(figure, by=by)
    feed_evidence(workspace, by)

    assert measured(workspace, "training-attendance", "2025-04") == (33, 45)


def test_loading_twice_changes_nothing(scenario, workspace, by):
    session(activity(scenario, by, "training"), by, date(2025, 4, 3), places=45, attended=31)
    feed_evidence(workspace, by)
    before = workspace.store.load().number

    fed = feed_evidence(workspace, by)

    assert workspace.store.load().number == before
    assert {one.sentence for one in fed} == {"Nothing new since the last load."}


def test_a_month_that_a_partner_s_file_has_is_not_counted_twice(scenario, workspace, by, tmp_path):
    given = tmp_path / "training.csv"
    given.write_text("Session Date,Course,Places,Booked,Attended\n05/04/2025,Forum,45,40,36\n", encoding="utf-8")
    load_paths(workspace.store, [given])
    session(activity(scenario, by, "training"), by, date(2025, 4, 3), places=45, attended=31)

    (fed,) = [one for one in feed_evidence(workspace, by) if one.card == "Training sessions"]

    assert "2 figures left out, because a partner’s own file is loaded for the same months." in fed.sentence
    assert measured(workspace, "training-attendance", "2025-04") == (36, 45)


def test_a_partner_s_file_that_comes_later_takes_the_place_of_what_was_typed(scenario, workspace, by, tmp_path):
    course = activity(scenario, by, "training")
    for day in (3, 5):
        session(course, by, date(2025, 4, day), places=45, attended=31)
    feed_evidence(workspace, by)
    given = tmp_path / "training.csv"
    given.write_text("Session Date,Course,Places,Booked,Attended\n05/04/2025,Forum,45,40,36\n", encoding="utf-8")
    load_paths(workspace.store, [given])

    feed_evidence(workspace, by)

    assert measured(workspace, "training-attendance", "2025-04") == (36, 45)


def test_another_partnership_s_figures_stay_out_of_this_evidence(scenario, workspace):
    with pytest.raises(BadInput, match="The evidence here is that of Exampleshire"):
        feed_evidence(workspace, scenario.actor("outsider"))


def test_the_page_loads_and_says_what_became_of_it(scenario, workspace, by):
    with override_settings(WARDMOTE_WORKSPACE=workspace.folder):
        asked = words(scenario.browser("analyst").get("/p/exampleshire/activity/load/"))
        answer = words(scenario.browser("analyst").post("/p/exampleshire/activity/load/"))

    assert "Load them" in asked
    assert "Safe Places Load" in answer
    assert "Savings through prevention Load" in answer
