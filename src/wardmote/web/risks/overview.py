"""What the risk register and the grants say on the overview."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Min
from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.overview import DatedLine, dated, first_few
from wardmote.web.core.own import Own, Task
from wardmote.web.core.scope import seen_by
from wardmote.web.core.wording import plain_day, plural, sentence_case
from wardmote.web.risks.models import Grant, HorizonItem, Risk
from wardmote.web.risks.presenters.words import score_in_words
from wardmote.web.risks.queries.changes import changes_since

# A grant that ends within a quarter has to be on the next board's table.
_GRANT_DAYS = 92


def due(actor: Actor, *, on: date) -> Iterator[DatedLine]:
    """Grants that end soon, and risks whose review is late."""
    if actor.may("money.read"):
        yield from _grants(actor, on=on)
    if actor.may("risk.read"):
        late = seen_by(actor, Risk).filter(review_on__lt=on).exclude(state=Risk.State.CLOSED)
        counted = late.aggregate(number=Count("pk"), first=Min("review_on"))
        if counted["number"]:
            number = plural(counted["number"], "risk was", "risks were")
            words = f"{number} to be reviewed, the first by {plain_day(counted['first'])}."
            yield dated(counted["first"], words, "See the risks", actor, "risks", label="Late")


def new(actor: Actor, *, since: date) -> Iterator[DatedLine]:
    """Risks that are new or score higher than before."""
    if not actor.may("risk.read"):
        return
    found = list(changes_since(actor, since).values())
    for kind, one, several in (
        ("new", "risk was added to the register", "risks were added to the register"),
        ("up", "risk scores higher than before", "risks score higher than before"),
    ):
        risks = [change.risk for change in found if change.change == kind]
        if risks:
            named = f": {risks[0]}" if len(risks) == 1 else ""
            page, parts = ("risk", (risks[0].pk,)) if len(risks) == 1 else ("risks", ())
            words = f"{plural(len(risks), one, several)}{named}."
            text = "See the risk" if len(risks) == 1 else "See the risks"
            yield dated(max(risk.changed_at.date() for risk in risks), words, text, actor, page, *parts)


def own(actor: Actor) -> Iterator[Own[Any]]:
    """Risks that the actor reviews, grants of which they have not said what comes next, and what they watch."""
    if actor.may("risk.read"):
        risks = seen_by(actor, Risk).filter(owner=actor.id).exclude(state=Risk.State.CLOSED)
        yield Own(risks.order_by("review_on", "pk"), lambda one: _reviewed(one, actor))
    if actor.may("money.read"):
        grants = seen_by(actor, Grant).filter(owner=actor.id, what_next="").exclude(state=Grant.State.ENDED)
        yield Own(grants.order_by("ends_on", "pk"), lambda one: _ending(one, actor))
    if actor.may("risk.read"):
        items = seen_by(actor, HorizonItem).filter(owner=actor.id, state=HorizonItem.State.WATCHING)
        yield Own(items.order_by(F("expected_on").asc(nulls_last=True), "pk"), lambda one: _watched(one, actor))


def _reviewed(one: Risk, actor: Actor) -> Task:
    href = reverse("risk", args=[actor.partnership_slug, one.pk])
    return Task(f"Review the risk: {one}", "The risk register", score_in_words(one), href, one.review_on)


def _ending(one: Grant, actor: Actor) -> Task:
    href = reverse("grant", args=[actor.partnership_slug, one.pk])
    stands = f"{sentence_case(one.get_state_display())}; nothing is known of the time after it"
    return Task(f"Say what comes after the grant: {one}", "The grants", stands, href, one.ends_on)


def _watched(one: HorizonItem, actor: Actor) -> Task:
    href = reverse("horizon-item", args=[actor.partnership_slug, one.pk])
    stands = sentence_case(one.get_state_display())
    return Task(f"Say what became of: {one}", "The horizon", stands, href, one.expected_on, note=one.expected)


def _grants(actor: Actor, *, on: date) -> Iterator[DatedLine]:
    ending = seen_by(actor, Grant).filter(
        ends_on__range=(on, on + timedelta(days=_GRANT_DAYS)), state__in=[Grant.State.SECURED, Grant.State.UNSURE]
    )

    def one(grant: Grant) -> DatedLine:
        after = f" After it: {grant.what_next.rstrip('.')}." if grant.what_next else " Nothing is said of what follows."
        words = f"“{grant}” (£{grant.amount:,.0f}) ends on {plain_day(grant.ends_on)}.{after}"
        return dated(grant.ends_on, words, "See what depends on it", actor, "grant", grant.pk, label="Grant ends")

    def rest(number: int, next_: Grant) -> DatedLine:
        words = f"{plural(number, 'more grant ends', 'more grants end')} within three months."
        return dated(next_.ends_on, words, "See the money", actor, "money", label="Grants end")

    yield from first_few(ending.order_by("ends_on", "title"), one=one, rest=rest)
