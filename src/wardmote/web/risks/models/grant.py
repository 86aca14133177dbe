"""A grant, and what stops when it ends."""

from django.db import models

from wardmote.web.accounts.models import Agency, Member
from wardmote.web.core.models import PartnershipRecord


class Grant(PartnershipRecord):
    """Money with conditions, until a day. `what_next` says what is known of the time after it."""

    class State(models.TextChoices):
        """How sure the money is."""

        APPLIED = "applied", "applied for"
        SECURED = "secured", "secured"
        UNSURE = "unsure", "not sure"
        ENDED = "ended", "ended"

    AGENCY = "agency"
    INTERNAL = (
        "title",
        "funder",
        "amount",
        "conditions",
        "state",
        "started_on",
        "ends_on",
        "agency",
        "owner",
        "what_next",
    )

    title = models.CharField("Grant", max_length=200)
    funder = models.CharField("Who gives it", max_length=200)
    amount = models.DecimalField("Amount in pounds", max_digits=12, decimal_places=2)
    conditions = models.TextField("Conditions", max_length=4000)
    state = models.CharField("How sure it is", max_length=20, choices=State, default=State.SECURED)
    started_on = models.DateField("First day")
    ends_on = models.DateField("Last day")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="Who holds it")
    owner = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Owner"
    )
    what_next = models.TextField("What comes after it", max_length=2000, blank=True)

    class Meta:
        ordering = ["ends_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("started_on")),
                name="a_grant_ends_after_it_starts",
                violation_error_message="The last day cannot come before the first.",
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gte=0),
                name="a_grant_is_not_negative",
                violation_error_message="An amount cannot be less than 0.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Dependent(PartnershipRecord):
    """What or who hangs on a grant: posts, a service, an action. It names no person."""

    class Kind(models.TextChoices):
        """What it is."""

        POST = "post", "post"
        SERVICE = "service", "service"
        ACTIVITY = "activity", "activity"
        ACTION = "action", "action of the plan"
        OTHER = "other", "other"

    AGENCY = "grant__agency"
    INTERNAL = ("grant", "kind", "title", "agency", "posts", "stops")

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="dependents")
    kind = models.CharField("What it is", max_length=20, choices=Kind)
    title = models.CharField("What hangs on it", max_length=200)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Whose"
    )
    posts = models.DecimalField("Full-time posts", max_digits=5, decimal_places=2, null=True, blank=True)
    stops = models.TextField("What stops without it", max_length=2000)

    class Meta:
        ordering = ["kind", "title"]

    def __str__(self) -> str:
        return self.title
