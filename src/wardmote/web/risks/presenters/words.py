"""Scores and money in words."""

from decimal import Decimal

from wardmote.web.core import clock
from wardmote.web.core.components import Fact
from wardmote.web.core.wording import plain_day, plural, sentence_case
from wardmote.web.risks.models import Grant, HorizonItem, Risk, Saving
from wardmote.web.risks.models.risk import scale_of_today


def pounds(amount: Decimal) -> str:
    """£268,000, or £12.50 where there are pence."""
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def score_in_words(risk: Risk) -> str:
    """Very high (16)."""
    return f"{sentence_case(risk.band.word)} ({risk.score})"


def steps_in_words(likelihood: int | None, impact: int | None) -> str:
    """Likely (4) with moderate impact (3); or that it has not been scored."""
    if likelihood is None or impact is None:
        return "not scored yet"
    scale = scale_of_today()
    chance, harm = scale.likelihood[likelihood - 1].word, scale.impact[impact - 1].word
    return f"{sentence_case(chance)} ({likelihood}), with {harm} impact ({impact})"


def posts_in_words(posts: Decimal) -> str:
    """2.5 full-time posts."""
    return f"{posts.normalize():f} full-time {'post' if posts == 1 else 'posts'}"


def risk_facts(risk: Risk) -> tuple[Fact, ...]:
    """What is said of a risk."""
    late = risk.days_late(clock.today())
    return (
        Fact("Because of", risk.cause),
        Fact("So that", risk.effect),
        Fact("Score", f"{score_in_words(risk)}. {steps_in_words(risk.likelihood, risk.impact)}. {risk.band.asks}"),
        Fact("What is done against it", risk.mitigation),
        Fact("Owner", f"{risk.owner}, {risk.agency}"),
        Fact("Next review", plain_day(risk.review_on) + (f", {plural(late, 'day')} late" if late else "")),
        Fact("State", sentence_case(risk.get_state_display())),
        *((Fact("Before a board", _before_board(risk)),) if risk.escalated_on else ()),
    )


def _before_board(risk: Risk) -> str:
    assert risk.escalated_on is not None
    return f"{risk.escalated_to} was asked on {plain_day(risk.escalated_on)} to decide"


def grant_facts(grant: Grant) -> tuple[Fact, ...]:
    """What is said of a grant."""
    return (
        Fact("Who gives it", grant.funder),
        Fact("Amount", pounds(grant.amount)),
        Fact("From and to", f"{plain_day(grant.started_on)} to {plain_day(grant.ends_on)}"),
        Fact("How sure it is", sentence_case(grant.get_state_display())),
        Fact("Conditions", grant.conditions),
        Fact("Who holds it", grant.agency.name),
        Fact("Owner", str(grant.owner or "nobody yet")),
        Fact("What comes after it", grant.what_next or "nothing is known"),
    )


def saving_facts(saving: Saving) -> tuple[Fact, ...]:
    """What is said of a saving: its method stands beside the figure."""
    cases = f", from {plural(saving.cases, 'case')}" if saving.cases is not None else ""
    return (
        Fact("Estimate", f"{pounds(saving.amount)}{cases}"),
        Fact("Method", saving.method),
        Fact("From and to", f"{plain_day(saving.first_on)} to {plain_day(saving.last_on)}"),
        Fact("Agency", saving.agency.name),
    )


def _rules(item: HorizonItem) -> str:
    on = f", on {plain_day(item.rules_change_on)}" if item.rules_change_on else "; no day is known"
    return f"{item.get_rule_pack_display()}{on}"


def horizon_facts(item: HorizonItem) -> tuple[Fact, ...]:
    """What is said of something on the horizon."""
    day = plain_day(item.expected_on) if item.expected_on else "no day known"
    return (
        Fact("Kind", sentence_case(item.pestelo)),
        Fact("Expected", f"{day}. {item.expected}" if item.expected else day),
        Fact("What it means for the partnership", item.effect),
        Fact("Likelihood and impact", steps_in_words(item.likelihood, item.impact)),
        *((Fact("Rules to be changed", _rules(item)),) if item.rule_pack else ()),
        Fact("Source", item.source),
        Fact("Owner", str(item.owner or "nobody yet")),
        Fact("State", sentence_case(item.get_state_display())),
    )
