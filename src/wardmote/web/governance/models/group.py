"""Boards and groups: what each is for, to whom it reports, how often it meets, and who sits on it."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models

from wardmote.definitions.duties import CAPACITIES
from wardmote.web.accounts.models import Agency, Member
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.models.constraints import in_order

CAPACITY_CHOICES = [(id_, words) for id_, words in CAPACITIES.items()]


class Group(PartnershipRecord):
    """A board, group, forum or committee. It is open until it has a last day."""

    class Kind(models.TextChoices):
        """What sort of body it is."""

        EXECUTIVE = "executive-board", "executive board"
        STRATEGIC = "strategic-group", "strategic group"
        DELIVERY = "delivery-group", "delivery group"
        TASK = "task-and-finish", "task-and-finish group"
        FORUM = "forum", "forum"
        COORDINATING = "co-ordinating-group", "partnership co-ordinating group"
        PAN_AREA = "pan-area-board", "pan-area board"
        COMMITTEE = "scrutiny-committee", "scrutiny committee"

    AGENCY = "led_by"
    AREA = "area"
    PUBLIC = (
        "name",
        "kind",
        "remit",
        "reports_to",
        "led_by",
        "area",
        "quorum",
        "meeting_hours",
        "opened_on",
        "closed_on",
        "output",
    )

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, choices=Kind)
    remit = models.TextField("what it is for", max_length=2000)
    reports_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="reported_by", verbose_name="reports to"
    )
    led_by = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="led by"
    )
    area = models.CharField(max_length=40, blank=True)
    quorum = models.PositiveSmallIntegerField(
        "voting agencies needed", default=0, help_text="0 where no number is set. A deputy counts for their agency."
    )
    meeting_hours = models.DecimalField(
        "hours that a meeting takes",
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.5"))],
        help_text="For the time that meetings cost. Two are assumed where none are given.",
    )
    opened_on = models.DateField("first day")
    closed_on = models.DateField("last day", null=True, blank=True)
    output = models.TextField("what came of it", max_length=2000, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "name"],
                name="one_group_of_each_name",
                violation_error_message="There is a group of this name already.",
            ),
            in_order(
                "opened_on",
                "closed_on",
                name="a_group_closes_after_it_opened",
                sentence="A group cannot close before the day on which it opened.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Nothing reports to itself, however long the way."""
        above, steps = self.reports_to, 0
        while above is not None and steps < 50:
            if above.pk == self.pk:
                raise ValidationError({"reports_to": "A group cannot report to itself, or to one that reports to it."})
            above, steps = above.reports_to, steps + 1


class Cadence(PartnershipRecord):
    """How often a group meets, from one day until the next cadence begins."""

    AGENCY = "group__led_by"
    PUBLIC = ("group", "meetings_a_year", "started_on", "reason")

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="cadences")
    meetings_a_year = models.PositiveSmallIntegerField("meetings a year")
    started_on = models.DateField("from")
    reason = models.CharField("why", max_length=300, blank=True)

    class Meta:
        ordering = ["-started_on"]
        constraints = [
            models.UniqueConstraint(fields=["group", "started_on"], name="one_cadence_from_each_day"),
            models.CheckConstraint(
                condition=models.Q(meetings_a_year__gte=1) & models.Q(meetings_a_year__lte=366),
                name="a_group_meets_once_to_daily",
                violation_error_message="Give between 1 and 366 meetings a year.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.meetings_a_year} meetings a year"


class Hat(PartnershipRecord):
    """A part that the law gives a group: one board may have several, each with a quorum of its own."""

    AGENCY = "group__led_by"
    PUBLIC = ("group", "capacity", "quorum", "since")

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="hats")
    capacity = models.CharField("sits as", max_length=40, choices=CAPACITY_CHOICES)
    quorum = models.PositiveSmallIntegerField("voting agencies needed in this part", default=0)
    since = models.DateField("since")

    class Meta:
        ordering = ["capacity"]
        constraints = [models.UniqueConstraint(fields=["group", "capacity"], name="one_hat_of_each_kind")]

    def __str__(self) -> str:
        return f"{self.group} as {self.get_capacity_display()}"


class Seat(PartnershipRecord):
    """A member's place in a group, as themselves or as a deputy."""

    AGENCY = "member__agency"
    PUBLIC = ("group", "member", "is_deputy", "is_voting", "started_on", "ended_on")

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="seats")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="seats", verbose_name="who")
    is_deputy = models.BooleanField("sits as a deputy", default=False)
    is_voting = models.BooleanField("has a vote", default=True)
    started_on = models.DateField("from")
    ended_on = models.DateField("until", null=True, blank=True)

    class Meta:
        ordering = ["is_deputy", "member__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "member"],
                condition=models.Q(ended_on=None),
                name="one_seat_for_each_member",
                violation_error_message="They have a seat in this group already.",
            ),
            in_order("started_on", "ended_on", name="a_seat_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.member} in {self.group}"
