"""The site before anybody has an account."""

from django.test import Client
from web.pages import words


def test_while_nobody_has_an_account_the_partnership_s_pages_say_how_to_make_one(db):
    answer = Client(headers={"host": "127.0.0.1"}).get("/p/")

    assert answer.status_code == 404
    assert "wardmote account add EMAIL" in words(answer)
