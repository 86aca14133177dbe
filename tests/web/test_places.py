"""The table of places: highest first, with a word where there is no figure."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from wardmote.definitions.catalogue import find_measure
from wardmote.measures.finding import Finding
from wardmote.measures.series import Area, Period, Series
from wardmote.web.insight.presenters.places import places_sentence, places_table, split_places
from wardmote.web.insight.queries.choices import Choices

YEAR = Period("rolling-12", date(2024, 7, 1), date(2025, 6, 1), "12 months to 2025-06")
CHOICES = Choices("ward", "month", date(2023, 1, 1), date(2025, 6, 1), None)


def places(*levels, unit="per 1,000 residents", statuses=None):
    column = np.array(levels, dtype=float).reshape(-1, 1)
    status = np.array(statuses or ["ok"] * len(levels)).reshape(-1, 1)
    return Series(
        measure=find_measure("burglary"),
        unit=unit,
        areas=tuple(Area("ward", f"E0500000{n}", f"Ward {n}") for n in range(len(levels))),
        periods=(YEAR,),
        count=column * 3,
        base=np.full_like(column, 3000),
        value=column,
        lower=column - 1,
        upper=column + 1,
        status=status,
        load=1,
    )


def change(code, *, estimate, distinguishable):
    return Finding(
        "change", "burglary", 1, "ward", code, code, estimate, None, None, 0.01, 0.02, distinguishable, "", "", ""
    )


def test_the_highest_place_comes_first():
    table = places_table(places(4.0, 9.0, 6.0), changes={}, choices=CHOICES)

    assert [row[0].text for row in table.rows] == ["Ward 1", "Ward 2", "Ward 0"]


def test_a_place_leads_to_its_own_page_with_the_other_choices_kept():
    table = places_table(places(4.0), changes={}, choices=CHOICES)

    assert table.rows[0][0].href == ("/measures/burglary/?by=ward&period=month&from=2023-01&to=2025-06&area=E05000000")


@pytest.mark.parametrize(
    ("status", "words"),
    [("gap", "months missing"), ("no base", "no population loaded"), ("suppressed", "too few to show")],
)
def test_what_has_no_figure_says_why_and_comes_last(status, words):
    table = places_table(places(np.nan, 2.0, statuses=[status, "ok"]), changes={}, choices=CHOICES)

    assert [(row[0].text, row[2].text) for row in table.rows] == [("Ward 1", "2.0"), ("Ward 0", words)]


def test_a_count_has_no_second_column_for_its_level():
    table = places_table(places(4.0, unit="count"), changes={}, choices=CHOICES)

    assert table.heads == ("Place", "Crimes", "Change on the year before")
    assert [cell.text for cell in table.rows[0]] == ["Ward 0", "12", "Cannot tell"]


@pytest.mark.parametrize(
    ("estimate", "distinguishable", "text", "note"),
    [
        (0.5, True, "Down 50%", "More than chance"),
        (1.1, False, "Up 10%", "Could be chance"),
        (None, None, "Cannot tell", ""),
    ],
)
def test_a_change_says_how_sure_it_is(estimate, distinguishable, text, note):
    found = change("E05000000", estimate=estimate, distinguishable=distinguishable)

    table = places_table(places(4.0), changes={"E05000000": found}, choices=CHOICES)

    assert (table.rows[0][-1].text, table.rows[0][-1].note) == (text, note)


def test_a_change_of_a_share_is_in_points():
    shares = replace(places(9.5, unit="%"), measure=find_measure("outcome-charged"))

    table = places_table(
        shares, changes={"E05000000": change("E05000000", estimate=-2.34, distinguishable=True)}, choices=CHOICES
    )

    assert table.rows[0][-1].text == "Down 2.3 points"


def test_the_sentence_names_the_three_highest():
    assert places_sentence(places(1.0, 4.0, 3.0, 2.0)) == (
        "Highest are Ward 1 (4.0), Ward 2 (3.0) and Ward 3 (2.0): crimes per 1,000 residents, July 2024 to June 2025."
    )


def test_without_any_figure_the_sentence_says_so():
    assert places_sentence(places(np.nan)) == "There is no figure for any of these places in this period."


def test_a_long_table_shows_the_highest_and_keeps_the_rest_behind():
    first, whole = split_places(places_table(places(*range(30)), changes={}, choices=CHOICES))

    assert (len(first.rows), len(whole.rows)) == (12, 30)
    assert first.caption == "Wards, the 12 highest: July 2024 to June 2025"


def test_a_short_table_is_shown_whole():
    table = places_table(places(1.0, 2.0), changes={}, choices=CHOICES)

    assert split_places(table) == (table, None)
