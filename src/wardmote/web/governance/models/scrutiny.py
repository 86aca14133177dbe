"""What the crime and disorder committee recommends and asks for, and what councillors refer to it."""

from django.core.exceptions import ValidationError
from django.db import models

from wardmote.web.accounts.models import Agency
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.models.constraints import in_order
from wardmote.web.governance.models.meeting import Meeting


class Recommendation(PartnershipRecord):
    """What the committee recommends; the response is due from the day on which it was received."""

    class Concern(models.TextChoices):
        """Whose matter it is: scrutiny of partners reaches as far as their part in the partnership."""

        PARTNERSHIP = "partnership", "the partnership"
        AGENCY = "agency", "one agency alone"

    class Answer(models.TextChoices):
        """How it was taken."""

        ACCEPTED = "accepted", "accepted"
        PARTLY = "partly", "accepted in part"
        REFUSED = "refused", "not accepted"

    AGENCY = "addressee"
    PUBLIC = (
        "text",
        "meeting",
        "concern",
        "addressee",
        "received_on",
        "answer",
        "response",
        "responded_on",
        "reviewed_on",
        "review",
    )

    text = models.TextField("what is recommended", max_length=4000)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="made at"
    )
    concern = models.CharField("whose matter it is", max_length=20, choices=Concern, default=Concern.PARTNERSHIP)
    addressee = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="for which agency"
    )
    received_on = models.DateField("received on")
    answer = models.CharField("how it was taken", max_length=20, choices=Answer, blank=True)
    response = models.TextField(max_length=10_000, blank=True)
    responded_on = models.DateField("answered on", null=True, blank=True)
    reviewed_on = models.DateField("reviewed by the committee on", null=True, blank=True)
    review = models.TextField("what the review found", max_length=4000, blank=True)

    class Meta:
        ordering = ["-received_on"]
        constraints = [
            in_order(
                "received_on",
                "responded_on",
                name="a_response_follows_its_recommendation",
                sentence="It cannot be answered before it was received.",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    def clean(self) -> None:
        """A matter of one agency names that agency."""
        if self.concern == self.Concern.AGENCY and self.addressee is None:
            raise ValidationError({"addressee": "Say which agency it is a matter for."})

    @property
    def route(self) -> str:
        """Where it goes: what concerns one agency alone goes to that agency's own governing body."""
        if self.concern == self.Concern.AGENCY:
            return f"the governing body of {self.addressee}"
        return f"{self.addressee}, for the partnership" if self.addressee_id else "the partnership"


class InformationRequest(PartnershipRecord):
    """What the committee asked to be told. What is given is depersonalised, and prejudices no proceedings."""

    PUBLIC = ("what", "received_on", "wanted_by", "answered_on", "is_depersonalised", "withheld")

    what = models.TextField("what is asked for", max_length=4000)
    received_on = models.DateField("received on")
    wanted_by = models.DateField("the date that it names", null=True, blank=True)
    answered_on = models.DateField("answered on", null=True, blank=True)
    is_depersonalised = models.BooleanField("what was given points to no person", default=False)
    withheld = models.TextField("what was withheld, and why", max_length=2000, blank=True)

    class Meta:
        ordering = ["-received_on"]
        constraints = [
            in_order(
                "received_on",
                "answered_on",
                name="an_answer_follows_its_request",
                sentence="It cannot be answered before it was received.",
            ),
            in_order(
                "received_on",
                "wanted_by",
                name="a_request_names_a_later_date",
                sentence="The date that it names comes after the request.",
            ),
        ]

    def __str__(self) -> str:
        return self.what[:80]

    def clean(self) -> None:
        """Source: SI 2009/942, regulation 5 (from knowledge): depersonalised information only."""
        if self.answered_on and not self.is_depersonalised:
            raise ValidationError({"is_depersonalised": "What is given must point to no person. Check it, and say so."})


class Referral(PartnershipRecord):
    """A local crime and disorder matter that a councillor refers for somebody who lives or works in their ward."""

    class RaisedBy(models.TextChoices):
        """On whose behalf."""

        RESIDENT = "resident", "somebody who lives there"
        WORKER = "worker", "somebody who works there"

    PUBLIC = ("ward", "raised_by", "received_on", "considered_on", "letter_on")
    INTERNAL = ("matter", "outcome")
    PERSONAL = ("councillor",)

    councillor = models.CharField(max_length=200)
    ward = models.CharField(max_length=100)
    raised_by = models.CharField("raised by", max_length=20, choices=RaisedBy)
    matter = models.TextField(max_length=4000, help_text="What it is about, without anybody’s name.")
    received_on = models.DateField("referred on")
    considered_on = models.DateField("considered on", null=True, blank=True)
    outcome = models.TextField("what the committee decided, and why", max_length=4000, blank=True)
    letter_on = models.DateField("letter sent on", null=True, blank=True)

    class Meta:
        ordering = ["-received_on"]
        constraints = [
            in_order(
                "received_on",
                "considered_on",
                name="a_referral_is_considered_after_it_came",
                sentence="It cannot be considered before it was referred.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ward}: {self.matter[:60]}"

    def clean(self) -> None:
        """The councillor is told what was decided, and why."""
        if self.considered_on and not self.outcome.strip():
            raise ValidationError({"outcome": "Say what the committee decided, and why."})
