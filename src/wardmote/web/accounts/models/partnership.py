"""A Community Safety Partnership, or a pan-area partnership above several."""

from django.core.exceptions import ValidationError
from django.db import models

from wardmote.web.core.models import Record


class Partnership(Record):
    """What has a plan, a board and members. `slug` stands in its addresses."""

    PUBLIC = ("name", "slug", "above")

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    above = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="below")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A partnership is above others or below one; a third tier has no place in law."""
        if self.above_id and (self.above_id == self.pk or (self.above and self.above.above_id)):
            raise ValidationError({"above": "A pan-area partnership stands above others, and nothing above it."})
