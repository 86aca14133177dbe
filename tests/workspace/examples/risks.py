"""What the addresses of risks, money and the horizon name."""

from datetime import date
from decimal import Decimal

from wardmote.web.risks.actions.horizon import add_horizon_item
from wardmote.web.risks.actions.money import add_dependent, add_grant, add_saving
from wardmote.web.risks.actions.risks import add_risk


def examples(made):
    by, council = made.commander(), made.agencies["Exampleshire Council"]
    first, last = date(2025, 4, 1), date(2026, 3, 31)
    grant = add_grant(
        by=by,
        title="Serious violence grant",
        funder="Home Office",
        amount=Decimal(268000),
        conditions="For the serious violence duty only.",
        started_on=first,
        ends_on=last,
        agency=council,
    )
    dependent = add_dependent(
        by=by, grant=grant, kind="post", title="Knife crime worker", posts=Decimal("1.5"), stops="No mentoring."
    )
    saving = add_saving(
        by=by,
        title="Call blockers",
        agency=council,
        first_on=first,
        last_on=date(2025, 4, 30),
        amount=Decimal(23000),
        cases=20,
        method="Blocked calls times the maker's estimate of a loss avoided.",
    )
    risk = add_risk(
        by=by,
        title="The grant is not renewed",
        cause="The Home Office has not said what follows.",
        effect="Mentoring stops.",
        likelihood=4,
        impact=4,
        mitigation="A case for the council's own budget.",
        agency=council,
        owner=made.people["manager"],
        review_on=last,
        grant=grant,
    )
    item = add_horizon_item(
        by=by, title="A new Act", pestelo="legal", effect="New duties.", source="bills.parliament.uk"
    )
    return {
        "grant": grant.pk,
        "dependent": dependent.pk,
        "saving": saving.pk,
        "risk": risk.pk,
        "coming": item.pk,
        "shipped": "csp-review",
        "register": "risks",
    }
