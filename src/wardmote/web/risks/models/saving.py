"""What prevention is said to have saved, and how that was reckoned."""

from django.db import models

from wardmote.web.accounts.models import Agency
from wardmote.web.core.models import PartnershipRecord


class Saving(PartnershipRecord):
    """An estimate for a period. There is no figure without its method."""

    AGENCY = "agency"
    INTERNAL = ("title", "agency", "first_on", "last_on", "amount", "cases", "method")

    title = models.CharField("Project", max_length=200)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="Agency")
    first_on = models.DateField("From")
    last_on = models.DateField("To")
    amount = models.DecimalField("Estimated saving in pounds", max_digits=12, decimal_places=2)
    cases = models.PositiveIntegerField("Cases", null=True, blank=True)
    method = models.TextField(
        "Method", max_length=2000, help_text="How the figure was reckoned, so that somebody else would get the same."
    )

    class Meta:
        ordering = ["-first_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_on__gte=models.F("first_on")),
                name="a_saving_ends_after_it_starts",
                violation_error_message="The last day cannot come before the first.",
            ),
            models.CheckConstraint(
                condition=~models.Q(method=""),
                name="a_saving_has_its_method",
                violation_error_message="Say how the saving was reckoned.",
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gte=0),
                name="a_saving_is_not_negative",
                violation_error_message="A saving cannot be less than 0.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
