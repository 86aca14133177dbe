"""Benchmarks and targets: the band, chance, and good news that may not be."""

from datetime import date

import pytest
from unit.reports.made_up import measure

from wardmote.definitions.measure import Benchmark, Filter, Target, YearlyAim
from wardmote.measures.finding import Finding
from wardmote.reports.kpi.bands import band_of, target_of
from wardmote.reports.kpi.content import Reading


def share(count, base, *, lower=None, upper=None):
    value = 100 * count / base
    low, high = value - 2 if lower is None else lower, value + 2 if upper is None else upper
    return Reading("the 12 months to March 2026", date(2026, 3, 1), "%", value, low, high, count, base, "ok")


def of_share(direction="down", *, band=(28, 40), target=None):
    return measure().model_copy(
        update={
            "calculation": "proportion",
            "denominator": Filter(),
            "direction": direction,
            "benchmark": Benchmark(lower=band[0], upper=band[1], source="SafeLives", as_of=date(2024, 9, 30)),
            "target": target and Target(value=target, by=date(2027, 3, 31), set_by="the board"),
        }
    )


@pytest.mark.parametrize(("edge", "expected", "more"), [(28, 202, 86), (31, 224, 108), (32, 231, 115), (40, 288, 172)])
def test_repeats_falling_to_16_per_cent_are_not_offered_as_good_news(edge, expected, more):
    # 116 of 721 MARAC cases were repeats, offered as good news; SafeLives finds 31% in the country.
    found = band_of(of_share(band=(edge, 41)), share(116, 721))
    assert found.place == "below"
    assert found.note.startswith("Lower is not good news in itself.")
    assert f"there would be {expected} of 721: {more} more than were counted" in found.note


@pytest.mark.parametrize(
    ("direction", "count", "place", "has_note"),
    [
        ("down", 300, "inside", False),
        ("down", 100, "below", True),
        ("down", 500, "above", False),
        ("up", 500, "above", True),
        ("up", 100, "below", False),
        ("neither", 100, "below", True),
    ],
)
def test_only_what_looks_better_than_elsewhere_gets_the_note(direction, count, place, has_note):
    found = band_of(of_share(direction), share(count, 1000))
    assert (found.place, bool(found.note)) == (place, has_note)


def test_an_interval_that_reaches_into_the_band_may_be_chance():
    assert band_of(of_share(), share(27, 100, lower=19, upper=36)).may_be_chance
    assert not band_of(of_share(), share(270, 1000, lower=24.3, upper=27.9)).may_be_chance


def test_a_figure_that_is_hidden_is_not_placed():
    hidden = Reading("2025-26 Q4", date(2026, 3, 1), "%", None, None, None, None, 20.0, "suppressed")
    found = band_of(of_share(), hidden)
    assert (found.place, found.note) == ("cannot tell", "")
    assert "cannot be told" in target_of(of_share(target=10), hidden)


@pytest.mark.parametrize(
    ("direction", "target", "words"),
    [
        ("down", 40, "Reached."),
        ("down", 20, "Not reached."),
        ("up", 20, "Reached."),
        ("up", 40, "Not reached."),
        ("down", 31, "Too close to tell from chance."),
        ("neither", 20, "The figure is above it."),
    ],
)
def test_a_target_is_judged_with_the_interval(direction, target, words):
    assert target_of(of_share(direction, target=target), share(300, 1000)).endswith(words)


def test_a_measure_without_band_or_target_says_nothing():
    assert band_of(measure(), share(1, 2)) is None
    assert target_of(measure(), share(1, 2)) == ""


def changed(estimate, *, is_sure=True):
    return Finding(
        kind="change",
        measure="m",
        version=1,
        area_kind="partnership",
        area_code="p",
        area_name="P",
        estimate=estimate,
        lower=None,
        upper=None,
        p=None,
        p_adjusted=None,
        distinguishable=is_sure,
        sentence="",
        method="",
        periods="",
    )


@pytest.mark.parametrize(
    ("each_year", "finding", "words"),
    [
        ("lower", changed(0.8), "Reached: lower than the year before, and more than chance explains."),
        ("lower", changed(1.3), "Not reached: higher than the year before, and more than chance explains."),
        ("higher", changed(1.3), "Reached: higher than the year before, and more than chance explains."),
        (
            "lower",
            changed(0.9, is_sure=False),
            "Lower than the year before, which chance may explain: too close to tell.",
        ),
        ("lower", changed(None, is_sure=None), "It cannot be told whether it is reached."),
        ("lower", None, "It cannot be told whether it is reached."),
    ],
)
def test_an_aim_for_each_year_is_judged_by_the_change_between_two(each_year, finding, words):
    aim = YearlyAim(each_year=each_year, set_by="the plan", wording="fewer each year")
    counted = measure().model_copy(update={"yearly_aim": aim})
    assert target_of(counted, share(1, 2), finding) == f"Fewer each year (the plan). {words}"


def test_a_share_that_fell_by_points_has_reached_a_lower_level():
    aim = YearlyAim(each_year="lower", set_by="the plan", wording="a smaller share")
    less = of_share().model_copy(update={"yearly_aim": aim})
    assert "Reached: lower" in target_of(less, share(1, 2), changed(-5.7))
