"""The addresses of insight."""

from django.urls import path

from wardmote.web.insight.views import assessments, loads, measures, overview

urlpatterns = [
    path("", overview.show, name="overview"),
    path("measures/", measures.show_all, name="measures"),
    path("measures/<slug:measure_id>/", measures.show, name="measure"),
    path("measures/<slug:measure_id>/<str:name>", measures.save, name="measure-file"),
    path("loads/", loads.show_all, name="loads"),
    path("loads/<int:number>/", loads.show, name="load"),
    path("assessment/", assessments.show_all, name="assessments"),
    path("assessment/<str:year>/", assessments.show, name="assessment"),
    path("assessment/<str:year>/assessment.pdf", assessments.pdf, name="assessment-pdf"),
    path("assessment/<str:year>/<slug:figure_id>.csv", assessments.figure, name="assessment-figure"),
]
