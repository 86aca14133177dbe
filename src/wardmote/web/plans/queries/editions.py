"""The plan's words as one document, to be kept and compared."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q

from wardmote.web.core.clock import today
from wardmote.web.core.wording import plain_day
from wardmote.web.plans.models import Edition, Plan, Priority
from wardmote.web.plans.queries.serving import Serving


def content_of(plan: Plan, serving: Iterable[Serving] = ()) -> dict[str, Any]:
    """Everything of the plan that is published, in words: what a later edition is compared with."""
    served = tuple(serving)
    day = today()
    found = (
        plan.priorities.filter(Q(ends_on=None) | Q(ends_on__gt=day))
        .select_related("lead__agency")
        .prefetch_related("objectives__agencies", "objectives__measures", "issues")
    )
    titles = {priority.pk: priority.title for priority in found}
    return {
        "summary": plan.summary,
        "resources": plan.resources,
        "engagement": plan.engagement,
        "aims": [aim.title for aim in plan.aims.all()],
        "priorities": {priority.title: _priority(priority, served, titles) for priority in found},
    }


def edition_before(edition: Edition) -> Edition | None:
    """The edition that was adopted before this one, of this plan or of the one before."""
    earlier = Q(adopted_on__lt=edition.adopted_on) | Q(adopted_on=edition.adopted_on, created_at__lt=edition.created_at)
    return Edition.objects.filter(earlier, partnership_id=edition.partnership_id).first()


def _priority(priority: Priority, serving: tuple[Serving, ...], titles: dict[UUID, str]) -> dict[str, Any]:
    return {
        "scope": priority.scope,
        "aim": priority.aim,
        "lead": f"{priority.lead}, {priority.lead.agency}" if priority.lead else "",
        "issues": sorted(issue.title for issue in priority.issues.all()),
        "objectives": {
            objective.title: {
                "short-term target": f"{objective.short_target}, by {plain_day(objective.short_due_on)}",
                "long-term target": f"{objective.long_target}, by {plain_day(objective.long_due_on)}",
                "pursued by": ", ".join(sorted(agency.name for agency in objective.agencies.all())),
                "measured by": ", ".join(sorted(measure.measure_id for measure in objective.measures.all())),
            }
            for objective in priority.objectives.all()
            if not objective.retired_on
        },
        "activities": {
            one.name: ", ".join(sorted(titles[other] for other in one.others if other in titles))
            for one in serving
            if one.first == priority.pk
        },
    }
