"""Exampleshire's people: two partnerships under a pan-area one, their agencies, and everybody's roles."""

from datetime import timedelta

from django.contrib.auth.hashers import make_password

from wardmote.web.accounts.actions.agencies import admit_agency
from wardmote.web.accounts.actions.appointments import appoint
from wardmote.web.accounts.actions.installation import add_partnership, commander
from wardmote.web.accounts.actions.officers import elect
from wardmote.web.accounts.actions.people import add_member, grant_role
from wardmote.web.accounts.models import Agency, Member, Partnership, User
from wardmote.web.accounts.queries.actors import actor_for
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_new
from wardmote.web.core.demo import Stage

# Agency: its kind, its standing, whether it votes.
AGENCIES = {
    "Exampleshire Council": ("council", "responsible", True),
    "Exampleshire Police": ("police", "responsible", True),
    "Exampleshire Fire and Rescue": ("fire", "responsible", True),
    "Example and Sample Probation": ("probation", "responsible", True),
    "NHS Exampleshire": ("health", "responsible", True),
    "Police and Crime Commissioner for Exampleshire": ("other", "cooperating", False),
    "Mottlebury Homes": ("other", "cooperating", False),
    "Harbour Women’s Centre": ("other", "invited", False),
}
# Word: name, job title, agency, role, whether the role is for the agency only.
PEOPLE = {
    "manager": ("Mo Manager", "Community safety manager", "Exampleshire Council", "partnership-manager", False),
    "analyst": ("Ana Lyst", "Partnership analyst", "Exampleshire Council", "analyst", False),
    "coordinator": ("Cora Nator", "Domestic abuse coordinator", "Exampleshire Council", "coordinator", False),
    "asb": ("Asa Bell", "Anti-social behaviour lead", "Exampleshire Council", "action-owner", True),
    "police": ("Sam Sergeant", "Neighbourhood inspector", "Exampleshire Police", "action-owner", True),
    "fire": ("Fia Marshall", "Prevention manager", "Exampleshire Fire and Rescue", "action-owner", True),
    "probation": ("Pru Bates", "Head of probation delivery", "Example and Sample Probation", "action-owner", True),
    "health": ("Hal Thorne", "Safeguarding lead", "NHS Exampleshire", "action-owner", True),
    "homes": ("Holly Holm", "Tenancy services manager", "Mottlebury Homes", "action-owner", True),
    "centre": ("Wren Walker", "Services manager", "Harbour Women’s Centre", "action-owner", True),
    "chair": ("Chris Chair", "Superintendent", "Exampleshire Police", "board-member", False),
    "vice-chair": ("Vic Deane", "Director of communities", "Exampleshire Council", "board-member", False),
    "scrutiny": ("Councillor Sid Lane", "Chair of scrutiny", "Exampleshire Council", "scrutiny-member", False),
}
# Who stands in for whom at the board.
DEPUTIES = {"police": "chair", "manager": "vice-chair"}
BOARD = ("chair", "vice-chair", "fire", "probation", "health")


def fill(stage: Stage) -> None:
    """Make the partnerships and their people as they stood a year before the last day, and one change of chair."""
    first_day = stage.last_day - timedelta(days=400)
    with stage.on(first_day):
        pan = add_partnership(name="Pan-Exampleshire", way="demo")
        partnership = add_partnership(name="Exampleshire", above=pan, way="demo")
        add_partnership(name="Sampleton", above=pan, way="demo")
        by = commander(partnership, way="demo")
        stage.made["partnership"], stage.made["pan-area"] = partnership, pan
        agencies = {name: _agency(name, by=by, stage=stage) for name in AGENCIES}
        stage.made["agencies"] = agencies
        members = {word: _person(word, agencies, by=by, stage=stage) for word in PEOPLE}
        stage.made["members"] = members
        stage.actors = {word: _actor(member, partnership) for word, member in members.items()}
        # Each of them for a term of four years.
        term_ends = first_day + timedelta(days=4 * 365)
        seats = {
            word: appoint(
                members[word], by=by, agencies=[members[word].agency], started_on=first_day, ended_on=term_ends
            )
            for word in BOARD
        }
        homes = members["homes"]
        appoint(homes, by=by, agencies=[homes.agency], started_on=first_day, is_voting=False)
        for deputy, seat in DEPUTIES.items():
            appoint(
                members[deputy],
                by=by,
                agencies=[members[deputy].agency],
                started_on=first_day,
                deputy_for=seats[seat],
            )
        elect(members["vice-chair"], by=by, office="chair", started_on=first_day)
    with stage.on(stage.last_day - timedelta(days=120)):
        elect(members["chair"], by=by, office="chair", started_on=stage.last_day - timedelta(days=120))
        elect(members["vice-chair"], by=by, office="vice-chair", started_on=stage.last_day - timedelta(days=120))


def _agency(name: str, *, by: Actor, stage: Stage) -> Agency:
    kind, standing, is_voting = AGENCIES[name]
    agency = save_new(Agency(name=name, kind=kind), by=by, doing="added an agency")
    joined_on = stage.last_day - timedelta(days=1000)
    admit_agency(agency, by=by, standing=standing, is_voting=is_voting, joined_on=joined_on)
    return agency


def _person(word: str, agencies: dict[str, Agency], *, by: Actor, stage: Stage) -> Member:
    name, job_title, agency_name, role, is_for_agency = PEOPLE[word]
    agency = agencies[agency_name]
    user = User(email=f"{word}@exampleshire.example", name=name, is_system_administrator=word == "manager")
    user.password = _hash(stage)
    save_new(user, by=by, doing="made an account")
    member = add_member(by=by, agency=agency, name=name, email=user.email, job_title=job_title, user=user)
    grant_role(member, by=by, role=role, agency=agency if is_for_agency else None)
    return member


def _hash(stage: Stage) -> str:
    """Everybody has the same password; hashing it is slow on purpose, and done once."""
    if "hash" not in stage.made:
        stage.made["hash"] = make_password(stage.password)
    return str(stage.made["hash"])


def _actor(member: Member, partnership: Partnership) -> Actor:
    fresh = Member.objects.select_related("agency").prefetch_related("grants").get(pk=member.pk)
    return actor_for(fresh, partnership=partnership)
