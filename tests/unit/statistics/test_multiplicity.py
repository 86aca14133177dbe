import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.statistics import benjamini_hochberg, holm

from wardmote.statistics.multiplicity import adjust_p_values

P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=30)


@settings(max_examples=1000)
@given(P_VALUES)
def test_benjamini_hochberg_against_its_twin(p):
    assert adjust_p_values(p).tolist() == pytest.approx(benjamini_hochberg(p), abs=1e-12)


@settings(max_examples=1000)
@given(P_VALUES)
def test_holm_against_its_twin(p):
    assert adjust_p_values(p, method="holm").tolist() == pytest.approx(holm(p), abs=1e-12)


def test_tests_that_were_not_possible_are_not_counted():
    adjusted = adjust_p_values([[0.01, np.nan], [0.04, np.nan]])
    assert adjusted[:, 0].tolist() == adjust_p_values([0.01, 0.04]).tolist()
    assert np.isnan(adjusted[:, 1]).all()


def test_nothing_to_adjust():
    assert adjust_p_values([]).size == 0


def test_what_is_not_a_p_value_is_refused():
    with pytest.raises(ValueError, match="below 0 or above 1"):
        adjust_p_values([0.5, 1.5])
