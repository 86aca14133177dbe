"""The addresses of insight."""

from django.urls import path

from wardmote.web.insight.views import (
    assessments,
    compare,
    duties,
    kpi,
    loads,
    measures,
    overview,
    pairs,
    reading,
    under_way,
    uploads,
)

urlpatterns = [
    path("", overview.show, name="overview"),
    path("measures/", measures.show_all, name="measures"),
    path("measures/<slug:measure_id>/", measures.show, name="measure"),
    path("measures/<slug:measure_id>/<str:name>", measures.save, name="measure-file"),
    path("compare/", compare.show, name="compare"),
    path("loads/", loads.show_all, name="loads"),
    path("loads/<int:number>/", loads.show, name="load"),
    path("loads/files/", uploads.take, name="take-files"),
    path("loads/files/<str:key>/", uploads.show, name="waiting"),
    path("loads/files/<str:key>/load/", uploads.load, name="load-waiting"),
    path("loads/files/<str:key>/forget/", uploads.forget, name="forget-waiting"),
    path("loads/files/<str:key>/<int:number>/", reading.show, name="waiting-file"),
    path("loads/files/<str:key>/<int:number>/columns/", reading.columns, name="waiting-columns"),
    path("loads/pairs/", pairs.show, name="pairs"),
    path("loads/pairs/decide/", pairs.decide, name="decide-pairs"),
    path("loads/under-way/", under_way.show, name="under-way"),
    path("loads/under-way/stop/", under_way.stop, name="stop-load"),
    path("calendar/", duties.show, name="calendar"),
    path("calendar/officers/", duties.name, name="name-officer"),
    path("kpi/", kpi.show_all, name="kpi-quarters"),
    path("kpi/<str:quarter>/", kpi.show, name="kpi"),
    path("kpi/<str:quarter>/<str:name>", kpi.save, name="kpi-file"),
    path("assessment/", assessments.show_all, name="assessments"),
    path("assessment/<str:year>/", assessments.show, name="assessment"),
    path("assessment/<str:year>/assessment.pdf", assessments.pdf, name="assessment-pdf"),
    path("assessment/<str:year>/<slug:figure_id>.csv", assessments.figure, name="assessment-figure"),
]
