import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.statistics import difference_of_versions

from wardmote.statistics.nested import difference_of_overlapping_counts

RECORDS = st.sets(st.integers(0, 60))


@settings(max_examples=1000)
@given(RECORDS, RECORDS)
def test_records_of_both_versions_drop_out(first, second):
    found = difference_of_overlapping_counts(len(first - second), len(second - first))
    assert (found.value, found.lower, found.upper) == pytest.approx(difference_of_versions(first, second))


def test_two_versions_that_count_the_same_may_still_differ_by_a_few():
    found = difference_of_overlapping_counts(0, 0)
    assert (found.value.item(), round(found.lower.item(), 2), round(found.upper.item(), 2)) == (0, -3.69, 3.69)
