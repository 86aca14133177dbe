"""Pictures that stand in one page together."""

import re

import pytest
from unit.reports.made_up import lines, ranked

from wardmote.reports.charts import draw_chart
from wardmote.reports.charts.svg import tidy_svg

CLIPPED = (
    '<svg class="marks" width="10" height="5" viewBox="0 0 10 5"><defs><clipPath id="clip0"/></defs>'
    '<g clip-path="url(#clip0)" role="graphics-symbol" aria-label="x"/></svg>'
)


def test_ids_are_renamed_with_what_points_to_them():
    tidy = tidy_svg(CLIPPED, alt="A picture")
    (own,) = re.findall(r'id="([^"]+)"', tidy)
    assert f"url(#{own})" in tidy
    assert own != "clip0"


def test_two_pictures_share_no_id():
    one, other = (draw_chart(drawing, title="t", source="s").svg for drawing in (lines(is_in_panels=True), ranked()))
    assert not set(re.findall(r' id="([^"]+)"', one)) & set(re.findall(r' id="([^"]+)"', other))


def test_words_are_escaped_in_the_label():
    assert 'aria-label="5 &lt; 6 &amp; &quot;so&quot;"' in tidy_svg(CLIPPED, alt='5 < 6 & "so"')


def test_inner_roles_are_taken_out():
    assert tidy_svg(CLIPPED, alt="A picture").count("role=") == 1


def test_a_picture_without_a_size_is_refused():
    with pytest.raises(ValueError, match="no view box"):
        tidy_svg("<svg></svg>", alt="A picture")
