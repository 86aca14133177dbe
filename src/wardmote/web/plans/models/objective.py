"""What a priority wants to reach, by when, who pursues it, and by what it is measured."""

from django.core.exceptions import ValidationError
from django.db import models

from wardmote.errors import BadInput
from wardmote.web.accounts.models import Agency
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.models.constraints import told
from wardmote.web.plans.models.plan import Priority


class Objective(PartnershipRecord):
    """Section 6 of the Crime and Disorder Act 1998 asks for long-term and short-term targets, and who pursues them.

    One that is pursued no longer is retired: it stays readable, with the reason.
    """

    PUBLIC = (
        "priority",
        "title",
        "long_target",
        "long_due_on",
        "short_target",
        "short_due_on",
        "retired_on",
        "retired_because",
    )

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="objectives")
    title = models.CharField("what is to be reached", max_length=300)
    short_target = models.CharField("short-term target", max_length=300)
    short_due_on = models.DateField("short-term target is due on")
    long_target = models.CharField("long-term target", max_length=300)
    long_due_on = models.DateField("long-term target is due on")
    retired_on = models.DateField("retired on", null=True, blank=True)
    retired_because = models.CharField("why it was retired", max_length=500, blank=True)
    agencies = models.ManyToManyField(Agency, related_name="objectives", verbose_name="who pursues it")

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(long_due_on__gte=models.F("short_due_on")),
                name="the_long_target_comes_after_the_short",
                violation_error_message="The long-term target cannot be due before the short-term one.",
            ),
            told(
                "retired_on", "retired_because", name="a_retired_objective_says_why", sentence="Say why it was retired."
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ObjectiveMeasure(PartnershipRecord):
    """A measure of the catalogue that tells whether an objective is being reached; the first is shown on the plan."""

    PUBLIC = ("objective", "measure_id", "position")

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="measures")
    measure_id = models.CharField("measure", max_length=100)
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["objective", "measure_id"], name="one_measure_once")]

    def __str__(self) -> str:
        return f"{self.measure_id} of {self.objective}"

    def clean(self) -> None:
        """Only what the catalogue defines can be measured."""
        from wardmote.definitions.catalogue import find_measure

        try:
            find_measure(self.measure_id)
        except BadInput as error:
            raise ValidationError({"measure_id": error.sentence}) from error
