"""The addresses of insight."""

from django.urls import path

from wardmote.web.insight.views import loads, measures, overview

urlpatterns = [
    path("", overview.show, name="overview"),
    path("measures/", measures.show_all, name="measures"),
    path("measures/<slug:measure_id>/", measures.show, name="measure"),
    path("loads/", loads.show_all, name="loads"),
    path("loads/<int:number>/", loads.show, name="load"),
]
