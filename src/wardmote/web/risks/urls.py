"""The addresses of risks, money and the horizon."""

from django.urls import path

from wardmote.web.risks.views import grants, horizon, money, risks, sheets

_BASE = "p/<slug:partnership>/"

urlpatterns = [
    path(f"{_BASE}risks/", risks.show_all, name="risks"),
    path(f"{_BASE}risks/heat/", risks.show_heat, name="risk-heat"),
    path(f"{_BASE}risks/add/", risks.add, name="risk-add"),
    path(f"{_BASE}risks/<uuid:risk>/", risks.show, name="risk"),
    path(f"{_BASE}risks/<uuid:risk>/change/", risks.change, name="risk-change"),
    path(f"{_BASE}risks/<uuid:risk>/review/", risks.review, name="risk-review"),
    path(f"{_BASE}risks/<uuid:risk>/board/", risks.take_to_board, name="risk-to-board"),
    path(f"{_BASE}risks/<uuid:risk>/ties/", risks.tie, name="risk-ties"),
    path(f"{_BASE}money/", money.show_cliff, name="money"),
    path(f"{_BASE}money/grants/", grants.show_grants, name="grants"),
    path(f"{_BASE}money/grants/add/", grants.enter_grant, name="grant-add"),
    path(f"{_BASE}money/grants/<uuid:grant>/", grants.show_grant, name="grant"),
    path(f"{_BASE}money/grants/<uuid:grant>/change/", grants.correct_grant, name="grant-change"),
    path(f"{_BASE}money/grants/<uuid:grant>/ties/", grants.tie, name="grant-ties"),
    path(f"{_BASE}money/grants/<uuid:grant>/hangs/", grants.enter_dependent, name="dependent-add"),
    path(f"{_BASE}money/hangs/<uuid:dependent>/", grants.correct_dependent, name="dependent-change"),
    path(f"{_BASE}money/hangs/<uuid:dependent>/remove/", grants.take_dependent_away, name="dependent-remove"),
    path(f"{_BASE}money/savings/", money.show_savings, name="savings"),
    path(f"{_BASE}money/savings/add/", money.enter_saving, name="saving-add"),
    path(f"{_BASE}money/savings/<uuid:saving>/", money.show_saving, name="saving"),
    path(f"{_BASE}money/savings/<uuid:saving>/change/", money.correct_saving, name="saving-change"),
    path(f"{_BASE}horizon/", horizon.show_all, name="horizon"),
    path(f"{_BASE}horizon/add/", horizon.add, name="horizon-add"),
    path(f"{_BASE}horizon/catalogue/", horizon.show_shipped, name="horizon-shipped"),
    path(f"{_BASE}horizon/catalogue/<slug:shipped>/", horizon.decide, name="horizon-decide"),
    path(f"{_BASE}horizon/<uuid:coming>/", horizon.show, name="horizon-item"),
    path(f"{_BASE}horizon/<uuid:coming>/change/", horizon.change, name="horizon-change"),
    path(f"{_BASE}registers/", sheets.show_all, name="risk-sheets"),
    path(f"{_BASE}registers/<slug:register>.<slug:ending>", sheets.give, name="risk-sheet"),
    path(f"{_BASE}registers/<slug:register>/in/", sheets.take, name="risk-sheet-in"),
]
