"""A place that belongs to an activity: a venue of a scheme, or cameras."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from wardmote.web.activity.models.activity import Activity
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.models.constraints import in_order
from wardmote.web.core.no_persons import refuse_persons


def _degrees(label: str, limit: int) -> models.DecimalField:
    limits = [MinValueValidator(Decimal(-limit)), MaxValueValidator(Decimal(limit))]
    return models.DecimalField(label, max_digits=9, decimal_places=6, null=True, blank=True, validators=limits)


class Site(PartnershipRecord):
    """A venue, a business or a camera, or `number` cameras of one type at one place, for as long as it takes part."""

    AGENCY = "activity__agency"
    PUBLIC = ("name", "category", "town", "longitude", "latitude", "number", "joined_on", "left_on")
    INTERNAL = ("activity", "trained_on", "pledged_on", "note")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="sites")
    name = models.CharField("Name", max_length=200)
    category = models.CharField("Type", max_length=60, blank=True)
    town = models.CharField("Town", max_length=120, blank=True)
    longitude = _degrees("Longitude", 180)
    latitude = _degrees("Latitude", 90)
    number = models.PositiveIntegerField("How many", default=1)
    joined_on = models.DateField("Since")
    trained_on = models.DateField("Trained on", null=True, blank=True)
    pledged_on = models.DateField("Pledged on", null=True, blank=True)
    left_on = models.DateField("Left on", null=True, blank=True)
    note = models.CharField("Note", max_length=500, blank=True, validators=[refuse_persons])

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "name", "town"],
                condition=models.Q(left_on=None),
                name="one_site_of_each_name_and_town",
                violation_error_message="A site of this name in this town is there already.",
            ),
            in_order(
                "joined_on",
                "left_on",
                name="a_site_leaves_after_it_joined",
                sentence="It cannot leave before the day on which it joined.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.town}" if self.town else self.name

    def clean(self) -> None:
        """A point has both coordinates."""
        if (self.longitude is None) != (self.latitude is None):
            raise ValidationError({"latitude": "Give both the longitude and the latitude, or neither."})
