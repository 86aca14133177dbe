"""Strategies that the plan stands beside, of this partnership or shared with others."""

from django.db import models

from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.models.constraints import in_order
from wardmote.web.plans.models.plan import Priority


class Strategy(PartnershipRecord):
    """A strategy, whose board it is, who adopted it, and when it has to be looked at again."""

    class Subject(models.TextChoices):
        """What section 6 of the Crime and Disorder Act 1998 wants strategies for, and others."""

        CRIME = "crime-and-disorder", "crime and disorder, including anti-social behaviour"
        SUBSTANCES = "substances", "misuse of drugs, alcohol and other substances"
        REOFFENDING = "reoffending", "reducing reoffending"
        SERIOUS_VIOLENCE = "serious-violence", "preventing and reducing serious violence"
        OTHER = "other", "another subject"

    class Status(models.TextChoices):
        """How far it is."""

        DRAFT = "draft", "draft"
        CONSULTATION = "consultation", "in consultation"
        ADOPTED = "adopted", "adopted"
        REPLACED = "replaced", "replaced"

    PUBLIC = (
        "title",
        "subject",
        "status",
        "owner_board",
        "adopters",
        "adopted_on",
        "starts_on",
        "ends_on",
        "refresh_due_on",
        "address",
    )

    title = models.CharField(max_length=200)
    subject = models.CharField(max_length=30, choices=Subject)
    status = models.CharField(max_length=20, choices=Status, default=Status.DRAFT)
    owner_board = models.CharField("board that owns it", max_length=200, blank=True)
    adopters = models.CharField("who adopted it", max_length=500, blank=True)
    adopted_on = models.DateField("day it was adopted", null=True, blank=True)
    starts_on = models.DateField("first day", null=True, blank=True)
    ends_on = models.DateField("last day", null=True, blank=True)
    refresh_due_on = models.DateField("refresh is due on", null=True, blank=True)
    address = models.URLField("where it can be read", blank=True, max_length=500)
    priorities = models.ManyToManyField(Priority, blank=True, related_name="strategies")

    class Meta:
        ordering = ["title"]
        verbose_name_plural = "strategies"
        constraints = [in_order("starts_on", "ends_on", name="a_strategy_ends_after_it_starts")]

    def __str__(self) -> str:
        return self.title
