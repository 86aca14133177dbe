"""Every address of the site."""

from django.urls import include, path

urlpatterns = [path("", include("wardmote.web.insight.urls"))]

handler400 = "wardmote.web.core.errors.bad_request"
handler404 = "wardmote.web.core.errors.not_found"
handler500 = "wardmote.web.core.errors.server_error"
