"""What the addresses of accounts name."""

from wardmote.web.accounts.models import Token


def examples(made):
    person = made.people["reader"]
    return {"person": person.pk, "record": person.pk, "token": Token.objects.get(member=person).pk}
