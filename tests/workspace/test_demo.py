"""The demonstration's people, and the time in which they live."""

import io
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pikepdf
from django.test import Client
from django.urls import reverse

from wardmote.definitions.catalogue import all_measures
from wardmote.web.accounts.gate import SECOND_FACTOR_SEEN
from wardmote.web.accounts.models import Member, Officer, Partnership
from wardmote.web.core.audit import first_break
from wardmote.web.core.clock import now, pretending, today
from wardmote.web.core.demo import fill_all
from wardmote.web.core.feeds import OWN_CARD, fed_figures
from wardmote.web.core.models import AuditEntry
from wardmote.web.governance.models import Meeting, Paper
from wardmote.web.plans.models import Action, Plan

LAST_DAY = date(2026, 3, 31)


def test_the_demonstration_lives_through_a_year(db):
    stage = fill_all(last_day=LAST_DAY, password="an invented password")

    assert Member.objects.filter(partnership__name="Exampleshire").count() == len(stage.actors) == 13
    assert {str(one) for one in Partnership.objects.filter(above__isnull=False)} == {"Exampleshire", "Sampleton"}
    assert [str(one.member) for one in Officer.objects.filter(office="chair")] == ["Chris Chair", "Vic Deane"]
    assert AuditEntry.objects.order_by("number").first().at.date() < date(2025, 3, 31)
    assert first_break() is None


def test_days_are_those_of_the_united_kingdom():
    with pretending(datetime(2026, 6, 30, 23, 30, tzinfo=ZoneInfo("UTC"))):
        assert today() == date(2026, 7, 1)
        assert now().year == 2026


def test_the_demonstration_s_plan_has_lived(db):
    stage = fill_all(last_day=today(), password="an invented password")

    actions = Action.objects.filter(partnership=stage.made["partnership"])
    assert set(actions.values_list("status", flat=True)) == {"done", "going", "stuck"}
    assert actions.filter(escalated_on__isnull=False).count() == 1
    assert Plan.objects.get(partnership=stage.made["partnership"]).editions.count() == 2
    assert set(stage.made["priorities"]) == {"violence", "vawg", "asb", "hotspots"}


def test_every_measure_of_the_partnership_s_own_activity_has_figures_in_the_demonstration(db):
    stage = fill_all(last_day=LAST_DAY, password="an invented password")
    with stage.on(LAST_DAY):
        typed = {one.item for one in fed_figures(stage.actors["manager"]) if one.value}

    own = {
        one.id: one.numerator.where["item"]
        for one in all_measures()
        if OWN_CARD in one.numerator.where.get("source", ())
    }
    assert len(own) > 15
    assert {id_: items for id_, items in own.items() if not typed & set(items)} == {}


def test_the_next_meeting_of_the_board_has_papers_that_stand_in_its_pack(db):
    stage = fill_all(last_day=today(), password="an invented password")
    (planned,) = Meeting.objects.filter(group=stage.made["board"], status="planned")
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(Member.objects.get(pk=stage.actors["manager"].id).user)
    session = client.session
    session[SECOND_FACTOR_SEEN] = True
    session.save()

    pack = client.get(reverse("meeting-pack-pdf", args=["exampleshire", planned.pk])).content

    pages = dict(Paper.objects.filter(item__meeting=planned).values_list("name", "page_count"))
    visits, statement, rows = sorted(pages, key=lambda name: (name.endswith(".ods"), pages[name] or 0))
    assert (pages[visits], pages[rows]) == (1, None)
    with pikepdf.open(io.BytesIO(pack)) as document, document.open_outline() as outline:
        assert [one.title for one in outline.root][-2:] == [
            f"Appendix 1 to item 1: {visits}",
            f"Appendix 2 to item 4: {statement}",
        ]
        sizes = [page.mediabox[2] > page.mediabox[3] for page in document.pages]
    assert sizes[-pages[statement] - 1 :] == [False, *[True] * pages[statement]]
