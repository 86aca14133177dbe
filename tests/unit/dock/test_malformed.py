"""Rows spoilt in fifty ways: each is kept or set aside with a reason, and nothing falls over."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spoilt_rows import COLUMNS, KINDS, RAW, read_spoilt

from wardmote.errors import BadInput

ROWS = st.lists(st.tuples(st.sampled_from([*KINDS, *RAW]), st.integers(0, len(COLUMNS) - 1)), min_size=1, max_size=60)


def test_there_are_fifty_kinds():
    assert len(KINDS) + len(RAW) >= 50


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
def test_every_row_is_kept_or_set_aside(kinds):
    try:
        found = read_spoilt(kinds)
    except BadInput:
        # A file whose beginning holds no header any more is refused whole, in one sentence.
        return
    check(found)
    assert found.kept >= sum(1 for kind, _ in kinds if kind == "good") - _swallowed(kinds)


def check(found):
    assert found.read == found.kept + found.reasons.total()
    assert found.texts == 0
    assert all(reason and "Bee" not in reason and "\n" not in reason for reason in found.reasons)


def _swallowed(kinds):
    """A quotation mark that is closed again within fifty lines takes the rows between with it, as CSV has it."""
    return len(kinds) if any("quotation" in kind or kind == "odd text 3" for kind, _ in kinds) else 0


@pytest.mark.slow
def test_each_kind_alone_among_good_rows():
    for kind in [*KINDS, *RAW]:
        found = read_spoilt([("good", 0), (kind, 4), ("good", 0)])
        check(found)
        assert found.kept >= 2, kind


def read_many(rows, *, a_file, seed):
    """Files of so many rows of any kind, until so many rows are read."""
    dice = random.Random(seed)
    read = 0
    while read < rows:
        kinds = [(dice.choice([*KINDS, *RAW]), dice.randrange(len(COLUMNS))) for _ in range(a_file)]
        found = read_spoilt([("good", 0), *kinds])
        check(found)
        read += found.read
    return read


def test_ten_thousand_rows():
    assert read_many(10_000, a_file=2_000, seed=1) >= 10_000


@pytest.mark.slow
def test_a_hundred_thousand_rows():
    assert read_many(100_000, a_file=5_000, seed=2) >= 100_000
