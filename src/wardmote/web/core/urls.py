"""The addresses of what every record has: its history, and the audit of all of them."""

from django.urls import path

from wardmote.web.core.views import audit

urlpatterns = [
    path("p/<slug:partnership>/audit/", audit.show_all, name="audit"),
    path("p/<slug:partnership>/history/<uuid:record>/", audit.history, name="history"),
]
