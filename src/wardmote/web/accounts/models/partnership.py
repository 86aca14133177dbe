"""A Community Safety Partnership, or a pan-area partnership above several."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models

from wardmote.web.core.models import Record

MOST_DAYS_BEFORE = 60


class Partnership(Record):
    """What has a plan, a board and members. `slug` stands in its addresses."""

    PUBLIC = ("name", "slug", "above")
    INTERNAL = ("link_days_before", "sends_links_when_late")

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    above = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="below",
        verbose_name="the pan-area partnership above it",
    )
    # How many days before an action is due its owner is sent a link to it; 0 sends none.
    link_days_before = models.PositiveSmallIntegerField(
        "days before an action is due", default=0, validators=[MaxValueValidator(MOST_DAYS_BEFORE)]
    )
    sends_links_when_late = models.BooleanField("once an action is late", default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A partnership is above others or below one; a third tier has no place in law."""
        if self.above_id and (self.above_id == self.pk or (self.above and self.above.above_id)):
            raise ValidationError({"above": "A pan-area partnership stands above others, and nothing above it."})
        if self.above_id and self.below.exists():
            raise ValidationError({"above": "Others stand below this one, so that nothing can stand above it."})
