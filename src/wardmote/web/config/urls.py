"""Every address of the site."""

from django.urls import include, path

from wardmote.web.config import api
from wardmote.web.core.api.openapi import SPACE

_PAGES = [
    path("", include("wardmote.web.insight.urls")),
    path("", include("wardmote.web.governance.urls")),
    path("", include("wardmote.web.accounts.urls")),
    path("", include("wardmote.web.plans.urls")),
    path("", include("wardmote.web.activity.urls")),
    path("", include("wardmote.web.risks.urls")),
    path("", include("wardmote.web.core.urls")),
]
urlpatterns = [
    *_PAGES,
    path("account/", include("allauth.urls")),
    path("api/v1/", include((api.urls(_PAGES), SPACE))),
]

handler400 = "wardmote.web.core.errors.bad_request"
handler404 = "wardmote.web.core.errors.not_found"
handler500 = "wardmote.web.core.errors.server_error"
