"""The addresses of accounts."""

from django.urls import path

from wardmote.web.accounts.views import administration, digest, partnerships, people, tokens

urlpatterns = [
    path("p/", partnerships.show_all, name="partnerships"),
    path("p/<slug:partnership>/", partnerships.show, name="partnership"),
    path("p/<slug:partnership>/people/", people.show_all, name="people"),
    path("p/<slug:partnership>/people/add/", people.add, name="person-add"),
    path("p/<slug:partnership>/people/<uuid:person>/", people.show, name="person"),
    path("p/<slug:partnership>/people/<uuid:person>/role/", people.give_role, name="person-role"),
    path("p/<slug:partnership>/people/<uuid:person>/change/", people.change, name="person-change"),
    path("p/<slug:partnership>/for-you/email/", digest.choose, name="digest-choice"),
    path("p/<slug:partnership>/tokens/", tokens.show_all, name="tokens"),
    path("p/<slug:partnership>/tokens/give/", tokens.give, name="token-give"),
    path("p/<slug:partnership>/tokens/<uuid:token>/withdraw/", tokens.withdraw, name="token-withdraw"),
    path("administration/", administration.show, name="administration"),
]
