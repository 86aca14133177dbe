"""What shows that a duty was met, and the addresses under which calendars are read."""

from django.core.exceptions import ValidationError
from django.db import models

from wardmote.definitions.duties import find_duty
from wardmote.errors import WardmoteError
from wardmote.web.accounts.models import Member
from wardmote.web.core.models import PartnershipRecord


class DutyProof(PartnershipRecord):
    """Something done that shows a duty to be met: what, when, and where it can be read."""

    PUBLIC = ("duty", "subject", "what", "done_on", "is_month_only", "due_on", "address", "note")

    duty = models.CharField(max_length=60)
    subject = models.CharField("which one", max_length=200, blank=True)
    what = models.CharField("what was done", max_length=300)
    done_on = models.DateField("when")
    is_month_only = models.BooleanField("only the month is known", default=False)
    due_on = models.DateField(
        "its own next date", null=True, blank=True, help_text="Where it says itself when it is due again."
    )
    address = models.URLField("where it can be read", blank=True)
    note = models.TextField(max_length=2000, blank=True)

    class Meta:
        ordering = ["-done_on"]
        indexes = [models.Index(fields=["partnership", "duty"], name="proofs_of_a_duty")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_on=None) | models.Q(due_on__gt=models.F("done_on")),
                name="it_is_due_again_after_it_was_done",
                violation_error_message="It is due again after it was done.",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def clean(self) -> None:
        """The duty is one of the catalogue's, and says which thing where each has a clock of its own."""
        try:
            duty = find_duty(self.duty)
        except WardmoteError as error:
            raise ValidationError({"duty": error.sentence}) from error
        if duty.each and not self.subject.strip():
            raise ValidationError({"subject": f"Say which {duty.each}."})


class FeedAddress(PartnershipRecord):
    """An address at which a calendar program reads meetings and due days, without signing in, until it is withdrawn."""

    AGENCY = "member__agency"
    INTERNAL = ("member", "title", "withdrawn_at")
    SECRET = ("digest",)

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    title = models.CharField("what it is for", max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.title
