"""Warming: the slow part of the first pages worked out before anybody asks for them."""

import threading
from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from django.db import connection

from wardmote.errors import WardmoteError
from wardmote.evidence.evidence import Evidence
from wardmote.web.accounts.actions.installation import commander
from wardmote.web.accounts.models import Partnership
from wardmote.web.accounts.queries.installation import has_accounts
from wardmote.web.core.clock import today
from wardmote.web.core.overview import last_meeting
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.forms.choices import ChoicesForm
from wardmote.web.insight.queries.measure import measure_answer
from wardmote.web.insight.queries.overview import overview_answer
from wardmote.web.insight.queries.series import horizon


def start_warming() -> threading.Thread:
    """Work out in the background what the overview and a measure's page stand on. Who opens one meanwhile waits for the
    same answer.
    """
    thread = threading.Thread(target=_warm, name="warming", daemon=True)
    thread.start()
    return thread


def _warm() -> None:
    try:
        evidence = current_evidence()
        if evidence.number:
            _draw_a_measure(evidence, overview_answer(evidence).measures)
            for day in _days_of_last_meetings():
                overview_answer(evidence, since=day)
    except WardmoteError:
        # What is wrong with the evidence is said on the page, to who asks for it.
        return
    finally:
        connection.close()


def _days_of_last_meetings() -> set[date]:
    """Those with whose findings the overview of each partnership compares."""
    if not has_accounts():
        return set()
    held = (last_meeting(commander(one), on=today()) for one in Partnership.objects.all())
    return {one.held_on for one in held if one}


def _draw_a_measure(evidence: Evidence, measures: Iterable[str]) -> None:
    """The page of the first measure that has one: what draws charts takes longer to start than to draw any other."""
    form = ChoicesForm({}, horizon=horizon(evidence))
    for measure in measures if form.is_valid() else ():
        with suppress(WardmoteError):
            measure_answer(evidence, measure, form.choices)
            return
