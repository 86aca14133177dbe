"""The Police and Crime Plan beside ours: both bodies have to have regard to each other's priorities."""

from django.db import models

from wardmote.web.core.models import PartnershipRecord
from wardmote.web.plans.models.plan import Priority


class PolicePriority(PartnershipRecord):
    """A priority of the Police and Crime Plan."""

    PUBLIC = ("title", "plan_title", "position")

    title = models.CharField(max_length=200)
    plan_title = models.CharField("plan it is from", max_length=200)
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["position", "title"]
        verbose_name_plural = "police priorities"

    def __str__(self) -> str:
        return self.title


class Alignment(PartnershipRecord):
    """How closely a priority of ours serves one of theirs, and how."""

    class Strength(models.TextChoices):
        """How close."""

        CLOSE = "close", "the same work"
        PARTIAL = "partial", "overlaps"

    PUBLIC = ("priority", "police_priority", "strength", "how")

    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="alignments")
    police_priority = models.ForeignKey(PolicePriority, on_delete=models.CASCADE, related_name="alignments")
    strength = models.CharField(max_length=10, choices=Strength)
    how = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["police_priority__position"]
        constraints = [models.UniqueConstraint(fields=["priority", "police_priority"], name="one_alignment_of_two")]

    def __str__(self) -> str:
        return f"{self.priority} and {self.police_priority}"
