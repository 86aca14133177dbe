"""What the addresses of accounts name."""

from datetime import date

from wardmote.web.accounts.actions.appointments import appoint
from wardmote.web.accounts.actions.officers import elect
from wardmote.web.accounts.models import PartnerAgency, Token

START = date(2024, 4, 1)


def examples(made):
    by, person, board = made.commander(), made.people["reader"], made.people["board"]
    appointment = appoint(board, by=by, agencies=[board.agency], started_on=START)
    officer = elect(board, by=by, office="vice-chair", started_on=START)
    place = PartnerAgency.objects.get(partnership=person.partnership, agency=board.agency)
    return {
        "person": person.pk,
        "record": person.pk,
        "account": person.user.pk,
        "role": person.grants.get().pk,
        "appointment": appointment.pk,
        "officer": officer.pk,
        "place": place.pk,
        "token": Token.objects.get(member=person).pk,
    }
