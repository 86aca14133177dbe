"""What a meeting deals with: items with their papers, decisions, and actions."""

from django.core.exceptions import ValidationError
from django.db import models

from wardmote.web.accounts.models import Member
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.models.constraints import told
from wardmote.web.governance.models.meeting import Meeting


class AgendaItem(PartnershipRecord):
    """One item, in its place on the agenda. One that was withdrawn stays on record, and says why."""

    class Purpose(models.TextChoices):
        """What the meeting is asked to do."""

        NOTE = "note", "note"
        DISCUSS = "discuss", "discuss"
        DECIDE = "decide", "decide"

    AGENCY = "meeting__group__led_by"
    PUBLIC = (
        "meeting",
        "position",
        "title",
        "purpose",
        "presented_by",
        "recommendation",
        "crime_and_disorder",
        "paper",
        "measure_id",
        "is_exempt",
        "withdrawn_on",
        "withdrawn_because",
    )

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField("place on the agenda")
    title = models.CharField(max_length=200)
    purpose = models.CharField("what the meeting is asked to do", max_length=20, choices=Purpose)
    presented_by = models.CharField("presented by", max_length=200, blank=True)
    recommendation = models.TextField(max_length=4000, blank=True)
    crime_and_disorder = models.TextField(
        "what it means for crime and disorder",
        max_length=4000,
        blank=True,
        help_text="Needed for every decision: section 17 of the Crime and Disorder Act 1998.",
    )
    paper = models.TextField("paper", max_length=100_000, blank=True, help_text="Its text; files are added afterwards.")
    measure_id = models.CharField("the measure that matters here", max_length=60, blank=True)
    is_exempt = models.BooleanField("not for the public", default=False)
    withdrawn_on = models.DateField("withdrawn on", null=True, blank=True)
    withdrawn_because = models.CharField("why it was withdrawn", max_length=500, blank=True)

    class Meta:
        ordering = ["position", "created_at"]
        constraints = [told("withdrawn_on", "withdrawn_because", name="a_withdrawn_item_says_why")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Source: Crime and Disorder Act 1998, section 17."""
        if self.purpose == self.Purpose.DECIDE and not self.crime_and_disorder.strip():
            raise ValidationError(
                {"crime_and_disorder": "A decision needs a sentence on what it means for crime and disorder."}
            )


class Paper(PartnershipRecord):
    """A file under an item. The file itself lies in the workspace's folder `papers`, under the record's id."""

    AGENCY = "item__meeting__group__led_by"
    PUBLIC = ("item", "name", "size_bytes", "page_count")
    INTERNAL = ("digest",)

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="papers")
    name = models.CharField(max_length=200)
    size_bytes = models.PositiveIntegerField()
    page_count = models.PositiveIntegerField(
        "pages", null=True, blank=True, help_text="Of a PDF; unknown where it was kept before pages were counted."
    )
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return self.name


class Decision(PartnershipRecord):
    """What a meeting decided. One that was recorded in error is taken back, and stays on record with the reason."""

    AGENCY = "meeting__group__led_by"
    PUBLIC = ("meeting", "item", "text", "taken_back_on", "taken_back_because")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="decisions")
    item = models.ForeignKey(AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="decisions")
    text = models.TextField("what was decided", max_length=4000)
    taken_back_on = models.DateField("taken back on", null=True, blank=True)
    taken_back_because = models.CharField("why it was taken back", max_length=500, blank=True)

    class Meta:
        ordering = ["created_at"]
        constraints = [told("taken_back_on", "taken_back_because", name="a_decision_taken_back_says_why")]

    def __str__(self) -> str:
        return self.text[:80]


class MeetingAction(PartnershipRecord):
    """What somebody took upon themselves at a meeting. What belongs to the plan is tied to the plan's own action."""

    AGENCY = "owner__agency"
    PUBLIC = ("meeting", "item", "text", "owner", "due_on", "done_on", "outcome")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="actions")
    item = models.ForeignKey(AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="actions")
    text = models.TextField("what is to be done", max_length=2000)
    owner = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name="by whom")
    due_on = models.DateField("by when", null=True, blank=True)
    done_on = models.DateField("done on", null=True, blank=True)
    outcome = models.TextField("what came of it", max_length=2000, blank=True)

    class Meta:
        ordering = ["due_on", "created_at"]

    def __str__(self) -> str:
        return self.text[:80]
