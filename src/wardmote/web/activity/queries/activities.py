"""Activities of the actor's partnership, and what belongs to them."""

from django.db.models import Count, Q, QuerySet

from wardmote.web.activity.models import Activity, ActivityFigure, Site, Standard
from wardmote.web.core.actors import Actor
from wardmote.web.core.scope import seen_by
from wardmote.web.core.ties import serves_several


def activities_of(actor: Actor) -> QuerySet[Activity]:
    """Every activity, with its agency and whether it bears the CC mark (`is_cc`)."""
    return seen_by(actor, Activity).select_related("agency").annotate(is_cc=serves_several())


def words_said(activities: QuerySet[Activity]) -> set[str]:
    """Which of the words that their kinds ask for are said of any of them."""
    return {name for words in activities.values_list("words", flat=True) for name in words}


def figures_of(actor: Actor) -> QuerySet[ActivityFigure]:
    """Every figure, with its activity."""
    return seen_by(actor, ActivityFigure).select_related("activity__agency", "of_agency")


def sites_of(actor: Actor) -> QuerySet[Site]:
    """Every site, with its activity; those that left among them."""
    return seen_by(actor, Site).select_related("activity__agency")


def standards_of(actor: Actor) -> QuerySet[Standard]:
    """Every standard, with its activity."""
    return seen_by(actor, Standard).select_related("activity__agency")


def cross_cutting_count(actor: Actor) -> int:
    """How many activities bear the CC mark; each is counted once."""
    return activities_of(actor).filter(serves_several()).count()


def kind_counts(actor: Actor) -> dict[str, int]:
    """How many activities there are of each kind."""
    return dict(seen_by(actor, Activity).order_by().values_list("kind").annotate(Count("id")))


def standards_met(actor: Actor) -> dict[str, tuple[int, int]]:
    """For each kind of activity, how many standards are met of how many."""
    found = standards_of(actor).order_by().values_list("activity__kind")
    counted = found.annotate(met=Count("id", filter=Q(state="met")), every=Count("id"))
    return {kind: (met, every) for kind, met, every in counted}
