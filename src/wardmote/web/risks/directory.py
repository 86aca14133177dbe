"""What risks, money and the horizon have for search, comments and undoing."""

from wardmote.web.core.directory import Kind
from wardmote.web.core.wording import plain_day
from wardmote.web.risks.models import Grant, HorizonItem, Risk, Saving

DIRECTORY = (
    Kind(
        model=Risk,
        nouns="risks",
        permission="risk.read",
        page="risk",
        argument="risk",
        searched=("title", "cause", "effect", "mitigation"),
        line=lambda risk: f"Next review {plain_day(risk.review_on)}",
        listed="risks",
        parts=("scores",),
    ),
    Kind(
        model=Grant,
        nouns="grants",
        permission="money.read",
        page="grant",
        argument="grant",
        searched=("title", "funder", "conditions"),
        line=lambda grant: f"From {grant.funder}, until {plain_day(grant.ends_on)}",
        listed="grants",
        undoes={"changed a grant": "money.change"},
        parts=("dependents",),
    ),
    Kind(
        model=Saving,
        nouns="savings",
        permission="money.read",
        page="saving",
        argument="saving",
        searched=("title", "method"),
        listed="savings",
        undoes={"changed a saving": "money.change"},
    ),
    Kind(
        model=HorizonItem,
        nouns="what is coming",
        permission="risk.read",
        page="horizon-item",
        argument="coming",
        searched=("title", "effect", "source"),
        line=lambda one: one.expected,
        listed="horizon",
        undoes={"changed what is on the horizon": "risk.change"},
    ),
)
