"""Changes as one would say them aloud."""

import pytest

from wardmote.measures.findings.words import moved_about, rate, shares_in_brief


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (0.80, "fell by about a fifth"),
        (0.69, "fell by about a third"),
        (0.52, "fell by about a half"),
        (1.21, "rose by about a fifth"),
        (1.34, "rose by about a third"),
        (0.86, "fell by 14%"),
        (0.95, "fell by 5%"),
        (2.41, "rose to 2.4 times as many"),
    ],
)
def test_a_part_is_named_where_it_is_near_enough(ratio, words):
    assert moved_about(ratio) == words


@pytest.mark.parametrize(
    ("value", "words"), [(35.34, "35.3"), (-0.004, "0.00"), (-1.52, "\N{MINUS SIGN}1.5"), (0.43, "0.43")]
)
def test_a_rate_has_a_true_minus_and_none_before_nought(value, words):
    assert rate(value) == words


def test_a_share_that_moved_says_from_where_to_where():
    said = shares_in_brief("Repeat victims in Mereham", 0.297, 0.243, is_distinguishable=True)

    assert said == "Repeat victims in Mereham fell in a year from 30% to 24%, more than chance explains."


def test_a_share_that_may_be_chance_says_so():
    said = shares_in_brief("Repeat victims in Mereham", 0.297, 0.281, is_distinguishable=False)

    assert (
        said == "Repeat victims in Mereham: 28% in a year, and 30% the year before. Chance may explain the difference."
    )
