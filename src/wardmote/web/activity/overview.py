"""What activities say on the overview."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Count, F, Max

from wardmote.web.activity.models import Activity, Standard
from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.overview import DatedLine, dated, first_few
from wardmote.web.core.scope import seen_by
from wardmote.web.core.wording import plain_day, plural

_DAYS = 92


def due(actor: Actor, *, on: date) -> Iterator[DatedLine]:
    """Activities whose funding ends before they do, and standards of an accreditation that are due."""
    if not actor.may("activity.read"):
        return
    until = on + timedelta(days=_DAYS)
    funded = seen_by(actor, Activity).filter(funding_ends_on__range=(on, until))
    going = funded.exclude(ended_on__lte=F("funding_ends_on")).order_by("funding_ends_on", "title")
    yield from first_few(
        going, one=lambda one: _funding(one, actor), rest=lambda number, next_: _more_funding(number, next_, actor)
    )
    open_ = seen_by(actor, Standard).filter(due_on__lte=until).exclude(state=Standard.State.MET)
    if first := open_.order_by("due_on").first():
        assert first.due_on is not None
        number = plural(open_.count(), "standard of an accreditation is", "standards of accreditations are")
        words = f"{number} to be met, from {plain_day(first.due_on)} on."
        yield dated(first.due_on, words, "See the first of them", actor, "activity", first.activity_id, label="Due")


def new(actor: Actor, *, since: date) -> Iterator[DatedLine]:
    """Activities that began."""
    if not actor.may("activity.read"):
        return
    begun = seen_by(actor, Activity).filter(started_on__gte=since, started_on__lte=today())
    counted = begun.aggregate(number=Count("pk"), newest=Max("started_on"))
    if counted["number"]:
        words = f"{plural(counted['number'], 'activity', 'activities')} began."
        yield dated(counted["newest"], words, "See the activities", actor, "activities")


def _funding(one: Activity, actor: Actor) -> DatedLine:
    assert one.funding_ends_on is not None
    words = f"The funding of “{one}” ends on {plain_day(one.funding_ends_on)}."
    return dated(one.funding_ends_on, words, "See the activity", actor, "activity", one.pk, label="Funding ends")


def _more_funding(number: int, next_: Activity, actor: Actor) -> DatedLine:
    assert next_.funding_ends_on is not None
    words = f"The funding of {plural(number, 'more activity', 'more activities')} ends within three months."
    return dated(next_.funding_ends_on, words, "See the activities", actor, "activities", label="Funding ends")
