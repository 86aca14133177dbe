"""The board, scrutiny and the compliance statement in a real browser, at a desk and on a phone."""

import pytest

P = "/p/exampleshire/"
PAGES = {
    "board": ("board/", "Board and scrutiny", "The next meeting is Executive Board"),
    "board-changes": ("board/changes/", "What changed since the last meeting", "Since"),
    "board-changes-wrong": (
        "board/changes/?since=yesterday",
        "What changed since the last meeting",
        "There is a problem",
    ),
    "board-groups": ("groups/", "Groups", "10 groups."),
    "board-map": ("groups/map/", "Who reports to whom", "hours of their members’ time"),
    "board-group-add": ("groups/add/", "Set up a group", ""),
    "board-actions": ("meeting-actions/", "Actions of meetings", "6 actions."),
    "board-meetings": ("meetings/", "Meetings", "12 meetings."),
    "board-scrutiny": ("scrutiny/", "Scrutiny: recommendations", "4 recommendations."),
    "board-requests": ("scrutiny/requests/", "Scrutiny: requests for information", "3 requests."),
    "board-referrals": ("scrutiny/referrals/", "Scrutiny: referrals by councillors", "2 referrals."),
    "board-referral-add": ("scrutiny/referrals/add/", "Record a referral", ""),
    "board-compliance": ("compliance/", "Compliance statement", "tell of a gap"),
    "board-compliance-wrong": ("compliance/?on=never", "Compliance statement", "write a real date"),
    "board-duty": ("compliance/annual-scrutiny/", "The crime and disorder committee sits", "How sure this rule is"),
    "board-evidence": ("compliance/strategies/evidence/", "Record evidence of a duty", "What would show it"),
    "board-calendar": ("calendar/", "Calendar", "an address that is yours alone"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_board_says_what_it_is_for(signed_in, name):
    address, heading, words = PAGES[name]

    signed_in.given_the_page(f"{P}{address}")

    signed_in.then_the_heading_is(heading)
    signed_in.then_they_read(words)
    signed_in.then_anybody_can_use_it(name)


def test_from_the_meetings_to_one_and_to_its_pack(signed_in):
    signed_in.given_the_page(f"{P}meetings/?state=held&as=strategy-group")
    signed_in.page.get_by_role("rowheader").get_by_role("link").first.click()
    signed_in.then_they_read("the meeting was quorate")
    signed_in.then_anybody_can_use_it("board-meeting")

    signed_in.when_they_follow("Add an item")
    signed_in.page.get_by_label("Title").fill("Spend it")
    signed_in.page.get_by_label("what the meeting is asked to do").select_option("decide")
    signed_in.when_they_press("Add it")
    signed_in.then_they_read("A decision needs a sentence on what it means for crime and disorder.")
    signed_in.then_anybody_can_use_it("board-item-wrong")

    signed_in.when_they_go_back()
    signed_in.when_they_go_back()
    signed_in.when_they_follow("The whole pack on one page")
    signed_in.then_they_read("Agenda")
    signed_in.then_anybody_can_use_it("board-pack")


def test_an_agenda_is_put_in_order_with_the_keyboard_and_an_item_withdrawn(signed_in):
    signed_in.given_the_page(f"{P}meetings/?state=planned")
    signed_in.page.get_by_role("rowheader").get_by_role("link").first.click()
    signed_in.when_they_follow("Put the agenda in order")
    signed_in.then_anybody_can_use_it("board-order")
    place = signed_in.page.get_by_label("Place of “Money that ends in March”")
    place.fill("1")
    place.press("Enter")
    signed_in.then_they_read("1. Money that ends in March")

    signed_in.when_they_follow("Withdraw item 3")
    signed_in.then_anybody_can_use_it("board-withdraw")
    signed_in.when_they_press("Save")
    signed_in.then_they_read("Why is missing")
    signed_in.then_anybody_can_use_it("board-withdraw-wrong")


def test_a_decision_is_taken_back_with_a_reason(signed_in):
    signed_in.given_the_page(f"{P}meetings/?state=held&as=strategy-group")
    signed_in.page.get_by_role("rowheader").get_by_role("link").first.click()
    signed_in.when_they_follow("Take it back")
    signed_in.then_they_read("Agreed:")
    signed_in.then_anybody_can_use_it("board-take-back")
