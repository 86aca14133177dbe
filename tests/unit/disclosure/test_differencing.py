"""Boundaries that are closed, and the attack on all that is shown between those that are open."""

import itertools

import numpy as np
from attack import Attack
from hypothesis import given, settings
from hypothesis import strategies as st

from wardmote.disclosure.differencing import close_boundaries, close_with_others

WORTH = {1: 1.0, 3: 4.0, 12: 16.0}


def worth(months):
    return [max(value for size, value in WORTH.items() if at % size == 0) for at in range(months + 1)]


def shown(closed):
    """Every interval between two open boundaries: months, quarters, years, rolling years and any other."""
    openings = np.flatnonzero(~closed)
    return itertools.combinations(openings.tolist(), 2)


def test_a_small_month_is_hidden_with_one_beside_it_and_its_quarter_stays():
    closed = close_boundaries([np.array([[9, 8, 2, 9, 9, 9]], dtype=float)], worth=worth(6))
    assert np.flatnonzero(closed[0]).tolist() == [2]


def test_a_month_that_was_not_loaded_joins_nothing():
    closed = close_boundaries([np.array([[9, np.nan, 9, 9]], dtype=float)], worth=worth(4))
    assert not closed.any()


def test_the_rest_of_a_share_counts_as_well():
    count, rest = np.array([[59.0, 40.0, 50.0]]), np.array([[1.0, 20.0, 10.0]])
    assert np.flatnonzero(close_boundaries([count, rest], worth=worth(3))[0]).tolist() == [1]


def slow_best(part, value):
    """The most that can stay open, by trying every choice."""
    months = len(part)
    best = 0.0
    for chosen in itertools.product([False, True], repeat=months + 1):
        openings = [at for at, is_open in enumerate(chosen) if is_open]
        sums = [part[i:j].sum() for i, j in itertools.pairwise(openings)]
        if all(one == 0 or one >= 5 for one in sums):
            best = max(best, sum(value[at] for at in openings))
    return best


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=7))
def test_as_much_as_may_be_stays_open(counts):
    part = np.array(counts, dtype=float)
    closed = close_boundaries([part[None, :]], worth=worth(len(part)))[0]
    for i, j in shown(closed):
        assert part[i:j].sum() == 0 or part[i:j].sum() >= 5
    assert sum(one for one, is_closed in zip(worth(len(part)), closed, strict=True) if not is_closed) == slow_best(
        part, worth(len(part))
    )


def slow_best_of_share(counts, rests, value):
    """The same of a share, whose count and the rest of whose base are both told, and where months may be missing."""
    months = len(counts)
    best = 0.0
    for chosen in itertools.product([False, True], repeat=months + 1):
        openings = [at for at, is_open in enumerate(chosen) if is_open]
        spans = [range(i, j) for i, j in itertools.pairwise(openings)]
        told = [span for span in spans if not any(counts[at] is None for at in span)]
        sums = [sum(part[at] for at in span) for span in told for part in (counts, rests)]
        if not any(0 < one < 5 for one in sums):
            best = max(best, sum(value[at] for at in openings))
    return best


MONTH_OF_SHARE = st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9))


@settings(max_examples=1000)
@given(st.lists(MONTH_OF_SHARE, min_size=1, max_size=6))
def test_as_much_as_may_be_stays_open_of_a_share_with_missing_months(months):
    counts, rests = zip(*(month or (None, None) for month in months), strict=True)
    parts = [np.array([part], dtype=float) for part in (counts, rests)]
    closed = close_boundaries(parts, worth=worth(len(months)))[0]
    for i, j in shown(closed):
        for part in (counts, rests):
            assert None in part[i:j] or not 0 < sum(part[i:j]) < 5
    found = sum(one for one, is_closed in zip(worth(len(months)), closed, strict=True) if not is_closed)
    assert found == slow_best_of_share(counts, rests, worth(len(months)))


def alone(closed, counts, town_of, towns_closed):
    """Boundaries at which the closed ones of some areas could be worked out, group by group and area by area."""
    areas, last = counts.shape
    for at in range(last + 1):
        sides = [None if towns_closed[town][at] else town for town in town_of]
        for side in set(sides):
            group = [area for area in range(areas) if sides[area] == side]
            shut = [area for area in group if closed[area][at]]
            roomy = [a for a in shut if (not at or counts[a][at - 1] >= 5) and (at == last or counts[a][at] >= 5)]
            if shut and shut != group and not (len(shut) > 1 and roomy):
                yield at, side


@settings(max_examples=1000)
@given(st.lists(st.lists(st.integers(0, 12), min_size=4, max_size=4), min_size=2, max_size=6), st.data())
def test_no_closed_boundary_of_an_area_stands_alone_in_its_town(rows, data):
    counts = np.array(rows, dtype=float)
    town_of = data.draw(st.lists(st.integers(0, 1), min_size=len(rows), max_size=len(rows)))
    towns = np.stack([counts[np.array(town_of) == town].sum(axis=0) for town in (0, 1)])
    towns_closed, own = (close_boundaries([part], worth=worth(4)) for part in (towns, counts))
    closed = close_with_others(own, [counts], whole_of=[np.array(town_of)], wholes_closed=[towns_closed])
    assert list(alone(closed, counts, town_of, towns_closed)) == []
    for area, town in enumerate(town_of):
        for at in range(5):
            assert closed[area][at] or not (own[area][at] or towns_closed[town][at])


TABLES = st.integers(0, 2**32 - 1).map(np.random.default_rng)


def table(rng):
    areas, months = rng.integers(2, 7), rng.integers(3, 16)
    level = rng.choice([0.3, 2.0, 6.0, 15.0, 40.0], size=(areas, 1))
    return rng.poisson(level, (areas, months)).astype(float)


def attack_on(levels):
    """Everything that is shown of several kinds of areas: for each its members (rows of the finest) and closed boundaries."""
    counts = levels[-1][2]
    months = counts.shape[1]
    attack = Attack(counts.size)
    for members, closed, _ in levels:
        for rows, shut in zip(members, closed, strict=True):
            for i, j in itertools.pairwise(np.flatnonzero(~shut).tolist()):
                attack.knows([row * months + at for row in rows for at in range(i, j)], counts[rows, i:j].sum())
    return attack


def narrow(levels):
    """The small counts that the attack bounds to fewer than four values, which is what a hidden count says by itself."""
    counts = levels[-1][2]
    months = counts.shape[1]
    attack = attack_on(levels)
    for members, closed, _ in levels:
        for rows, shut in zip(members, closed, strict=True):
            for i in range(months):
                truth = counts[rows, i : i + 1].sum()
                if (shut[i] or shut[i + 1]) and 0 < truth < 5:
                    least, most = attack.bounds([row * months + i for row in rows])
                    if most - least < 3:
                        yield rows, i, truth, least, most


def close_all(counts, groups):
    """The whole, then each grouping from the coarsest to the single areas."""
    whole = close_boundaries([counts.sum(axis=0, keepdims=True)], worth=worth(counts.shape[1]))
    levels = [([list(range(len(counts)))], whole, counts)]
    for members in [*groups, [[row] for row in range(len(counts))]]:
        sums = np.stack([counts[rows].sum(axis=0) for rows in members])
        closed = close_boundaries([sums], worth=worth(counts.shape[1]))
        wholes = [np.array([_whole(rows, larger) for rows in members]) for larger, _, _ in levels]
        closed = close_with_others(closed, [sums], whole_of=wholes, wholes_closed=[shut for _, shut, _ in levels])
        levels.append((members, closed, counts))
    return levels


def _whole(rows, larger):
    return next(number for number, members in enumerate(larger) if set(rows) <= set(members))


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_nothing_small_can_be_worked_out_from_areas_and_their_whole(rng):
    assert list(narrow(close_all(table(rng), []))) == []


@settings(max_examples=40, deadline=None)
@given(TABLES)
def test_nor_from_areas_drawn_in_two_ways(rng):
    counts = table(rng)
    order = rng.permutation(len(counts)).tolist()
    half = max(1, len(order) // 2)
    groups = [[order[:half], order[half:]]] if len(order) > half else []
    assert list(narrow(close_all(counts, groups))) == []


def parts_of(rng):
    """Counts of a measure in areas by months, and of a part of it: of some areas nearly all, of some nearly nothing."""
    whole = table(rng)
    return whole, rng.binomial(whole.astype(int), rng.choice([0.03, 0.3, 0.8, 0.97], size=(len(whole), 1))).astype(
        float
    )


def plan(first, *, then=None, closed_first=None):
    """The closed boundaries of the whole area and of each area, of a measure alone or of one planned after another."""
    levels = []
    for by in (lambda counts: counts.sum(axis=0, keepdims=True), lambda counts: counts):
        parts = [by(first)] if then is None else [by(then), by(np.abs(first - then))]
        closed = close_boundaries(parts, worth=worth(first.shape[1]))
        if closed_first is not None:
            closed |= closed_first[len(levels)]
        if levels:
            everything = np.zeros(len(first), dtype=np.int64)
            closed = close_with_others(closed, parts, whole_of=[everything], wholes_closed=levels)
        levels.append(closed)
    return levels


def attack_on_two(part, whole, plans):
    """Cells are those in the part, then those in the rest: what is shown of the whole adds both up."""
    areas, months = part.shape
    attack = Attack(2 * part.size)
    for counts, levels, sides in ((part, plans[0], (0,)), (whole, plans[1], (0, part.size))):
        for rows, shut in zip([range(areas), *([row] for row in range(areas))], np.vstack(levels), strict=True):
            for i, j in itertools.pairwise(np.flatnonzero(~shut).tolist()):
                cells = [side + row * months + at for side in sides for row in rows for at in range(i, j)]
                attack.knows(cells, counts[list(rows), i:j].sum())
    return attack


def told_of_two(part, whole, plans):
    """Small counts, of the part, of the rest or of the whole, that are bounded to fewer than four values."""
    attack, months = attack_on_two(part, whole, plans), part.shape[1]
    for name, counts, sides in (
        ("part", part, (0,)), ("rest", whole - part, (part.size,)), ("whole", whole, (0, part.size)),
    ):  # fmt: skip
        for row, at in np.argwhere((counts > 0) & (counts < 5)).tolist():
            least, most = attack.bounds([side + row * months + at for side in sides])
            if most - least < 3:
                yield name, row, at, counts[row, at], least, most


@settings(max_examples=30, deadline=None)
@given(TABLES, st.booleans())
def test_nothing_small_can_be_worked_out_from_a_measure_and_a_part_of_it(rng, is_part_first):
    whole, part = parts_of(rng)
    first, then = (part, whole) if is_part_first else (whole, part)
    planned = plan(first)
    after = plan(first, then=then, closed_first=planned)
    assert list(told_of_two(part, whole, (planned, after) if is_part_first else (after, planned))) == []


def test_planned_each_alone_they_tell_what_lies_between_them():
    """The attack can win: two months of 52 and 50 tell of the two that only one of the measures counts."""
    whole, part = np.array([[52.0, 40.0]] * 2), np.array([[50.0, 40.0]] * 2)
    assert [one[0] for one in told_of_two(part, whole, (plan(part), plan(whole)))] == ["rest", "rest"]
