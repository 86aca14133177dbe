"""Every address of the site."""

from django.urls import include, path

from wardmote.web.config.api import api

urlpatterns = [
    path("", include("wardmote.web.insight.urls")),
    path("", include("wardmote.web.governance.urls")),
    path("", include("wardmote.web.accounts.urls")),
    path("", include("wardmote.web.plans.urls")),
    path("", include("wardmote.web.activity.urls")),
    path("", include("wardmote.web.risks.urls")),
    path("", include("wardmote.web.core.urls")),
    path("account/", include("allauth.urls")),
    path("api/v1/", api.urls),
]

handler400 = "wardmote.web.core.errors.bad_request"
handler404 = "wardmote.web.core.errors.not_found"
handler500 = "wardmote.web.core.errors.server_error"
