"""What insight has for the search: measures, and the places that evidence is loaded for."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.http import urlencode

from wardmote.definitions.catalogue import all_measures
from wardmote.errors import WardmoteError
from wardmote.web.core.directory import Hit, Lookup
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.queries.choices import PLACES
from wardmote.web.insight.queries.series import horizon

# The measure on whose page a place is shown first.
_FIRST_MEASURE = "all-crime"


def _measures(words: tuple[str, ...]) -> Iterator[Hit]:
    for measure in all_measures():
        held = f"{measure.title} {measure.short_title} {measure.why}".lower()
        if all(word in held for word in words):
            yield Hit(measure.title, reverse("measure", args=[measure.id]), measure.why)


def _places(words: tuple[str, ...]) -> Iterator[Hit]:
    try:
        areas = horizon(current_evidence()).areas
    except WardmoteError:
        # Nothing is loaded yet, so there is no place to be found.
        return
    for kind, found in areas.items():
        for area in found:
            if all(word in f"{area.name} {area.code}".lower() for word in words):
                address = reverse("measure", args=[_FIRST_MEASURE])
                yield Hit(area.name, f"{address}?{urlencode({'area': area.code})}", f"{PLACES[kind]}: {area.code}")


DIRECTORY = (
    Lookup("measures", "evidence.read", _measures),
    Lookup("places", "evidence.read", _places),
)
