"""The addresses of governance."""

from django.urls import path

from wardmote.web.governance.views import agenda, board, calendars, compliance, groups, meetings, record, scrutiny

_P = "p/<slug:partnership>/"
_GROUP = f"{_P}groups/<uuid:group>/"
_MEETING = f"{_P}meetings/<uuid:meeting>/"
_RECOMMENDATION = f"{_P}scrutiny/recommendations/<uuid:recommendation>/"
_REQUEST = f"{_P}scrutiny/requests/<uuid:information_request>/"
_REFERRAL = f"{_P}scrutiny/referrals/<uuid:referral>/"

urlpatterns = [
    path(f"{_P}board/", board.show, name="board"),
    path(f"{_P}board/changes/", board.changes, name="board-changes"),
    path(f"{_P}groups/", groups.show_all, name="groups"),
    path(f"{_P}groups/map/", groups.show_map, name="group-map"),
    path(f"{_P}groups/add/", groups.add, name="group-add"),
    path(_GROUP, groups.show, name="group"),
    path(f"{_GROUP}change/", groups.change, name="group-change"),
    path(f"{_GROUP}close/", groups.close, name="group-close"),
    path(f"{_GROUP}cadence/", groups.add_cadence, name="cadence-add"),
    path(f"{_GROUP}hat/", groups.add_hat, name="hat-add"),
    path(f"{_GROUP}seat/", groups.add_seat, name="seat-add"),
    path(f"{_GROUP}meeting/", meetings.call, name="meeting-add"),
    path(f"{_P}seats/<uuid:seat>/end/", groups.end_seat, name="seat-end"),
    path(f"{_P}meetings/", meetings.show_all, name="meetings"),
    path(_MEETING, meetings.show, name="meeting"),
    path(f"{_MEETING}pack/", meetings.pack, name="meeting-pack"),
    path(f"{_MEETING}pack.pdf", meetings.pack_pdf, name="meeting-pack-pdf"),
    path(f"{_MEETING}change/", meetings.change, name="meeting-change"),
    path(f"{_MEETING}order/", agenda.order, name="agenda-order"),
    path(f"{_MEETING}items/add/", meetings.add_item, name="item-add"),
    path(f"{_MEETING}attendance/", record.attendance, name="attendance"),
    path(f"{_MEETING}decisions/add/", record.decision, name="decision-add"),
    path(f"{_MEETING}actions/add/", record.action, name="meeting-action-add"),
    path(f"{_MEETING}minutes/", record.minutes, name="minutes"),
    path(f"{_MEETING}minutes/publish/", record.publish, name="minutes-publish"),
    path(f"{_P}items/<uuid:agenda_item>/change/", meetings.change_item, name="item-change"),
    path(f"{_P}items/<uuid:agenda_item>/withdraw/", agenda.withdraw, name="item-withdraw"),
    path(f"{_P}items/<uuid:agenda_item>/papers/add/", meetings.add_file, name="paper-add"),
    path(f"{_P}decisions/<uuid:decision>/take-back/", agenda.take_back, name="decision-take-back"),
    path(f"{_P}papers/<uuid:paper>/", meetings.paper, name="paper"),
    path(f"{_P}meeting-actions/", meetings.show_actions, name="meeting-actions"),
    path(f"{_P}meeting-actions/<uuid:meeting_action>/", record.finish, name="meeting-action"),
    path(f"{_P}scrutiny/", scrutiny.show_all, name="scrutiny"),
    path(f"{_P}scrutiny/recommendations/add/", scrutiny.add_recommendation, name="recommendation-add"),
    path(_RECOMMENDATION, scrutiny.recommendation, name="recommendation"),
    path(f"{_RECOMMENDATION}answer/", scrutiny.answer_recommendation, name="recommendation-answer"),
    path(f"{_RECOMMENDATION}review/", scrutiny.review_recommendation, name="recommendation-review"),
    path(f"{_P}scrutiny/requests/", scrutiny.requests, name="requests"),
    path(f"{_P}scrutiny/requests/add/", scrutiny.add_request, name="request-add"),
    path(_REQUEST, scrutiny.information_request, name="request"),
    path(f"{_REQUEST}answer/", scrutiny.answer_request, name="request-answer"),
    path(f"{_P}scrutiny/referrals/", scrutiny.referrals, name="referrals"),
    path(f"{_P}scrutiny/referrals/add/", scrutiny.add_referral, name="referral-add"),
    path(_REFERRAL, scrutiny.referral, name="referral"),
    path(f"{_REFERRAL}settle/", scrutiny.settle_referral, name="referral-settle"),
    path(f"{_P}compliance/", compliance.show, name="compliance"),
    path(f"{_P}compliance/<slug:duty>/", compliance.duty, name="duty"),
    path(f"{_P}compliance/<slug:duty>/evidence/", compliance.add_proof, name="proof-add"),
    path(f"{_P}calendar/", calendars.show_all, name="calendars"),
    path(f"{_P}calendar/give/", calendars.give, name="calendar-give"),
    path(f"{_P}calendar/<uuid:address>/withdraw/", calendars.withdraw, name="calendar-withdraw"),
    path("calendar/<str:words>.ics", calendars.feed, name="calendar-feed"),
]
