"""Meetings: when, in which capacity, who came, and what the minutes say."""

from django.db import models

from wardmote.web.accounts.models import Agency, Member
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.governance.models.group import CAPACITY_CHOICES, Group


class Meeting(PartnershipRecord):
    """One meeting of a group. `capacity` says which part that the law gives it the group sat in."""

    class Status(models.TextChoices):
        """Whether it took place."""

        PLANNED = "planned", "planned"
        HELD = "held", "held"
        CANCELLED = "cancelled", "cancelled"

    AGENCY = "group__led_by"
    PUBLIC = (
        "group",
        "held_on",
        "starts_at",
        "place",
        "capacity",
        "status",
        "is_public",
        "notice_on",
        "minutes",
        "minutes_published_on",
        "minutes_address",
    )

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="meetings")
    held_on = models.DateField("date")
    starts_at = models.TimeField("begins at", null=True, blank=True, help_text="For example, 14:00")
    place = models.CharField(max_length=200, blank=True)
    capacity = models.CharField("sits as", max_length=40, choices=CAPACITY_CHOICES, blank=True)
    status = models.CharField(max_length=20, choices=Status, default=Status.PLANNED)
    is_public = models.BooleanField("open to the public", default=False)
    notice_on = models.DateField("notice given on", null=True, blank=True)
    minutes = models.TextField(max_length=100_000, blank=True)
    minutes_published_on = models.DateField("minutes published on", null=True, blank=True)
    minutes_address = models.URLField("address of the published minutes", blank=True)

    class Meta:
        ordering = ["-held_on"]
        indexes = [models.Index(fields=["partnership", "-held_on"], name="meetings_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "held_on", "capacity"],
                name="one_meeting_of_a_group_on_a_day",
                violation_error_message="This group has a meeting on that day already.",
            ),
            models.CheckConstraint(
                condition=models.Q(minutes_published_on=None) | models.Q(minutes_published_on__gte=models.F("held_on")),
                name="minutes_follow_their_meeting",
                violation_error_message="Minutes cannot be published before the meeting was held.",
            ),
            models.CheckConstraint(
                condition=models.Q(notice_on=None) | models.Q(notice_on__lte=models.F("held_on")),
                name="notice_comes_before_its_meeting",
                violation_error_message="Notice is given before the meeting.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group}, {self.held_on.day} {self.held_on:%B %Y}"


class Attendance(PartnershipRecord):
    """Whether a member came, for which agency, and whether they had a vote that day."""

    class Status(models.TextChoices):
        """Whether they came."""

        PRESENT = "present", "present"
        APOLOGIES = "apologies", "apologies"
        ABSENT = "absent", "absent"

    AGENCY = "agency"
    PUBLIC = ("meeting", "member", "agency", "is_deputy", "is_voting", "status")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    is_deputy = models.BooleanField(default=False)
    is_voting = models.BooleanField(default=False)
    status = models.CharField(max_length=20, choices=Status)

    class Meta:
        ordering = ["agency__name", "member__name"]
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="one_attendance_of_each_member")]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_status_display()}"
