"""A number of an activity, for a period."""

from django.core.exceptions import ValidationError
from django.db import models

from wardmote.definitions.activity_kind import FigureKind
from wardmote.web.accounts.models import Agency
from wardmote.web.activity.models.activity import Activity
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.no_persons import refuse_persons


class ActivityFigure(PartnershipRecord):
    """So many of something, from one day to another: in all, or at one place, or of one agency."""

    AGENCY = "activity__agency"
    INTERNAL = ("activity", "item", "first_on", "last_on", "value", "of_agency", "place", "note")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="figures")
    item = models.CharField("What was counted", max_length=60)
    first_on = models.DateField("From")
    last_on = models.DateField("To")
    value = models.DecimalField("How many", max_digits=14, decimal_places=2)
    of_agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="From agency"
    )
    place = models.CharField("Place", max_length=120, blank=True)
    note = models.CharField("Note", max_length=500, blank=True, validators=[refuse_persons])

    class Meta:
        ordering = ["-first_on", "item"]
        verbose_name = "figure"
        indexes = [models.Index(fields=["partnership", "first_on"], name="figures_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_on__gte=models.F("first_on")),
                name="a_figure_ends_after_it_starts",
                violation_error_message="The last day cannot come before the first.",
            ),
            models.CheckConstraint(
                condition=models.Q(value__gte=0),
                name="a_figure_is_not_negative",
                violation_error_message="A figure cannot be less than 0.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.item}"

    def clean(self) -> None:
        """Only what its kind counts can be counted."""
        activity: Activity | None = getattr(self, "activity", None)
        if activity is not None and self.item not in activity.kind_of.figures:
            known = ", ".join(activity.kind_of.figures) or "nothing"
            raise ValidationError({"item": f"“{self.item}” is not counted here. Choose one of: {known}."})

    @property
    def counted(self) -> FigureKind:
        """What the catalogue says of it."""
        return self.activity.kind_of.figures[self.item]
