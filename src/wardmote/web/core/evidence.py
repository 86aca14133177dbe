"""Evidence beside a decision: a measure's sentence and chart, for rooms that do not import the pages of figures.

`settings.MEASURE_SHOWN_BY` names the function of insight that knows; nothing else crosses between the two.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from wardmote.errors import WardmoteError
from wardmote.web.core.components import Figure


@dataclass(frozen=True)
class Shown:
    """What a page says of a measure: how it changed, the chart where one was asked for, and where to read on."""

    measure_id: str
    title: str
    sentence: str
    href: str
    figure: Figure | None = None


def measure_shown(measure_id: str, *, has_chart: bool = False) -> Shown:
    """The measure as the newest load has it; where nothing can be shown, the sentence says why."""
    try:
        found: Shown = import_string(settings.MEASURE_SHOWN_BY)(measure_id, has_chart=has_chart)
    except WardmoteError as error:
        return Shown(measure_id, measure_id.replace("-", " ").capitalize(), error.sentence, href="")
    return found
