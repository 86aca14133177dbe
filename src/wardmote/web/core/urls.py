"""The addresses of what every record has: history, comments and search, and the audit of all of them."""

from django.urls import path

from wardmote.web.core.views import api, audit, comments, for_you, own, search, undo

urlpatterns = [
    path("p/<slug:partnership>/audit/", audit.show_all, name="audit"),
    path("p/<slug:partnership>/history/<uuid:record>/", audit.history, name="history"),
    path("p/<slug:partnership>/history/<uuid:record>/undo/", undo.show, name="undo"),
    path("p/<slug:partnership>/search/", search.show, name="search"),
    path("search/", search.show_figures, name="search-figures"),
    path("p/<slug:partnership>/records/<uuid:record>/comments/", comments.show_all, name="comments"),
    path("p/<slug:partnership>/records/<uuid:record>/follow/", comments.change_following, name="follow"),
    path("p/<slug:partnership>/comments/<uuid:comment>/", comments.show, name="comment"),
    path("p/<slug:partnership>/api/", api.show_all, name="api"),
    path("p/<slug:partnership>/api/<slug:operation>/", api.show, name="api-operation"),
    path("p/<slug:partnership>/for-you/", for_you.show, name="for-you"),
    path("p/<slug:partnership>/my-actions/", own.show, name="my-actions"),
]
