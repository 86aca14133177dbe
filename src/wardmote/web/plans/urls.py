"""The addresses of the plan."""

from django.urls import path

from wardmote.web.plans.views import actions, editions, endings, links, plan, strategies

_P = "p/<slug:partnership>/plan/"

urlpatterns = [
    path(_P, plan.show, name="plan"),
    path(f"{_P}begin/", plan.begin, name="plan-begin"),
    path(f"{_P}change/", plan.change, name="plan-change"),
    path(f"{_P}priorities/adopt/", plan.adopt, name="priority-adopt"),
    path(f"{_P}priorities/<uuid:priority>/", plan.show_priority, name="priority"),
    path(f"{_P}priorities/<uuid:priority>/change/", plan.alter_priority, name="priority-change"),
    path(f"{_P}priorities/<uuid:priority>/end/", endings.end, name="priority-end"),
    path(f"{_P}priorities/<uuid:priority>/objective/", plan.add_objective, name="objective-add"),
    path(f"{_P}priorities/<uuid:priority>/action/", actions.give, name="action-give"),
    path(f"{_P}priorities/<uuid:priority>/alignment/", strategies.set_alignment, name="alignment-set"),
    path(f"{_P}objectives/<uuid:objective>/change/", plan.alter_objective, name="objective-change"),
    path(f"{_P}objectives/<uuid:objective>/move/", endings.move, name="objective-move"),
    path(f"{_P}objectives/<uuid:objective>/retire/", endings.retire, name="objective-retire"),
    path(f"{_P}cross-cutting/", strategies.show_cross_cutting, name="cross-cutting"),
    path(f"{_P}actions/", actions.show_all, name="actions"),
    path(f"{_P}actions/blocked/", actions.show_blocked, name="blocked"),
    path(f"{_P}actions/late/", actions.show_late, name="late"),
    path(f"{_P}actions/<uuid:action>/", actions.show, name="action"),
    path(f"{_P}actions/<uuid:action>/change/", actions.change, name="action-change"),
    path(f"{_P}actions/<uuid:action>/update/", actions.update, name="action-update"),
    path(f"{_P}actions/<uuid:action>/escalate/", actions.take_to_board, name="action-escalate"),
    path(f"{_P}actions/<uuid:action>/link/", links.give, name="action-link"),
    path(f"{_P}links/<uuid:link>/withdraw/", links.withdraw, name="action-link-withdraw"),
    path(f"{_P}changes/", editions.show_changes, name="plan-changes"),
    path(f"{_P}editions/", editions.show_all, name="editions"),
    path(f"{_P}editions/adopt/", editions.adopt, name="edition-adopt"),
    path(f"{_P}editions/<uuid:edition>/", editions.show, name="edition"),
    path(f"{_P}strategies/", strategies.show_strategies, name="strategies"),
    path(f"{_P}strategies/add/", strategies.add_strategy, name="strategy-add"),
    path(f"{_P}strategies/<uuid:strategy>/change/", strategies.alter_strategy, name="strategy-change"),
    path(f"{_P}alignment/", strategies.show_alignment, name="alignment"),
    path("a/<str:signed>/", links.update, name="action-by-link"),
]
