"""The look of every chart: sizes that survive a phone, and colours that are told apart by most eyes.

The colours are the categorical palette of the Government Analysis Function's guidance on colours in charts; each line
also has a dash and a marker of its own, because colour alone must never carry meaning.
"""

from typing import Any

DARK_BLUE = "#12436D"
TURQUOISE = "#28A197"
DARK_PINK = "#801650"
ORANGE = "#F46A25"
DARK_GREY = "#3D3D3D"
LIGHT_PURPLE = "#A285D1"

LINE_COLOURS = (DARK_BLUE, TURQUOISE, DARK_PINK, ORANGE)
# The lighter two are too pale for words on white, so their names are written in ink.
NAME_COLOURS = (DARK_BLUE, "#0b0c0c", DARK_PINK, "#0b0c0c")
LINE_DASHES: tuple[tuple[int, ...], ...] = ((1, 0), (8, 4), (2, 3), (10, 3, 2, 3))
LINE_MARKERS = ("circle", "square", "triangle-up", "diamond")

INK = "#0b0c0c"
QUIET = "#505a5f"
RULE = "#b1b4b6"
NO_DATA = "#eeefef"
USUAL = "#d9e3ec"
# Dark enough beside white for a mark, and lighter than what is judged.
PALE_BLUE = "#6d8bab"
SET_ASIDE = "#f6e3d3"

# On a phone a chart is about 350 pixels wide, two thirds of its natural size: text of 16 is then still about 11.
WIDTH = 520
TEXT = 16
SMALL_TEXT = 15

# The first is the font of the PDF; a page takes whichever of the others it has.
FONT = "'Source Sans 3', Arial, 'Liberation Sans', Helvetica, sans-serif"


def config() -> dict[str, Any]:
    """The Vega-Lite configuration that all charts share."""
    words = {"labelFontSize": SMALL_TEXT, "labelColor": INK, "titleFontSize": SMALL_TEXT, "titleColor": INK}
    lines = {"domainColor": RULE, "tickColor": RULE, "gridColor": "#e3e5e6", "titleFontWeight": "normal"}
    return {
        "font": FONT,
        "aria": False,
        "background": "white",
        "view": {"stroke": None},
        "axis": {**words, **lines, "labelPadding": 6},
        "axisY": {"domain": False, "ticks": False},
        "legend": {**words, "labelLimit": WIDTH},
        "text": {"fontSize": TEXT, "color": INK, "limit": WIDTH},
        "title": {"fontSize": TEXT, "color": INK, "anchor": "start", "frame": "group", "fontWeight": "bold"},
    }
