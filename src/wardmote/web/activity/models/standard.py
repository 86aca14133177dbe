"""A standard that an accreditation asks for, and how far it is met."""

from django.db import models

from wardmote.web.activity.models.activity import Activity
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.no_persons import refuse_persons


class Standard(PartnershipRecord):
    """One standard or priority area: its evidence, and by when it is due."""

    class State(models.TextChoices):
        """How far it is met."""

        OPEN = "open", "not started"
        WORKING = "working", "being worked on"
        EVIDENCED = "evidenced", "evidence given"
        MET = "met", "met"

    AGENCY = "activity__agency"
    INTERNAL = ("activity", "position", "title", "state", "evidence", "due_on", "met_on")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="standards")
    position = models.PositiveSmallIntegerField("Number")
    title = models.CharField("Standard", max_length=200)
    state = models.CharField("State", max_length=20, choices=State, default=State.OPEN)
    evidence = models.TextField("Evidence", max_length=4000, blank=True, validators=[refuse_persons])
    due_on = models.DateField("Due on", null=True, blank=True)
    met_on = models.DateField("Met on", null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "position"], name="one_standard_at_each_number"),
            models.CheckConstraint(
                condition=~models.Q(state="met") | models.Q(met_on__isnull=False),
                name="a_standard_that_is_met_says_when",
                violation_error_message="Say on which day it was met.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.title}"
