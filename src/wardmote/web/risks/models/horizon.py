"""What is coming from outside: Acts, reviews, funding decisions."""

from typing import get_args

from django.db import models

from wardmote.definitions.horizon import Pestelo
from wardmote.web.accounts.models import Agency, Member
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.risks.models.risk import check_score
from wardmote.web.risks.rules.packs import pack_choices


class HorizonItem(PartnershipRecord):
    """One thing on the horizon; `shipped` names the item of the catalogue that it was taken over from, if any."""

    class State(models.TextChoices):
        """What became of it."""

        WATCHING = "watching", "being watched"
        HAPPENED = "happened", "has happened"
        NOT_OURS = "not-ours", "not for us"

    AGENCY = "agency"
    INTERNAL = (
        "title",
        "pestelo",
        "effect",
        "source",
        "expected_on",
        "expected",
        "likelihood",
        "impact",
        "agency",
        "owner",
        "state",
        "rule_pack",
        "rules_change_on",
        "shipped",
    )

    title = models.CharField("What is coming", max_length=200)
    pestelo = models.CharField("Kind", max_length=20, choices=[(one, one) for one in get_args(Pestelo)])
    effect = models.TextField("What it means for the partnership", max_length=4000)
    source = models.CharField("Source", max_length=500)
    expected_on = models.DateField("Expected on", null=True, blank=True)
    expected = models.CharField("How sure that day is", max_length=300, blank=True)
    likelihood = models.PositiveSmallIntegerField("Likelihood", null=True, blank=True)
    impact = models.PositiveSmallIntegerField("Impact", null=True, blank=True)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Agency"
    )
    owner = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Owner"
    )
    state = models.CharField("State", max_length=20, choices=State, default=State.WATCHING)
    rule_pack = models.CharField(
        "Rules to be changed", max_length=60, blank=True, choices=pack_choices, help_text="Which duties it alters."
    )
    rules_change_on = models.DateField("Change them on", null=True, blank=True)
    shipped = models.CharField(max_length=80, blank=True, editable=False)

    class Meta:
        ordering = ["expected_on", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "shipped"],
                condition=~models.Q(shipped=""),
                name="one_decision_on_each_shipped_item",
                violation_error_message="It has been decided on already.",
            ),
            models.CheckConstraint(
                condition=models.Q(rules_change_on=None) | ~models.Q(rule_pack=""),
                name="rules_that_change_are_named",
                violation_error_message="Say which rules change on that day.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """A score is on the scale of today."""
        check_score(self.likelihood, self.impact)
