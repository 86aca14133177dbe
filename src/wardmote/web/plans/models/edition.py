"""The plan as it was adopted: each yearly refresh stays readable as it stood."""

from django.db import models

from wardmote.web.core.models import PartnershipRecord
from wardmote.web.plans.models.plan import Plan


class Edition(PartnershipRecord):
    """All of the plan's words on the day of its adoption or refresh; `content` is what `queries.editions` puts together."""

    PUBLIC = ("plan", "title", "adopted_on", "adopted_at")
    INTERNAL = ("content",)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="editions")
    title = models.CharField("what it is called", max_length=200)
    adopted_on = models.DateField("day it was adopted")
    adopted_at = models.CharField("meeting that adopted it", max_length=200)
    content = models.JSONField()

    class Meta:
        ordering = ["-adopted_on", "-created_at"]

    def __str__(self) -> str:
        return self.title
