"""Measures that share records: which lie within which, and what may be taken from what."""

import itertools

import numpy as np
import pytest

from wardmote.definitions.catalogue import find_measure
from wardmote.definitions.measure import Filter
from wardmote.measures.areas import areas_of
from wardmote.measures.kinship import lies_within, pairs_with, planned_before, planned_measures
from wardmote.measures.series import Period
from wardmote.measures.timing import measured_counts
from wardmote.measures.withholding import withheld

ALL = Filter(table="events", where={"source": ("police",)})


def of(**more):
    return ALL.model_copy(update=more)


@pytest.mark.parametrize(
    ("one", "other", "is_within"),
    [
        (of(flags=("knife",)), ALL, True),
        (ALL, of(flags=("knife",)), False),
        (ALL, ALL, True),
        (of(within="priority-locations"), ALL, True),
        (of(within="priority-locations"), of(within="patrol-areas"), False),
        (of(where={"source": ("police",), "offence_code": ("34B",)}), ALL, True),
        (of(where={"source": ("police",), "offence_code": ("34B",)}), of(where={"source": ("police",), "offence_code": ("34A", "34B")}), True),
        (of(where={"source": ("police",), "offence_code": ("34B",)}), of(where={"source": ("police",), "category": ("Robbery",)}), False),
        (of(where={"source": ("council",)}), ALL, False),
        # Whoever says yes has answered.
        (of(flags=("knife",)), of(answered=("knife",)), True),
        (of(historical_after_months=12), ALL, True),
        (ALL, of(historical_after_months=12), False),
        (of(historical_after_months=12), of(historical_after_months=6), False),
        # Counted in another month, so that no month can be taken from another.
        (of(dated_by="occurred", historical_after_months=12), ALL, False),
        (Filter(table="tallies", where={"source": ("police",)}), ALL, False),
    ],
)  # fmt: skip
def test_what_lies_within_what(one, other, is_within):
    assert lies_within(one, other) is is_within


@pytest.mark.parametrize(
    ("later", "version", "before", "version_before"),
    [
        # What is asked for by the number of an old version gives way to what everybody sees.
        ("sexual-offences", 1, "sexual-offences", None),
        ("rape", 1, "rape", None),
        ("violent-crimes-in-priority-locations", None, "violent-crimes", None),
        ("police-asb-in-priority-locations", None, "police-asb", None),
        ("personal-robbery", None, "serious-violence", None),
        ("domestic-abuse-rape", None, "domestic-abuse-crimes", None),
        ("sexual-offences-with-alcohol", None, "crime-severity", None),
    ],
)
def test_a_part_gives_way_to_what_holds_it(later, version, before, version_before):
    assert find_measure(before, version=version_before) in planned_before(find_measure(later, version=version))


def test_nothing_is_planned_before_what_is_planned_before_it():
    order = planned_measures()
    for place, measure in enumerate(order):
        assert all(order.index(one) < place for one in planned_before(measure))


@pytest.mark.slow
@pytest.mark.parametrize("by", ["partnership", "section"])
def test_what_is_left_between_two_measures_of_the_catalogue_is_nothing_or_five_at_least(partners, by):
    """Every pair that the catalogue holds, over every span of months for which both figures are shown."""
    evidence, _ = partners
    areas = areas_of(evidence, by)
    looked_at = 0
    for measure in planned_measures():
        for pair in pairs_with(measure, planned_before(measure)):
            part, whole = (
                measured_counts(evidence, one.measure, areas=areas, part=one.part) for one in (pair.part, pair.whole)
            )
            if part.months != whole.months or not part.months:
                continue
            spans = list(itertools.combinations(range(len(part.months) + 1), 2))
            periods = [Period("month", part.months[i], part.months[j - 1], "") for i, j in spans]
            shown = [~withheld(evidence, one.measure, by=by, periods=periods) for one in (pair.part, pair.whole)]
            rest = np.column_stack([(whole.counts - part.counts)[:, i:j].sum(axis=1) for i, j in spans])
            small = (rest > 0) & (rest < 5)
            assert not (small & shown[0] & shown[1]).any(), (pair.part.measure.id, pair.whole.measure.id)
            looked_at += 1
    assert looked_at > 70
