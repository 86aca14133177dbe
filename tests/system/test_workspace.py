"""The partnership's own pages in a real browser: signing in for the first time, and what a manager sees then."""

import os
import subprocess
import sys

import pytest
from system.conftest import _visitor
from system.serving import served

from wardmote.evidence.workspace import Workspace

EMAIL, PASSWORD = "manager@example.org", "correct horse battery"
PAGES = {
    "partnership": ("/p/exampleshire/", "Exampleshire"),
    "people": ("/p/exampleshire/people/", "People"),
    "people-none": ("/p/exampleshire/people/?search=nobody", "People"),
    "search": ("/p/exampleshire/search/?q=manager", "Search for “manager”"),
    "search-none": ("/p/exampleshire/search/?q=nobody", "Search for “nobody”"),
    "for-you": ("/p/exampleshire/for-you/", "For you"),
    "my-actions": ("/p/exampleshire/my-actions/", "My actions"),
    "digest-choice": ("/p/exampleshire/for-you/email/", "Your email"),
    "audit": ("/p/exampleshire/audit/", "Audit"),
    "person-add": ("/p/exampleshire/people/add/", "Add a person"),
    "tokens": ("/p/exampleshire/tokens/", "Tokens"),
    "token-give": ("/p/exampleshire/tokens/give/", "Give a token"),
    "people-left": ("/p/exampleshire/people/left/", "People who have left"),
    "appointments": ("/p/exampleshire/appointments/", "Appointments"),
    "appointment-add": ("/p/exampleshire/appointments/add/", "Appoint somebody"),
    "officers": ("/p/exampleshire/officers/", "Chair and vice-chair"),
    "officer-elect": ("/p/exampleshire/officers/elect/", "Record an election"),
    "agencies": ("/p/exampleshire/agencies/", "Agencies"),
    "agency-admit": ("/p/exampleshire/agencies/admit/", "Admit an agency"),
    "email": ("/p/exampleshire/email/", "Email"),
    "administration": ("/administration/", "Administration"),
    "partnership-add": ("/administration/partnerships/add/", "Add a partnership"),
    "partnership-place": ("/administration/partnerships/exampleshire/", "Change Exampleshire"),
    "accounts": ("/administration/accounts/", "Accounts"),
    "password-reset": ("/account/password/reset/", "Forgotten your password?"),
    "password-reset-done": ("/account/password/reset/done/", "Look at your email"),
    "app-off": ("/account/2fa/totp/deactivate/", "Take the authenticator app off?"),
    "recovery-codes-make": ("/account/2fa/recovery-codes/generate/", "Make new recovery codes"),
    "show-it-is-you": ("/account/2fa/reauthenticate/", "Show that it is you"),
    "passkeys": ("/account/2fa/webauthn/", "Your passkeys"),
    "second-factor": ("/account/2fa/", "How you sign in"),
    "passkey": ("/account/2fa/webauthn/add/", "Add a passkey"),
    "password": ("/account/password/change/", "Change your password"),
    "sign-out": ("/account/logout/", "Sign out?"),
}


def account(folder, email, name, *options):
    command = [sys.executable, "-c", "from wardmote.cli import main; main()", "account", "add", email, "--name", name]
    environment = {**os.environ, "WARDMOTE_PASSWORD": PASSWORD}
    subprocess.run([*command, "--workspace", folder, *options], env=environment, check=True)


@pytest.fixture
def member(browser, axe_script, root, width, tmp_path):
    """Somebody with a new account, who has not signed in yet."""
    Workspace.create(tmp_path / "workspace", areas=("Exampleshire",))
    account(tmp_path / "workspace", EMAIL, "Mo Manager", "--agency", "Exampleshire Council")
    with served(tmp_path / "workspace") as address:
        yield from _visitor(browser, address, axe_script, root / "screenshots", width)


def code_of(key):
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    return format_hotp_value(hotp_value(key, next(yield_hotp_counters_from_time())))


def test_a_new_member_signs_in_sets_up_a_second_factor_and_finds_their_partnership(member):
    page = member.page
    member.given_the_page("/p/exampleshire/")
    member.then_the_heading_is("Sign in")
    member.then_anybody_can_use_it("sign-in")

    page.get_by_label("Email").fill(EMAIL)
    page.get_by_label("Password").fill("a wrong password")
    page.get_by_role("button", name="Sign in", exact=True).click()
    member.then_they_read("There is a problem")
    member.then_anybody_can_use_it("sign-in-wrong")

    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    member.then_the_heading_is("How you sign in")
    page.get_by_role("button", name="Set up an app").click()
    member.then_the_heading_is("Set up an authenticator app")
    member.then_anybody_can_use_it("set-up-authenticator")
    page.get_by_label("Authenticator code").fill(code_of(page.locator("code").inner_text()))
    page.get_by_role("button", name="Turn it on").click()
    member.then_the_heading_is("Your recovery codes")
    member.then_anybody_can_use_it("recovery-codes")

    for name, (address, heading) in PAGES.items():
        member.given_the_page(address)
        member.then_the_heading_is(heading)
        member.then_anybody_can_use_it(f"workspace-{name}")

    member.given_the_page("/p/exampleshire/people/add/")
    page.get_by_role("button", name="Add").click()
    member.then_they_read("Full name is missing")
    member.then_anybody_can_use_it("workspace-person-add-wrong")

    then_they_search_and_comment_by_the_keyboard_alone(member)
    then_the_page_holds_together_when_it_is_twice_as_large(member)


def then_they_search_and_comment_by_the_keyboard_alone(member):
    page = member.page
    member.given_the_page("/p/exampleshire/")
    page.get_by_role("searchbox", name="Search everything").focus()
    page.keyboard.type("manager")
    page.keyboard.press("Enter")
    member.then_the_heading_is("Search for “manager”")

    page.get_by_role("main").get_by_role("link", name="Mo Manager").focus()
    page.keyboard.press("Enter")
    member.then_the_heading_is("Mo Manager")
    member.then_anybody_can_use_it("workspace-person")
    page.get_by_role("link", name="0 comments").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Your comment").focus()
    page.keyboard.type("Ask @Mo Manager about it.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    member.then_they_read("Ask @Mo Manager about it.")
    member.then_anybody_can_use_it("workspace-comments")


def then_the_page_holds_together_when_it_is_twice_as_large(member):
    size = member.page.viewport_size
    member.page.set_viewport_size({"width": max(320, size["width"] // 2), "height": size["height"] // 2})
    for address in ("/p/exampleshire/search/?q=manager", "/p/exampleshire/people/", "/p/exampleshire/for-you/"):
        member.given_the_page(address)
        assert member.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    member.page.emulate_media(media="print")
    assert not member.page.get_by_role("search", name="Search everything").is_visible()
