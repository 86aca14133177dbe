import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from reference.statistics import poisson_regression

from wardmote.statistics.fitting import fit_log_linear

MONTHS = np.arange(36)
DESIGN = np.column_stack([MONTHS[:, None] % 12 == np.arange(12), MONTHS / 12 - 1.5]).astype(float)


@settings(max_examples=1000)
@given(arrays(float, (3, 36), elements=st.integers(1, 300).map(float)), st.sets(st.integers(12, 23)))
def test_coefficients_and_errors_are_those_of_statsmodels(counts, missing):
    counts[1, list(missing)] = np.nan
    fit = fit_log_linear(counts, DESIGN)
    for i in range(3):
        expected = poisson_regression(counts[i], DESIGN)
        assert fit.coefficients[i].tolist() == pytest.approx(expected.params.tolist(), abs=1e-5)
        assert fit.standard_errors[i].tolist() == pytest.approx(expected.bse.tolist(), rel=1e-4)


def test_a_calendar_month_without_events_is_left_out():
    counts = np.full((1, 36), 10.0)
    counts[0, 2::12] = 0
    fit = fit_log_linear(counts, DESIGN)
    assert np.isnan(fit.coefficients[0, 2])
    assert (fit.used.sum(), fit.degrees_of_freedom[0]) == (33, 21)


def test_the_scatter_of_poisson_counts_is_about_one(rng):
    scatter = fit_log_linear(rng.poisson(30, (2000, 36)).astype(float), DESIGN).scatter
    assert scatter.overall.mean() == pytest.approx(1, abs=0.02)
    assert scatter.overall_freedom[0] == 23


def test_months_that_follow_one_another_widen_what_is_allowed(rng):
    slow = np.repeat(rng.choice([60.0, 140.0], (500, 12)), 3, axis=1)
    quick = np.tile([60.0, 140.0], (500, 18))
    design = np.ones((36, 1))
    assert (
        fit_log_linear(slow, design).scatter.allowed.mean() > 1.5 * fit_log_linear(slow, design).scatter.overall.mean()
    )
    assert (
        fit_log_linear(quick, design).scatter.allowed.mean()
        < 0.5 * fit_log_linear(quick, design).scatter.overall.mean()
    )
