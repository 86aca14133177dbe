"""Printed percentages held against the base that they are said to stand on."""

import pytest

from wardmote.errors import BadInput
from wardmote.measures.surveys.checking import check_percentage, compare_percentages


@pytest.mark.parametrize(
    ("percent", "base", "sentence"),
    [
        ("94", 90, "94% of 90 is 85, and no other whole number gives it."),
        ("46", 90, "46% of 90 is 41, and no other whole number gives it."),
        ("39", 90, "39% of 90 is 35, and no other whole number gives it."),
        ("38", 90, "38% of 90 is 34, and no other whole number gives it."),
        ("37%", 90, "37% of 90 is 33, and no other whole number gives it."),
        (
            "14.8",
            90,
            (
                "No whole number of 90 gives 14.8%: the nearest, 13 of 90, is 14.4%. 13 of 88 would give it: ask what it"
                " stands on."
            ),
        ),
        ("14.8", 88, "14.8% of 88 is 13, and no other whole number gives it."),
        (
            "13",
            2659,
            "13% of 2,659: the base is so large that every such percentage can be had, so this tells nothing.",
        ),
    ],
)
def test_what_is_said_of_a_percentage(percent, base, sentence):
    assert check_percentage(percent, base=base)[1] == sentence


def test_what_is_said_of_two():
    assert compare_percentages("8.5", "14.8") == (
        "From 8.5% to 14.8% is 1.74 times as high (1.73 to 1.76 whatever the rounding). If both bases are known and a"
        " test tells them apart, the word is “rose”; until then it is neither rise nor fall."
    )


@pytest.mark.parametrize(("percent", "base"), [("lots", 90), ("101", 90), ("5", 0), ("-1", 90), ("nan", 90)])
def test_what_is_no_percentage_is_refused_in_words(percent, base):
    with pytest.raises(BadInput, match=r"Give a percentage such as 14\.8"):
        check_percentage(percent, base=base)
