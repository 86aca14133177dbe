"""The addresses of accounts."""

from django.urls import path

from wardmote.web.accounts.views import (
    administration,
    agencies,
    appointments,
    digest,
    email,
    officers,
    partnerships,
    people,
    sign_in,
    tokens,
)

_P = "p/<slug:partnership>/"
_APPOINTMENT = f"{_P}appointments/<uuid:appointment>/"
_AGENCY = f"{_P}agencies/<uuid:place>/"
_ACCOUNT = "administration/accounts/<uuid:account>/"

urlpatterns = [
    path("p/", partnerships.show_all, name="partnerships"),
    path(f"{_P}", partnerships.show, name="partnership"),
    path(f"{_P}people/", people.show_all, name="people"),
    path(f"{_P}people/add/", people.add, name="person-add"),
    path(f"{_P}people/<uuid:person>/", people.show, name="person"),
    path(f"{_P}people/<uuid:person>/role/", people.give_role, name="person-role"),
    path(f"{_P}people/<uuid:person>/change/", people.change, name="person-change"),
    path(f"{_P}people/<uuid:person>/account/", sign_in.let_in, name="person-account"),
    path(f"{_P}people/<uuid:person>/leave/", people.leave, name="person-leave"),
    path(f"{_P}people/left/", people.show_left, name="people-left"),
    path(f"{_P}roles/<uuid:role>/take/", people.take_role_away, name="role-take"),
    path(f"{_P}appointments/", appointments.show_all, name="appointments"),
    path(f"{_P}appointments/add/", appointments.add, name="appointment-add"),
    path(_APPOINTMENT, appointments.show, name="appointment"),
    path(f"{_APPOINTMENT}change/", appointments.change, name="appointment-change"),
    path(f"{_APPOINTMENT}again/", appointments.again, name="appointment-again"),
    path(f"{_APPOINTMENT}end/", appointments.end, name="appointment-end"),
    path(f"{_P}officers/", officers.show_all, name="officers"),
    path(f"{_P}officers/elect/", officers.hold_election, name="officer-elect"),
    path(f"{_P}officers/<uuid:officer>/", officers.show, name="officer"),
    path(f"{_P}officers/<uuid:officer>/end/", officers.end, name="officer-end"),
    path(f"{_P}agencies/", agencies.show_all, name="agencies"),
    path(f"{_P}agencies/admit/", agencies.admit, name="agency-admit"),
    path(_AGENCY, agencies.show, name="agency"),
    path(f"{_AGENCY}change/", agencies.change, name="agency-change"),
    path(f"{_AGENCY}end/", agencies.end, name="agency-end"),
    path(f"{_P}email/", email.change, name="email"),
    path(f"{_P}email/try/", email.try_it, name="email-try"),
    path(f"{_P}for-you/email/", digest.choose, name="digest-choice"),
    path(f"{_P}tokens/", tokens.show_all, name="tokens"),
    path(f"{_P}tokens/give/", tokens.give, name="token-give"),
    path(f"{_P}tokens/<uuid:token>/withdraw/", tokens.withdraw, name="token-withdraw"),
    path("administration/", administration.show, name="administration"),
    path("administration/partnerships/add/", administration.found_partnership, name="partnership-add"),
    path("administration/partnerships/<slug:slug>/", administration.place, name="partnership-place"),
    path("administration/accounts/", administration.show_accounts, name="accounts"),
    path(_ACCOUNT, administration.show_account, name="account"),
    path(f"{_ACCOUNT}second-factor/", administration.reset_factor, name="account-second-factor"),
    path(f"{_ACCOUNT}close/", administration.close, name="account-close"),
    path(f"{_ACCOUNT}open/", administration.reopen, name="account-open"),
]
