"""Who may use each route of risks, money and the horizon."""

from wardmote.web.core.routes import Routes, member

ROUTES: Routes = {
    "risks": member("risk.read"),
    "risk-heat": member("risk.read"),
    "risk": member("risk.read"),
    "risk-add": member("risk.change"),
    "risk-change": member("risk.change"),
    "risk-review": member("risk.change"),
    "risk-ties": member("risk.change"),
    "risk-to-board": member("risk.change"),
    "risk-sheets": member("risk.change"),
    "risk-sheet": member("money.read"),
    # Rows of grants and savings ask for money.change besides, one by one.
    "risk-sheet-in": member("risk.change"),
    "money": member("money.read"),
    "grants": member("money.read"),
    "grant": member("money.read"),
    "grant-add": member("money.change"),
    "grant-change": member("money.change"),
    "grant-ties": member("money.change"),
    "dependent-add": member("money.change"),
    "dependent-change": member("money.change"),
    "dependent-remove": member("money.change"),
    "savings": member("money.read"),
    "saving": member("money.read"),
    "saving-add": member("money.change"),
    "saving-change": member("money.change"),
    "horizon": member("risk.read"),
    "horizon-item": member("risk.read"),
    "horizon-add": member("risk.change"),
    "horizon-change": member("risk.change"),
    "horizon-shipped": member("risk.change"),
    "horizon-decide": member("risk.change"),
}
