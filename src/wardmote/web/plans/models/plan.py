"""The plan of three years, its aims, its priorities and the issues that cut across them."""

from django.db import models

from wardmote.web.accounts.models import Member
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.models.constraints import in_order


class Plan(PartnershipRecord):
    """What regulation 11 asks for: the strategy, the resources put to it, and how people are engaged this year."""

    PUBLIC = ("title", "starts_on", "ends_on", "summary", "resources", "engagement")

    title = models.CharField(max_length=200)
    starts_on = models.DateField("first day")
    ends_on = models.DateField("last day")
    summary = models.TextField(blank=True)
    resources = models.TextField("how resources are allocated and deployed", blank=True)
    engagement = models.TextField("how people are engaged this year", blank=True)

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            in_order("starts_on", "ends_on", name="a_plan_ends_after_it_starts"),
            models.UniqueConstraint(fields=["partnership", "starts_on"], name="one_plan_begins_on_a_day"),
        ]

    def __str__(self) -> str:
        return self.title


class Aim(PartnershipRecord):
    """One of the few sentences that the whole plan serves."""

    PUBLIC = ("plan", "title", "position")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="aims")
    title = models.CharField(max_length=300)
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title


class CrossCuttingIssue(PartnershipRecord):
    """What runs through several priorities, such as substance misuse."""

    PUBLIC = ("title",)

    title = models.CharField(max_length=200)

    class Meta:
        ordering = ["title"]
        constraints = [models.UniqueConstraint(fields=["partnership", "title"], name="one_issue_of_a_title")]

    def __str__(self) -> str:
        return self.title


class Priority(PartnershipRecord):
    """What the partnership decides to work on together, from one day to another.

    `adopted_at` names the meeting in words. How many events there are makes no priority by itself: `reason` says what
    the partnership can do about it that one agency alone cannot.
    """

    AGENCY = "lead__agency"
    PUBLIC = (
        "plan",
        "title",
        "scope",
        "aim",
        "reason",
        "position",
        "starts_on",
        "ends_on",
        "adopted_on",
        "adopted_at",
        "ended_at",
        "lead",
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="priorities")
    title = models.CharField(max_length=200)
    scope = models.CharField("what it covers", max_length=500, blank=True)
    aim = models.CharField("what it aims at", max_length=500)
    reason = models.TextField("why the partnership, and no agency alone", blank=True)
    position = models.PositiveSmallIntegerField("place in the plan", default=1)
    starts_on = models.DateField("first day")
    ends_on = models.DateField("last day", null=True, blank=True)
    adopted_on = models.DateField("day it was adopted", null=True, blank=True)
    adopted_at = models.CharField("meeting that adopted it", max_length=200, blank=True)
    ended_at = models.CharField("meeting that ended it", max_length=200, blank=True)
    lead = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    replaces = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="replaced_by")
    issues = models.ManyToManyField(CrossCuttingIssue, blank=True, related_name="priorities")

    class Meta:
        ordering = ["position", "title"]
        verbose_name_plural = "priorities"
        constraints = [
            in_order("starts_on", "ends_on", name="a_priority_ends_after_it_starts"),
            models.UniqueConstraint(fields=["plan", "title", "starts_on"], name="one_priority_of_a_title"),
        ]
        indexes = [models.Index(fields=["partnership", "ends_on"], name="priorities_in_force")]

    def __str__(self) -> str:
        return self.title
