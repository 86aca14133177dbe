"""What groups cost: hours of meetings, and the same people in two of them."""

from datetime import date
from decimal import Decimal

import pytest
from web.pages import words

from wardmote.web.governance.actions.groups import change_group, give_seat, set_up_group
from wardmote.web.governance.models import Group
from wardmote.web.governance.rules.burden import Burden, shared_members

MAP = "/p/exampleshire/groups/map/"


@pytest.mark.parametrize(
    ("meetings", "people", "hours", "a_year"),
    [(6, 10, "2", 120), (4, 3, "1.5", 18), (12, 0, "2", 0), (52, 8, "0.5", 208)],
)
def test_hours_a_year(meetings, people, hours, a_year):
    assert Burden(meetings, people, Decimal(hours)).hours_a_year == a_year


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("abc", "abc", "abc"),
        ("abcdef", "abcxyz", "abc"),
        # Three of seven are less than half, and two are too few to tell.
        ("abcdefg", "abcwxyz", None),
        ("ab", "ab", None),
        ("", "", None),
    ],
)
def test_groups_of_the_same_people(one, other, shared):
    found = shared_members({1: frozenset(one), 2: frozenset(other)})

    assert found == (((1, 2, frozenset(shared)),) if shared else ())


@pytest.fixture
def twin(scenario):
    """A group with the board's members, which says how long it sits."""
    by = scenario.actor("manager")
    made = set_up_group(
        by=by, name="Twin", kind="forum", remit="Else.", opened_on=date(2024, 1, 1), meetings_a_year=10, meeting_hours=1
    )
    board = Group.objects.get(pk=scenario.examples["group"])
    give_seat(board, by=by, member=scenario.people["reader"], started_on=date(2024, 1, 1))
    for person in ("board", "manager", "reader"):
        give_seat(made, by=by, member=scenario.people[person], started_on=date(2024, 1, 1))
    return made


def test_the_map_says_what_meetings_cost_and_who_sits_twice(scenario, twin):
    page = words(scenario.browser("reader").get(MAP))

    # The board: 6 meetings, 3 members (a deputy sits in a member's place), 2 hours; its twin: 10 times 3 times 1.
    assert "2 open groups hold 16 meetings a year, which take 66 hours of their members’ time." in page
    assert "A meeting is taken to last 2 hours where its group does not say." in page
    assert "3 people sit both in Executive Board (of 3) and in Twin (of 3): Board, Manager and Reader." in page


def test_a_group_without_members_is_left_out_and_a_group_shares_people_with_its_own_board(scenario, twin):
    by = scenario.actor("manager")
    change_group(twin, by=by, reports_to=Group.objects.get(pk=scenario.examples["group"]))
    set_up_group(by=by, name="Empty", kind="forum", remit="Other.", opened_on=date(2024, 1, 1), meetings_a_year=4)

    page = words(scenario.browser("reader").get(MAP))

    assert "1 group is left out of the hours: nobody has a seat there yet" in page
    assert "Empty 4 nobody yet 2 not known" in page
    assert "sit both in" not in page
