import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.answers import raked_table
from scipy.optimize import minimize

from wardmote.statistics.raking import Margin, rake

TABLES = st.lists(st.lists(st.integers(1, 9), min_size=3, max_size=3), min_size=2, max_size=2)


def _people(table):
    """One respondent for each count of the table: their row and their column."""
    counts = np.asarray(table)
    row, column = np.indices(counts.shape)
    return np.repeat(row.ravel(), counts.ravel()), np.repeat(column.ravel(), counts.ravel())


def _margins(table, rows, columns):
    row, column = _people(table)
    return [Margin("row", row, np.array(rows, float)), Margin("column", column, np.array(columns, float))]


def _cells(table, weights):
    row, column = _people(table)
    return np.bincount(row * len(table[0]) + column, weights=weights, minlength=np.size(table)).reshape(np.shape(table))


@settings(max_examples=1000)
@given(TABLES, st.tuples(*[st.integers(1, 9)] * 2), st.tuples(*[st.integers(1, 9)] * 3))
def test_weights_agree_with_a_table_scaled_by_hand(table, rows, columns):
    result = rake(_margins(table, rows, columns))
    people = int(np.sum(table))
    targets = [people * row / sum(rows) for row in rows], [people * column / sum(columns) for column in columns]
    by_hand = raked_table(table, *targets)
    assert result.has_converged
    assert _cells(table, result.weights) == pytest.approx(np.array(by_hand), abs=1e-5)
    assert result.weights.mean() == pytest.approx(1)


def test_yules_standardised_table():
    # Yule (1912), JRSS 75, 579-652: a table of 2 by 2 brought to equal margins keeps its cross ratio k, so that the
    # cells of the diagonal are root(k) / (2 (1 + root(k))) of the total.
    table = [[39, 3], [7, 12]]
    cells = _cells(table, rake(_margins(table, [1, 1], [1, 1])).weights)
    root = np.sqrt(39 * 12 / (3 * 7))
    assert cells[0, 0] / cells.sum() == pytest.approx(root / (2 * (1 + root)))


def test_the_weights_are_the_nearest_that_match(rng):
    # Deming and Stephan's weights are those with the least Kullback-Leibler distance from where they began
    # (Ireland and Kullback 1968, Biometrika 55, 179-188).
    table = [[8, 3, 4], [2, 9, 5]]
    rows, columns = [0.6, 0.4], [0.3, 0.3, 0.4]
    cells = _cells(table, rake(_margins(table, rows, columns)).weights)
    start = np.array(table, float) / np.sum(table)
    constraints = [
        {"type": "eq", "fun": lambda x: x.reshape(2, 3).sum(axis=1) - rows},
        {"type": "eq", "fun": lambda x: x.reshape(2, 3).sum(axis=0)[:2] - columns[:2]},
    ]
    found = minimize(
        lambda x: np.sum(x * np.log(x / start.ravel())),
        start.ravel(),
        bounds=[(1e-6, 1)] * 6,
        constraints=constraints,
        method="SLSQP",
        options={"ftol": 1e-14},
    )
    assert (cells / cells.sum()).ravel() == pytest.approx(found.x, abs=1e-5)


def test_one_margin_is_plain_weighting():
    result = rake([Margin("sex", np.array([0] * 75 + [1] * 25), np.array([50.0, 50.0]))])
    assert result.weights[[0, 99]] == pytest.approx([2 / 3, 2])
    assert result.base.effective == pytest.approx(75.0)


def test_those_who_did_not_state_a_group_keep_their_share():
    groups = np.array([0] * 40 + [1] * 40 + [-1] * 20)
    result = rake([Margin("age", groups, np.array([3.0, 1.0]))])
    assert result.weights[groups == -1].sum() == pytest.approx(20)
    assert result.weights[groups == 0].sum() == pytest.approx(60)


def test_weights_by_design_are_where_it_begins():
    groups = np.array([0, 0, 1, 1])
    result = rake([Margin("sex", groups, np.array([1.0, 1.0]))], start=[1, 3, 1, 1])
    assert result.weights == pytest.approx([0.5, 1.5, 1, 1])


def test_a_group_that_nobody_answered_from_is_named():
    result = rake([Margin("age band", np.array([0, 0, 1]), np.array([1.0, 1.0, 2.0]))])
    assert result.reason == "nobody answered from age band 2, where 50.0% of the population is"
    assert np.isnan(result.weights).all()
    assert result.has_converged is False


def test_a_group_that_the_population_does_not_have_is_named():
    result = rake([Margin("town", np.array([0, 1]), np.array([1.0, 0.0]))])
    assert "the population has nobody" in result.reason


def test_margins_that_cannot_be_met_together_are_said_so():
    # All men are young and all women old: no weights give equal sexes and unequal ages.
    sex, age = np.array([0, 0, 1, 1]), np.array([0, 0, 1, 1])
    result = rake([Margin("sex", sex, np.array([1.0, 1.0])), Margin("age", age, np.array([3.0, 1.0]))])
    assert result.has_converged is False
    assert "no weights match all margins together" in result.reason
    assert np.isnan(result.weights).all()


def test_limits_hold_and_what_they_cost_is_said():
    groups = np.array([0] * 95 + [1] * 5)
    result = rake([Margin("age", groups, np.array([50.0, 50.0]))], limits=(0.3, 3.0))
    assert result.weights.max() <= 3.0
    assert result.trimmed == 5
    assert result.has_converged is False
    assert result.reason.startswith("with weights held to the limits, a margin is off by")
    assert result.base.effective > rake([Margin("age", groups, np.array([50.0, 50.0]))]).base.effective


def test_limits_that_nothing_reaches_change_nothing():
    margins = _margins([[8, 3, 4], [2, 9, 5]], [5, 5], [3, 3, 4])
    free, held = rake(margins), rake(margins, limits=(0.01, 100))
    assert held.weights == pytest.approx(free.weights)
    assert (held.has_converged, held.trimmed, held.reason) == (True, 0, "")


@pytest.mark.parametrize("limits", [(1.5, 3.0), (0.3, 0.9), (-1.0, 2.0)])
def test_limits_that_leave_no_room_are_refused(limits):
    with pytest.raises(ValueError, match="either side of the mean"):
        rake([Margin("sex", np.array([0, 1]), np.array([1.0, 1.0]))], limits=limits)


@pytest.mark.parametrize(
    ("margins", "sentence"),
    [
        ([], "different numbers of respondents"),
        ([Margin("a", np.array([0, 3]), np.ones(2))], "does not have"),
        ([Margin("a", np.array([0, 1]), np.array([1.0, np.nan]))], "missing figure"),
        ([Margin("a", np.array([0, 1]), np.ones(2)), Margin("b", np.array([0]), np.ones(1))], "different numbers"),
    ],
)
def test_margins_that_are_refused(margins, sentence):
    with pytest.raises(ValueError, match=sentence):
        rake(margins)


def test_a_weight_of_zero_to_begin_from_is_refused():
    with pytest.raises(ValueError, match="above zero"):
        rake([Margin("sex", np.array([0, 1]), np.ones(2))], start=[0.0, 1.0])
