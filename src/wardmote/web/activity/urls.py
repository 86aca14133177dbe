"""The addresses of activity."""

from django.urls import path

from wardmote.web.activity.views import activities, loading, matrices, numbers, sheets

_BASE = "p/<slug:partnership>/activity/"

urlpatterns = [
    path(_BASE, activities.show_overview, name="activity-overview"),
    path(f"{_BASE}all/", activities.show_all, name="activities"),
    path(f"{_BASE}add/", activities.choose_kind, name="activity-kinds"),
    path(f"{_BASE}add/<slug:kind>/", activities.add, name="activity-add"),
    path(f"{_BASE}kinds/<slug:kind>/", matrices.show_kind, name="activity-kind"),
    path(f"{_BASE}places/", matrices.show_places, name="activity-places"),
    path(f"{_BASE}training/", matrices.show_training, name="activity-training"),
    path(f"{_BASE}load/", loading.load, name="activity-load"),
    path(f"{_BASE}sheets/", sheets.show_all, name="activity-sheets"),
    path(f"{_BASE}sheets/<slug:sheet>.<slug:ending>", sheets.give, name="activity-sheet"),
    path(f"{_BASE}sheets/<slug:sheet>/in/", sheets.take, name="activity-sheet-in"),
    path(f"{_BASE}figures/<uuid:figure>/", numbers.correct_figure, name="figure-change"),
    path(f"{_BASE}figures/<uuid:figure>/remove/", numbers.take_back_figure, name="figure-remove"),
    path(f"{_BASE}sites/<uuid:site>/", numbers.correct_site, name="site-change"),
    path(f"{_BASE}standards/<uuid:standard>/", numbers.judge_standard, name="standard-change"),
    path(f"{_BASE}<uuid:activity>/", activities.show, name="activity"),
    path(f"{_BASE}<uuid:activity>/change/", activities.change, name="activity-change"),
    path(f"{_BASE}<uuid:activity>/serves/", activities.choose_priorities, name="activity-serves"),
    path(f"{_BASE}<uuid:activity>/figures/", numbers.show_figures, name="figures"),
    path(f"{_BASE}<uuid:activity>/figures/add/", numbers.enter_figure, name="figure-add"),
    path(f"{_BASE}<uuid:activity>/sites/", numbers.show_sites, name="sites"),
    path(f"{_BASE}<uuid:activity>/sites/add/", numbers.enter_site, name="site-add"),
]
