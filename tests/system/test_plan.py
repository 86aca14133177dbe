"""The plan in a real browser: what a manager, an owner and a board read, at a desk and on a phone."""

import pytest
from playwright.sync_api import expect

PLAN = "/p/exampleshire/plan/"
PAGES = {
    "plan": ("", "Community safety plan", "4 priorities. 12 actions:"),
    "plan-actions": ("actions/", "Actions", "12 actions."),
    "plan-actions-stuck": ("actions/?status=stuck", "Actions", "3 actions."),
    "plan-mine": ("actions/?whose=mine", "Actions", "0 actions."),
    "plan-blocked": ("actions/blocked/", "Blocked", "What is in the way"),
    "plan-late": ("actions/late/", "Late", "has passed"),
    "plan-changes": ("changes/", "What changed in the plan", "Since"),
    "plan-changes-wrong": ("changes/?since=yesterday", "What changed in the plan", "There is a problem"),
    "plan-cross-cutting": ("cross-cutting/", "What serves the priorities", ""),
    "plan-strategies": ("strategies/", "Strategies", "No strategy covers crime and disorder"),
    "plan-alignment": ("alignment/", "Police and Crime Plan", "Nothing of ours serves Rural crime."),
    "plan-editions": ("editions/", "Editions of the plan", "Refresh"),
    "plan-adopt-priority": ("priorities/adopt/", "Adopt a priority", ""),
    "plan-change": ("change/", "Change the plan", ""),
    "plan-add-strategy": ("strategies/add/", "Add a strategy", ""),
    "plan-adopt-edition": ("editions/adopt/", "Adopt the plan as it stands", ""),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_plan_says_what_it_is_for(signed_in, name):
    address, heading, words = PAGES[name]

    signed_in.given_the_page(f"{PLAN}{address}")

    signed_in.then_the_heading_is(heading)
    signed_in.then_they_read(words)
    signed_in.then_anybody_can_use_it(name)


def test_from_the_plan_to_a_priority_to_an_action_and_back(signed_in):
    signed_in.given_the_page(PLAN)
    signed_in.when_they_follow("Serious violence")
    signed_in.then_they_read("Fewer knife crimes")
    signed_in.then_they_read("How do we know")
    signed_in.then_anybody_can_use_it("plan-priority")
    signed_in.when_they_follow("Set an objective")
    signed_in.then_anybody_can_use_it("plan-objective")
    signed_in.when_they_go_back()
    signed_in.when_they_follow("Share what emergency departments know of assaults")
    signed_in.then_they_read("The hospital's new records system cannot export it yet.")
    signed_in.then_anybody_can_use_it("plan-action")
    signed_in.when_they_follow("History")
    signed_in.then_they_read("Escalated an action")
    signed_in.then_anybody_can_use_it("plan-action-history")


def test_the_newest_edition_says_what_changed(signed_in):
    signed_in.given_the_page(f"{PLAN}editions/")
    signed_in.page.get_by_role("link", name="See what changed in Refresh").click()
    signed_in.then_they_read("New priority: Hotspots of drugs and disorder.")
    signed_in.then_they_read("the short-term target changed.")
    signed_in.then_anybody_can_use_it("plan-edition")


def test_an_owner_updates_an_action_from_a_link_in_a_corridor(signed_in, browser, width):
    page = signed_in.page
    signed_in.given_the_page(f"{PLAN}actions/?search=bleed-control")
    page.get_by_role("link", name="Put bleed-control kits").click()
    page.get_by_role("button", name="Give its owner a link").click()
    page.get_by_label("Last day").fill("1/1/2000")
    page.get_by_role("button", name="Make the link").click()
    signed_in.then_they_read("Choose a day within 92 days")
    page.get_by_label("Last day").fill(page.evaluate("new Date(Date.now() + 864e6).toISOString().slice(0, 10)"))
    page.get_by_role("button", name="Make the link").click()
    signed_in.then_anybody_can_use_it("plan-link-given")
    address = page.locator("code").inner_text()

    page.context.clear_cookies()
    page.goto(address)
    signed_in.then_the_heading_is("Put bleed-control kits where people go at night")
    signed_in.then_anybody_can_use_it("plan-by-link")
    page.get_by_role("button", name="Save").click()
    signed_in.then_they_read("There is a problem")
    signed_in.then_anybody_can_use_it("plan-by-link-wrong")
    page.get_by_label("Going: it is under way").check()
    page.get_by_label("What happened").fill("Twenty-five placed.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Thank you.")
    signed_in.then_anybody_can_use_it("plan-by-link-saved")


def test_a_priority_ends_and_an_objective_is_retired_or_moved_on_pages_of_their_own(signed_in):
    signed_in.given_the_page(PLAN)
    signed_in.when_they_follow("Serious violence")
    for link, heading in (
        ("End the priority", "End “Serious violence”"),
        ("Retire “", "Retire “"),
        ("Move “", "Move “"),
    ):
        signed_in.page.get_by_role("link", name=link).first.click()
        signed_in.then_they_read(heading)
        signed_in.then_anybody_can_use_it(f"plan-{link.split()[0].lower()}")
        signed_in.when_they_go_back()


def test_a_member_reads_on_the_first_page_what_is_due(signed_in):
    signed_in.given_the_page("/")
    signed_in.then_they_read("What is due")
    signed_in.then_they_read("The Executive Board is asked to unblock it.")
    signed_in.then_they_read("What is new")
    signed_in.then_anybody_can_use_it("overview-of-a-member")
