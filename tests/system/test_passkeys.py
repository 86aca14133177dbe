"""Passkeys in a real browser, with an authenticator that the browser itself plays: with a password, alone, and removed."""

import pytest
from playwright.sync_api import expect
from system.conftest import _visitor
from system.serving import served
from system.test_workspace import EMAIL, PASSWORD, account

from wardmote.evidence.workspace import Workspace

HOME = "/p/exampleshire/"
# As a laptop with a fingerprint reader has it: it keeps the key, and makes sure who uses it.
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def member(browser, axe_script, root, width, tmp_path):
    """Somebody with a new account and a fingerprint reader. Browsers offer passkeys to localhost, and not to a number."""
    Workspace.create(tmp_path / "workspace", areas=("Exampleshire",))
    account(tmp_path / "workspace", EMAIL, "Mo Manager", "--agency", "Exampleshire Council")
    with served(tmp_path / "workspace") as address:
        there = address.replace("127.0.0.1", "localhost")
        yield from _visitor(browser, there, axe_script, root / "screenshots", width)


@pytest.fixture
def reader_of_fingers(member):
    """The authenticator; it outlives pages, as the device does."""
    session = member.page.context.new_cdp_session(member.page)
    session.send("WebAuthn.enable")
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return session, made["authenticatorId"]


def password_only(member):
    member.given_the_page(f"/account/login/?next={HOME}")
    member.page.get_by_label("Email").fill(EMAIL)
    member.page.get_by_label("Password").fill(PASSWORD)
    member.page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(member):
    member.given_the_page("/account/logout/")
    member.when_they_press("Sign out")
    member.then_the_heading_is("Sign in")


def add_passkey(member, *, is_enough):
    member.given_the_page("/account/2fa/webauthn/add/")
    member.then_anybody_can_use_it("passkey-add")
    member.page.get_by_label("What you call it").fill("My laptop")
    if is_enough:
        member.page.get_by_label("Sign me in by it alone").check()
    member.when_they_press("Add it")
    member.then_the_heading_is("Your recovery codes")


def test_a_passkey_after_the_password_then_alone_then_removed(member, reader_of_fingers):
    session, authenticator = reader_of_fingers
    password_only(member)
    member.then_the_heading_is("How you sign in")
    add_passkey(member, is_enough=True)
    assert len(session.send("WebAuthn.getCredentials", {"authenticatorId": authenticator})["credentials"]) == 1

    sign_out(member)
    password_only(member)
    member.then_the_heading_is("Your second factor")
    member.then_anybody_can_use_it("second-factor-asked")
    member.when_they_press("Use a passkey")
    member.then_the_heading_is("Exampleshire")

    sign_out(member)
    member.when_they_press("Sign in with a passkey")
    expect(member.page.get_by_role("link", name="Sign out")).to_be_visible(timeout=30_000)
    member.given_the_page(HOME)
    member.then_the_heading_is("Exampleshire")

    member.given_the_page("/account/2fa/webauthn/")
    member.then_they_read("My laptop")
    member.then_they_read("Signs you in alone.")
    member.then_anybody_can_use_it("passkeys-one")
    member.when_they_follow("Remove My laptop")
    member.then_anybody_can_use_it("passkey-remove")
    member.when_they_press("Remove it")
    member.then_they_read("The passkey is removed.")

    # The device still has it, and offers it.
    sign_out(member)
    member.when_they_press("Sign in with a passkey")
    member.then_they_read("a passkey may have been removed here")
    member.then_anybody_can_use_it("passkey-refused")
    member.given_the_page(HOME)
    member.then_the_heading_is("Sign in")


def test_a_recovery_code_stands_in_for_a_lost_passkey(member, reader_of_fingers):
    session, authenticator = reader_of_fingers
    password_only(member)
    add_passkey(member, is_enough=False)
    code = member.page.locator("main code").first.inner_text()
    sign_out(member)
    session.send("WebAuthn.clearCredentials", {"authenticatorId": authenticator})

    password_only(member)
    member.then_the_heading_is("Your second factor")
    member.page.get_by_label("Code").fill(code)
    member.page.get_by_role("button", name="Sign in", exact=True).click()

    member.then_the_heading_is("Exampleshire")
