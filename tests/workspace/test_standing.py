"""Who sits for whom: agencies and their standing, appointments, deputies, terms, and the offices, on their pages."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from web.pages import words

from wardmote.web.accounts.actions.agencies import admit_agency, change_standing
from wardmote.web.accounts.actions.appointments import appoint, end_appointment, reappoint
from wardmote.web.accounts.models import Agency, Appointment, Officer, PartnerAgency
from wardmote.web.accounts.rules.authorities import coverage, gap_in_words
from wardmote.web.core.clock import today
from wardmote.web.core.models import AuditEntry

HOME = "/p/exampleshire/"


@pytest.fixture
def seat(scenario):
    """The police's representative, who is there in every test."""
    return Appointment.objects.get(pk=scenario.examples["appointment"])


def history_of(scenario, record):
    return words(scenario.browser("manager").get(f"{HOME}history/{record.pk}/"))


FIVE = [
    ("A Council", "council"),
    ("The Force", "police"),
    ("Fire", "fire"),
    ("Probation", "probation"),
    ("NHS", "health"),
]
GAPS = [
    (FIVE, [name for name, _ in FIVE], "All five responsible authorities have somebody named to speak for them."),
    (FIVE, ["A Council", "The Force", "Fire", "Probation"], "Nobody is named to speak for health."),
    (FIVE, ["The Force", "Fire"], "Nobody is named to speak for the council, probation and health."),
    # Whoever is named for a body that is not responsible covers nothing.
    (FIVE[:4], ["A Council", "The Force", "Fire", "Probation", "NHS"], "Nobody is named to speak for health."),
    ([], [], "Nobody is named to speak for the council, the police, fire and rescue, probation and health."),
    # Two of one kind: it is enough that one of them has somebody.
    ([*FIVE, ("Town", "council")], [name for name, _ in FIVE], "All five responsible authorities have somebody named to speak for them."),
]  # fmt: skip


@pytest.mark.parametrize(("agencies", "named", "sentence"), GAPS)
def test_which_of_the_five_authorities_nobody_is_named_for(agencies, named, sentence):
    assert gap_in_words(coverage(agencies, {name: ["Somebody"] for name in named})) == sentence


def test_the_first_page_says_who_sits_for_whom_and_for_whom_nobody_does(scenario, seat):
    page = words(scenario.browser("reader").get(HOME))

    assert "Nobody is named to speak for the council, fire and rescue, probation and health." in page
    assert "Exampleshire Police Board none Yes no set term" in page
    assert "Exampleshire Council nobody named" in page
    assert "Health no responsible authority of this kind belongs to the partnership nobody named" in page


def test_a_manager_appoints_a_representative_and_a_deputy(scenario):
    browser, council = scenario.browser("manager"), scenario.agencies["Exampleshire Council"]
    add = f"{HOME}appointments/add/"

    browser.post(add, {"member": scenario.people["owner"].pk, "agencies": [council.pk], "is_voting": "on", "started_on": "1/4/2026", "ended_on": "31/3/2030"})  # fmt: skip
    seat = Appointment.objects.get(member=scenario.people["owner"])
    browser.post(add, {"member": scenario.people["reader"].pk, "deputy_for": seat.pk, "started_on": "1/4/2026"})

    page = words(scenario.browser("colleague").get(HOME))
    assert "Exampleshire Council Owner Reader Yes 31 March 2030" in page
    assert list(Appointment.objects.get(member=scenario.people["reader"]).agencies.all()) == [council]
    assert "Said whom an appointment is for" in history_of(scenario, seat)


def test_a_joint_appointment_speaks_for_both(scenario):
    both = [agency.pk for name, agency in scenario.agencies.items() if name.startswith("Exampleshire")]

    scenario.browser("manager").post(
        f"{HOME}appointments/add/", {"member": scenario.people["owner"].pk, "agencies": both, "started_on": "1/4/2026"}
    )

    page = words(scenario.browser("reader").get(HOME))
    assert page.count("Exampleshire Council and Exampleshire Police, jointly") == 2


def test_whoever_sits_themselves_speaks_for_somebody(scenario):
    answer = scenario.browser("manager").post(
        f"{HOME}appointments/add/", {"member": scenario.people["owner"].pk, "started_on": "1/4/2026"}
    )

    assert answer.status_code == 400
    assert "Choose for whom they speak." in words(answer)


def test_a_deputy_has_no_deputy(scenario, seat):
    by = scenario.actor("manager")
    first = appoint(scenario.people["colleague"], by=by, agencies=[], started_on=date(2026, 4, 1), deputy_for=seat)

    with pytest.raises(ValidationError, match="A deputy has no deputy"):
        appoint(scenario.people["owner"], by=by, agencies=[], started_on=date(2026, 4, 1), deputy_for=first)


def test_a_further_term_follows_the_one_before_and_keeps_the_deputies(scenario, seat):
    by = scenario.actor("manager")
    deputy = appoint(scenario.people["colleague"], by=by, agencies=[], started_on=date(2025, 4, 1), deputy_for=seat)

    scenario.browser("manager").post(
        f"{HOME}appointments/{seat.pk}/again/", {"started_on": "1/4/2026", "ended_on": "31/3/2028"}
    )

    terms = Appointment.objects.filter(member=seat.member, deputy_for=None).order_by("started_on")
    assert [(one.started_on, one.ended_on) for one in terms] == [
        (date(2024, 4, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2028, 3, 31)),
    ]
    deputy.refresh_from_db()
    assert deputy.deputy_for == terms[1]
    assert set(terms[1].agencies.all()) == set(seat.agencies.all())


def test_a_further_term_does_not_start_before_the_one_it_follows(scenario, seat):
    with pytest.raises(ValidationError, match="Choose a day after 1 April 2024"):
        reappoint(seat, by=scenario.actor("manager"), started_on=date(2024, 4, 1))


def test_who_speaks_no_more_takes_their_deputies_with_them(scenario, seat):
    by = scenario.actor("manager")
    deputy = appoint(scenario.people["colleague"], by=by, agencies=[], started_on=date(2025, 4, 1), deputy_for=seat)
    asked = words(scenario.browser("manager").get(f"{HOME}appointments/{seat.pk}/end/"))

    yesterday = today() - timedelta(days=1)
    scenario.browser("manager").post(f"{HOME}appointments/{seat.pk}/end/", {"on": yesterday})

    deputy.refresh_from_db()
    assert "Colleague will no longer deputise." in asked
    assert deputy.ended_on == yesterday
    assert "Exampleshire Police nobody named" in words(scenario.browser("reader").get(HOME))
    assert "Ended an appointment" in history_of(scenario, seat)


def test_an_appointment_does_not_end_before_it_began(scenario, seat):
    with pytest.raises(ValidationError, match="The appointment began on 1 April 2024"):
        end_appointment(seat, by=scenario.actor("manager"), on=date(2024, 3, 1))


def test_a_term_that_is_over_is_not_shown_as_sitting(scenario, seat):
    reappoint(seat, by=scenario.actor("manager"), started_on=date(2024, 5, 1), ended_on=date(2024, 6, 1))

    assert "Exampleshire Police nobody named" in words(scenario.browser("reader").get(HOME))


def test_an_election_is_recorded_and_an_office_ends_with_its_history(scenario):
    browser = scenario.browser("manager")
    officer = Officer.objects.get(pk=scenario.examples["officer"])

    early = browser.post(
        f"{HOME}officers/elect/",
        {"office": "vice-chair", "member": scenario.people["owner"].pk, "started_on": "1/1/2024"},
    )
    browser.post(f"{HOME}officers/{officer.pk}/end/", {"on": "1/10/2025"})
    twice = browser.post(f"{HOME}officers/{officer.pk}/end/", {"on": "1/11/2025"})

    assert "Board has been vice-chair since 1 April 2024. Choose that day or a later one." in words(early)
    assert "The office ended on 1 October 2025." in words(twice)
    assert "vice-chair" not in words(scenario.browser("reader").get(HOME)).partition("Who sits for whom")[0].lower()
    assert "Ended an office" in history_of(scenario, officer)


def test_an_agency_is_admitted_changes_its_standing_and_leaves(scenario):
    browser, colleague = scenario.browser("manager"), scenario.browser("colleague")
    browser.post(f"{HOME}agencies/admit/", {"name": "Harbour Homes", "kind": "other", "standing": "invited", "joined_on": "1/4/2025"})  # fmt: skip
    place = PartnerAgency.objects.get(agency__name="Harbour Homes")

    browser.post(f"{HOME}agencies/{place.pk}/change/", {"standing": "cooperating", "on": "1/4/2026"})
    newest = PartnerAgency.objects.get(agency__name="Harbour Homes", left_on=None)
    browser.post(f"{HOME}agencies/{newest.pk}/end/", {"on": "1/6/2026"})

    past = words(colleague.get(f"{HOME}agencies/?when=past"))
    assert "Harbour Homes Other Co-operating body No 1 April 2026 1 June 2026" in past
    assert "Harbour Homes Other Invited body No 1 April 2025 1 April 2026" in past
    assert "Harbour Homes" not in words(colleague.get(HOME))
    assert browser.get(f"{HOME}agencies/{newest.pk}/change/").status_code == 404


def test_a_body_that_works_elsewhere_is_the_same_agency_here(scenario):
    typed = {"name": "elsewhere council", "kind": "council", "standing": "responsible", "joined_on": "1/4/2025"}

    wrong = scenario.browser("manager").post(f"{HOME}agencies/admit/", {**typed, "kind": "fire"})
    scenario.browser("manager").post(f"{HOME}agencies/admit/", typed)

    assert "Elsewhere Council is known as council. Choose that." in words(wrong)
    assert Agency.objects.filter(name__iexact="elsewhere council").count() == 1
    assert scenario.agencies["Elsewhere Council"].places.count() == 2


def test_only_the_five_kinds_can_be_responsible(scenario):
    answer = scenario.browser("manager").post(
        f"{HOME}agencies/admit/",
        {"name": "Harbour Homes", "kind": "other", "standing": "responsible", "joined_on": "1/4/2025"},
    )

    assert answer.status_code == 400
    assert "The law makes councils, police, fire and rescue, probation and health responsible." in words(answer)
    assert not Agency.objects.filter(name="Harbour Homes").exists()


def test_the_same_agency_is_not_admitted_twice(scenario):
    police = scenario.agencies["Exampleshire Police"]

    with pytest.raises(ValidationError, match="It belongs to the partnership already"):
        admit_agency(
            police, by=scenario.actor("manager"), standing="responsible", is_voting=True, joined_on=date(2026, 1, 1)
        )


def test_a_standing_that_began_today_is_put_right_and_not_followed_by_another(scenario):
    place = PartnerAgency.objects.get(pk=scenario.examples["place"])

    change_standing(place, by=scenario.actor("manager"), standing="responsible", is_voting=False, on=place.joined_on)

    assert PartnerAgency.objects.filter(agency=place.agency, partnership=place.partnership).count() == 1


def test_an_agency_whose_people_are_here_does_not_leave(scenario):
    answer = scenario.browser("manager").post(
        f"{HOME}agencies/{scenario.examples['place']}/end/", {"on": today().isoformat()}
    )

    assert answer.status_code == 400
    assert "2 people are here for it. End their memberships first" in words(answer)


@pytest.mark.parametrize("page", ["appointments/add/", "officers/elect/", "agencies/admit/"])
def test_a_colleague_reads_all_of_it_and_changes_nothing(scenario, page):
    before = AuditEntry.objects.count()

    assert scenario.browser("colleague").post(f"{HOME}{page}", {}).status_code == 403
    assert scenario.browser("outsider").post(f"{HOME}{page}", {}).status_code == 404
    assert scenario.browser("neighbour").get(f"{HOME}{page.partition('/')[0]}/").status_code == 200
    assert AuditEntry.objects.count() == before


def test_what_another_partnership_has_cannot_be_chosen(scenario):
    answer = scenario.browser("manager").post(
        f"{HOME}appointments/add/",
        {
            "member": scenario.people["outsider"].pk,
            "agencies": [scenario.agencies["Elsewhere Council"].pk],
            "started_on": "1/4/2026",
        },
    )

    assert answer.status_code == 400
    assert not Appointment.objects.filter(member=scenario.people["outsider"]).exists()


def test_the_partnership_above_and_what_members_of_both_read(scenario):
    here, above = scenario.browser("manager"), scenario.browser("neighbour")

    assert "Pan-Example stands above" in words(here.get(HOME))
    assert "Exampleshire stands below" in words(above.get("/p/pan-example/"))
    assert here.get("/p/pan-example/appointments/").status_code == 200
    assert here.post("/p/pan-example/appointments/add/", {}).status_code == 403
