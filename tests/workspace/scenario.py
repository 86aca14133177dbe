"""Three partnerships and their people: whom every test of the workspace asks about."""

from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path

from django.test import Client

from wardmote.web.accounts.actions.agencies import admit_agency
from wardmote.web.accounts.actions.installation import add_partnership, commander
from wardmote.web.accounts.actions.people import add_member, grant_role
from wardmote.web.accounts.actions.tokens import give_token
from wardmote.web.accounts.gate import SECOND_FACTOR_SEEN
from wardmote.web.accounts.models import Agency, Member, Partnership, User
from wardmote.web.accounts.queries.actors import actor_for
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_new

FAR = date(2099, 12, 31)
# Each person: their partnership, their agency, their role, and whether it is for their agency only.
PEOPLE = {
    "manager": ("Exampleshire", "Exampleshire Council", "partnership-manager", False),
    "coordinator": ("Exampleshire", "Exampleshire Council", "coordinator", False),
    "analyst": ("Exampleshire", "Exampleshire Council", "analyst", False),
    "owner": ("Exampleshire", "Exampleshire Council", "action-owner", True),
    "colleague": ("Exampleshire", "Exampleshire Police", "action-owner", True),
    "board": ("Exampleshire", "Exampleshire Police", "board-member", False),
    "scrutiny": ("Exampleshire", "Exampleshire Council", "scrutiny-member", False),
    "reader": ("Exampleshire", "Exampleshire Council", "reader", False),
    "neighbour": ("Pan-Example", "Exampleshire Police", "reader", False),
    "outsider": ("Elsewhere", "Elsewhere Council", "partnership-manager", False),
}


@dataclass
class Scenario:
    """What was built. `examples` has an id for each name that stands in an address."""

    partnerships: dict[str, Partnership] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    people: dict[str, Member] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    examples: dict[str, object] = field(default_factory=dict)

    def actor(self, person: str) -> Actor:
        """A person as actions take them."""
        member = Member.objects.prefetch_related("grants").select_related("agency").get(pk=self.people[person].pk)
        return actor_for(member, partnership=member.partnership)

    def commander(self) -> Actor:
        """Whoever may do everything in Exampleshire."""
        return commander(self.partnerships["Exampleshire"])

    def browser(self, person: str = "") -> Client:
        """A browser in which this person, if any, has signed in with both factors."""
        client = Client(headers={"host": "127.0.0.1"})
        if person:
            client.force_login(self.people[person].user)
            session = client.session
            session[SECOND_FACTOR_SEEN] = True
            session.save()
        return client

    def program(self, person: str = "") -> Client:
        """A program with this person's token, if any."""
        headers = {"authorization": f"Bearer {self.tokens[person]}"} if person else {}
        return Client(headers={"host": "127.0.0.1", **headers})


def build() -> Scenario:
    """The partnerships, their people, and one example of whatever a room's addresses name."""
    made = Scenario()
    pan = add_partnership(name="Pan-Example")
    made.partnerships = {
        "Pan-Example": pan,
        "Exampleshire": add_partnership(name="Exampleshire", above=pan),
        "Elsewhere": add_partnership(name="Elsewhere"),
    }
    for person, (place, agency, role, is_for_agency) in PEOPLE.items():
        made.people[person] = _person(made, person, place, agency, role, is_for_agency=is_for_agency)
    for person, member in made.people.items():
        by = commander(member.partnership)
        _, made.tokens[person] = give_token(member, by=by, title=person, role=PEOPLE[person][2], expires_on=FAR)
    made.examples = {"partnership": "exampleshire"}
    for path in sorted((Path(__file__).parent / "examples").glob("[a-z]*.py")):
        made.examples |= import_module(f"workspace.examples.{path.stem}").examples(made)
    return made


def _person(made, person, place, agency_name, role, *, is_for_agency) -> Member:
    partnership = made.partnerships[place]
    by = commander(partnership)
    user = User(email=f"{person}@example.org", name=person.capitalize())
    user.set_unusable_password()
    save_new(user, by=by, doing="made an account")
    agency = made.agencies.get(agency_name)
    if agency is None:
        kind = "police" if "Police" in agency_name else "council"
        agency = made.agencies[agency_name] = save_new(
            Agency(name=agency_name, kind=kind), by=by, doing="added an agency"
        )
    if not agency.places.filter(partnership=partnership).exists():
        admit_agency(agency, by=by, standing="responsible", is_voting=True, joined_on=date(2023, 4, 1))
    member = add_member(by=by, agency=agency, name=user.name, email=user.email, user=user)
    grant_role(member, by=by, role=role, agency=agency if is_for_agency else None)
    return member
