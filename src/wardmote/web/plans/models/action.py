"""One thing that one person is to do by one day, what became of it, and the links by which its owner says so."""

from django.core.exceptions import ValidationError
from django.db import models

from wardmote.web.accounts.models import Member
from wardmote.web.core.clock import today
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.plans.models.objective import Objective
from wardmote.web.plans.models.plan import Priority
from wardmote.web.plans.rules.statuses import DONE, GOING, STATUSES, STUCK


class Action(PartnershipRecord):
    """An action of the plan. Its status is that of its newest progress note, kept here so that lists are quick."""

    AGENCY = "owner__agency"
    PUBLIC = (
        "priority",
        "objective",
        "title",
        "detail",
        "owner",
        "due_on",
        "status",
        "blocker",
        "done_on",
        "escalated_on",
        "escalated_to",
    )

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="actions")
    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, null=True, blank=True, related_name="actions")
    title = models.CharField("what is to be done", max_length=300)
    detail = models.TextField(blank=True)
    owner = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="actions")
    due_on = models.DateField("due on")
    status = models.CharField(max_length=10, choices=STATUSES, default=GOING)
    blocker = models.CharField("what is in the way", max_length=500, blank=True)
    done_on = models.DateField(null=True, blank=True)
    escalated_on = models.DateField(null=True, blank=True)
    escalated_to = models.CharField("who is asked to unblock it", max_length=200, blank=True)

    class Meta:
        ordering = ["due_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status=DONE, done_on__isnull=False)
                | ~models.Q(status=DONE) & models.Q(done_on=None),
                name="a_done_action_has_its_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=STUCK) | ~models.Q(blocker=""),
                name="a_stuck_action_says_why",
                violation_error_message="Say what is in the way.",
            ),
            models.CheckConstraint(
                condition=models.Q(escalated_on=None, escalated_to="")
                | models.Q(escalated_on__isnull=False) & ~models.Q(escalated_to=""),
                name="an_escalation_says_to_whom",
            ),
        ]
        indexes = [
            models.Index(fields=["partnership", "status", "due_on"], name="actions_by_status"),
            models.Index(fields=["owner", "status"], name="actions_of_an_owner"),
            models.Index(fields=["priority", "due_on", "title"], name="actions_of_a_priority"),
            models.Index(fields=["partnership", "due_on"], name="actions_by_day"),
            models.Index(fields=["partnership", "created_at"], name="actions_by_when_given"),
            models.Index(fields=["partnership", "escalated_on"], name="actions_by_escalation"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_late(self) -> bool:
        """Whether it should have been done by now."""
        return self.status != DONE and self.due_on < today()

    def clean(self) -> None:
        """Its objective has to belong to the same priority."""
        if self.objective is not None and self.objective.priority_id != self.priority_id:
            raise ValidationError({"objective": "The objective belongs to another priority."})


class ProgressNote(PartnershipRecord):
    """What somebody said about an action, and how it stood then. Notes are added and never changed."""

    AGENCY = "action__owner__agency"
    PUBLIC = ("action", "status", "said_on")
    INTERNAL = ("text", "evidence")
    PERSONAL = ("author",)

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="notes")
    status = models.CharField(max_length=10, choices=STATUSES)
    text = models.TextField("what happened", blank=True, max_length=5000)
    evidence = models.CharField("what shows it", max_length=1000, blank=True)
    author = models.CharField(max_length=200)
    said_on = models.DateField()

    class Meta:
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["partnership", "said_on", "created_at"], name="notes_by_day"),
            models.Index(fields=["action", "status", "said_on"], name="notes_by_status"),
        ]

    def __str__(self) -> str:
        return f"{self.author} on {self.action}: {self.status}"


class ActionLink(PartnershipRecord):
    """A link by which its owner updates one action without signing in, until its last day or until it is withdrawn.

    The address holds this record's id, signed with the site's key; the record holds nothing to steal.
    """

    AGENCY = "action__owner__agency"
    INTERNAL = ("action", "expires_on", "withdrawn_at", "last_used_at")

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="links")
    expires_on = models.DateField("last day")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = "link"

    def __str__(self) -> str:
        return f"Link to {self.action}"

    @property
    def is_good(self) -> bool:
        """Whether it still opens anything."""
        return self.withdrawn_at is None and self.expires_on >= today()
