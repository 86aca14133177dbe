"""What every answer carries, and what no page may hold."""

import pytest
from web.pages import attributes
from web.test_routes import ROUTES

PAGES = [address for address, status, kind in ROUTES.values() if kind == "text/html" and status == 200]


@pytest.fixture(params=PAGES)
def page(request, site):
    return site.get(request.param)


def test_only_this_site_may_be_asked_for_anything(page):
    policy = page.headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_page_has_no_style_and_no_script_of_its_own(page):
    inline = [found for found in attributes(page) if found[1] == "style" or found[1].startswith("on")]

    assert inline == []
    assert "<style" not in page.text
    assert page.text.count("<script") == page.text.count('<script type="module" src="/static/')


def test_a_page_cannot_be_framed_or_guessed(page):
    assert page.headers["X-Frame-Options"] == "DENY"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert page.headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_a_page_names_the_licences(page):
    assert "Open Government Licence v3.0" in page.text
    assert "Office for National Statistics" in page.text
    assert "OS data © Crown copyright and database right" in page.text


def test_no_page_looks_like_a_page_of_the_government(page):
    assert "crown" not in page.text.lower().replace("crown copyright", "")
    assert "gov.uk" not in page.text.lower().replace("nationalarchives.gov.uk", "")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "0.0.0.0"])
def test_a_request_for_another_host_is_refused(site, host):
    answer = site.get("/", headers={"host": host})

    assert answer.status_code == 400
    assert "This site does not answer to that name." in answer.text


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_this_machine_is_answered_by_each_of_its_names(site, host):
    assert site.get("/loads/", headers={"host": host}).status_code == 200


def test_an_unchanged_page_is_not_sent_again(site):
    first = site.get("/measures/")

    again = site.get("/measures/", headers={"if-none-match": first.headers.get("ETag", "")})

    assert (again.status_code, again.content) == (304, b"")
