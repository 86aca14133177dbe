"""Agencies, and how each belongs to a partnership."""

from django.db import models

from wardmote.web.core.models import PartnershipRecord, Record
from wardmote.web.core.models.constraints import in_order


class Agency(Record):
    """A body that works in one partnership or in several."""

    class Kind(models.TextChoices):
        """The five kinds that section 5 of the Crime and Disorder Act 1998 makes responsible, and all others."""

        COUNCIL = "council", "council"
        POLICE = "police", "police"
        FIRE = "fire", "fire and rescue"
        PROBATION = "probation", "probation"
        HEALTH = "health", "health"
        OTHER = "other", "other"

    PUBLIC = ("name", "short_name", "kind")

    name = models.CharField(max_length=200, unique=True)
    short_name = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=20, choices=Kind)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name


class PartnerAgency(PartnershipRecord):
    """An agency's place in a partnership, from one day to another."""

    class Standing(models.TextChoices):
        """By what right it sits there."""

        RESPONSIBLE = "responsible", "responsible authority"
        COOPERATING = "cooperating", "co-operating body"
        INVITED = "invited", "invited body"

    PUBLIC = ("agency", "standing", "is_voting", "joined_on", "left_on")

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="places")
    standing = models.CharField(max_length=20, choices=Standing)
    is_voting = models.BooleanField(default=False)
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["agency__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "agency"],
                condition=models.Q(left_on=None),
                name="one_place_for_each_agency",
                violation_error_message="It belongs to the partnership already.",
            ),
            in_order(
                "joined_on",
                "left_on",
                name="an_agency_leaves_after_it_joined",
                sentence="An agency cannot leave before the day on which it joined.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} in {self.partnership}"
