"""One activity of the partnership, of any kind in the catalogue."""

from django.db import models

from wardmote.definitions.activity_kind import ActivityKind
from wardmote.web.accounts.models import Agency
from wardmote.web.activity.rules.kinds import find_kind, kind_choices
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.no_persons import NUMBERS_ONLY, refuse_persons


class Activity(PartnershipRecord):
    """A programme, service, campaign, course, scheme, accreditation, pilot and so on. It names nobody whom it is for."""

    class State(models.TextChoices):
        """How far it has come."""

        PLANNED = "planned", "planned"
        RUNNING = "running", "running"
        PAUSED = "paused", "paused"
        FINISHED = "finished", "finished"

    AGENCY = "agency"
    PUBLIC = ("kind", "title", "agency", "state", "started_on", "ended_on", "place", "summary", "words")
    INTERNAL = ("funding_ends_on",)

    kind = models.CharField(max_length=60, choices=kind_choices)
    title = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="Lead agency")
    state = models.CharField(max_length=20, choices=State, default=State.RUNNING)
    started_on = models.DateField("First day", null=True, blank=True)
    ended_on = models.DateField("Last day", null=True, blank=True)
    funding_ends_on = models.DateField("Funding ends on", null=True, blank=True)
    place = models.CharField("Place", max_length=120, blank=True)
    summary = models.TextField(
        "What it does", max_length=4000, blank=True, help_text=NUMBERS_ONLY, validators=[refuse_persons]
    )
    # What the kind asks for in words, by the name that the catalogue gives it.
    words = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["title"]
        verbose_name_plural = "activities"
        indexes = [models.Index(fields=["partnership", "kind"], name="activities_of_a_kind")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(started_on=None)
                | models.Q(ended_on=None)
                | models.Q(ended_on__gte=models.F("started_on")),
                name="an_activity_ends_after_it_starts",
                violation_error_message="The last day cannot come before the first.",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def kind_of(self) -> ActivityKind:
        """What the catalogue says of its kind."""
        return find_kind(self.kind)
