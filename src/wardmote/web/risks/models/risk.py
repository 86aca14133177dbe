"""A risk, and each time that it was scored."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models

from wardmote.definitions.risk_scale import Band, RiskScale, risk_scale_on
from wardmote.web.accounts.models import Agency, Member
from wardmote.web.core import clock
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.risks.models.grant import Grant


class Risk(PartnershipRecord):
    """What may happen, from what cause, with what effect, and what is done against it.

    `likelihood` and `impact` are its newest score; the scores before it are kept in `RiskScore`.
    """

    class State(models.TextChoices):
        """Whether it is still one."""

        OPEN = "open", "open"
        CLOSED = "closed", "closed"

    AGENCY = "agency"
    INTERNAL = (
        "title",
        "cause",
        "effect",
        "likelihood",
        "impact",
        "mitigation",
        "agency",
        "owner",
        "review_on",
        "state",
        "grant",
        "escalated_on",
        "escalated_to",
    )

    title = models.CharField("Risk", max_length=200)
    cause = models.TextField("Because of", max_length=2000)
    effect = models.TextField("So that", max_length=2000)
    likelihood = models.PositiveSmallIntegerField("Likelihood")
    impact = models.PositiveSmallIntegerField("Impact")
    mitigation = models.TextField("What is done against it", max_length=4000)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="Agency")
    owner = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name="Owner")
    review_on = models.DateField("Next review")
    state = models.CharField("State", max_length=20, choices=State, default=State.OPEN)
    grant = models.ForeignKey(
        Grant, on_delete=models.PROTECT, null=True, blank=True, related_name="risks", verbose_name="About the grant"
    )
    escalated_on = models.DateField(null=True, blank=True, editable=False)
    escalated_to = models.CharField("Who is asked to decide", max_length=200, blank=True)

    class Meta:
        ordering = ["title"]
        indexes = [models.Index(fields=["partnership", "state"], name="risks_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(escalated_on=None, escalated_to="")
                | models.Q(escalated_on__isnull=False) & ~models.Q(escalated_to=""),
                name="a_risk_before_a_board_says_which",
                violation_error_message="Say to whom the risk was taken, and when.",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """A score is on the scale of today."""
        check_score(self.likelihood, self.impact)

    @property
    def score(self) -> int:
        """Likelihood times impact."""
        return self.likelihood * self.impact

    def days_late(self, today: date) -> int:
        """By how many days its review is late: 0 while it is not, and once the risk is closed."""
        return max((today - self.review_on).days, 0) if self.state == self.State.OPEN else 0

    @property
    def band(self) -> Band:
        """The band of its score, by the scale of today."""
        return scale_of_today().band(self.likelihood, self.impact)


class RiskScore(PartnershipRecord):
    """One scoring of a risk, which is never changed: the register's history and what changed since a meeting."""

    AGENCY = "risk__agency"
    INTERNAL = ("risk", "likelihood", "impact", "scored_on", "scored_by", "note", "scale")

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="scores")
    likelihood = models.PositiveSmallIntegerField()
    impact = models.PositiveSmallIntegerField()
    scored_on = models.DateField()
    scored_by = models.CharField(max_length=200)
    note = models.TextField(max_length=2000, blank=True)
    # The scale by which it was scored; a later one does not change what was said then.
    scale = models.CharField(max_length=60)

    class Meta:
        ordering = ["-scored_on", "-created_at"]

    def __str__(self) -> str:
        return f"{self.risk}: {self.likelihood * self.impact}"


def scale_of_today() -> RiskScale:
    """The scale that holds now."""
    return risk_scale_on(clock.today())


def check_score(likelihood: int | None, impact: int | None) -> None:
    """Raises `ValidationError` for a step that the scale of today does not have."""
    scale = scale_of_today()
    for name, step, steps in (("likelihood", likelihood, scale.likelihood), ("impact", impact, scale.impact)):
        if step is not None and not 1 <= step <= len(steps):
            raise ValidationError({name: f"Choose a step from 1 to {len(steps)}."})
