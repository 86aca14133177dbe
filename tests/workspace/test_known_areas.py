"""Roles and groups of one area: which areas can be chosen, what is said of another, and how an area is called."""

import pytest
from django.test import override_settings
from web.pages import words
from web.smallshire import PLACES, write_lookups

from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.web.accounts.models import RoleGrant
from wardmote.web.core.known_areas import KnownAreas
from wardmote.web.governance.models import Group

P = "/p/exampleshire/"
HARBOUR = "E05000001"
WARDS = {"Harbour (ward)", "Hill (ward)", "Market (ward)", "Meadow (ward)"}


def site_with(folder, *, sections=None):
    """A workspace of four wards, in which nothing but its lookups is loaded."""
    made = Workspace.create(folder / "site", areas=("Smallshire",), name="Exampleshire", sections=sections)
    (folder / "raw").mkdir()
    write_lookups(folder / "raw")
    load_paths(made.store, [folder / "raw"])
    return made.folder


@pytest.fixture
def loaded(scenario, tmp_path):
    with override_settings(WARDMOTE_WORKSPACE=site_with(tmp_path)):
        yield scenario


@pytest.fixture
def give_role(scenario):
    def post(**typed):
        page = f"{P}people/{scenario.people['reader'].pk}/role/"
        return scenario.browser("manager").post(page, {"role": "coordinator", **typed}, follow=True)

    return post


def test_the_wards_that_are_known_are_offered_by_name(loaded):
    page = loaded.browser("manager").get(f"{P}people/{loaded.people['reader'].pk}/role/")

    assert f'<option value="{HARBOUR}">Harbour (ward)</option>' in page.text
    assert {text for _, text in KnownAreas().choices} == WARDS


def test_sections_that_a_partnership_draws_stand_before_its_wards(scenario, tmp_path):
    sections = tmp_path / "sections.csv"
    lines = [f"{code},{'North' if row % 2 else 'South'}" for row, (code, *_) in enumerate(PLACES[:8])]
    sections.write_text("\n".join(["lsoa_code,section", *lines]), encoding="utf-8")

    with override_settings(WARDMOTE_WORKSPACE=site_with(tmp_path, sections=sections)):
        offered = [text for _, text in KnownAreas().choices]

    assert offered[:2] == ["North (section)", "South (section)"]
    assert set(offered[2:]) == WARDS


def test_a_role_for_an_area_is_told_by_the_areas_name_and_reaches_its_groups(loaded, give_role):
    page = give_role(area=HARBOUR)

    assert "coordinator in Harbour (ward)" in words(page)
    assert "coordinator in Harbour (ward)" in words(loaded.browser("manager").get(f"{P}people/"))
    here, there = (Group(partnership=loaded.people["reader"].partnership, area=area) for area in (HARBOUR, "E05000002"))
    assert loaded.actor("reader").may("board.change", here)
    assert not loaded.actor("reader").may("board.change", there)


def test_an_area_that_is_not_known_is_refused_in_a_sentence(loaded, give_role):
    told = give_role(area="harbour")

    assert told.status_code == 400
    assert "“harbour” is no section or ward that is known here. Choose one of the list." in words(told)
    assert not RoleGrant.objects.filter(area="harbour").exists()


def test_a_program_is_told_which_there_are_and_what_is_none(loaded):
    program, here = loaded.program("manager"), f"/api/v1{P}people/{loaded.people['reader'].pk}/role/"

    asked = program.get(here).json()["fields"]["area"]
    refused = program.post(here, {"role": "coordinator", "area": "E05000005"}, content_type="application/json")

    assert {"value": HARBOUR, "text": "Harbour (ward)"} in asked["choices"]
    assert refused.status_code == 422
    assert refused.json()["fields"]["area"] == [
        "“E05000005” is no section or ward that is known here. Choose one of the list."
    ]


def test_before_anything_is_loaded_the_code_is_typed(scenario, give_role):
    page = scenario.browser("manager").get(f"{P}people/{scenario.people['reader'].pk}/role/")

    assert "No lookup of areas is loaded, so type the area’s code" in words(page)
    assert "coordinator in harbour" in words(give_role(area="harbour"))


class TestGroup:
    @pytest.fixture
    def group(self, loaded):
        Group.objects.filter(pk=loaded.examples["group"]).update(area="E05000001")
        return f"{P}groups/{loaded.examples['group']}/"

    def test_its_area_is_chosen_and_told_by_name(self, loaded, group):
        browser = loaded.browser("manager")

        assert '<option value="E05000001" selected>Harbour (ward)</option>' in browser.get(f"{group}change/").text
        assert "Works in Harbour (ward)" in words(browser.get(group))

    def test_what_it_holds_can_be_kept_though_it_is_not_known_any_more(self, loaded, group):
        Group.objects.filter(pk=loaded.examples["group"]).update(area="E05009999")
        browser = loaded.browser("manager")

        page = browser.get(f"{group}change/")

        assert "E05009999, which is not known any more" in words(page)
        assert browser.post(f"{group}change/", typed(page, area="E05009999")).status_code == 302
        assert browser.post(f"{group}change/", typed(page, area="E05009998")).status_code == 400


def typed(page, **instead):
    """What the form holds, with something else in some of its fields."""
    held = page.context["form"].initial
    plain = {name: getattr(value, "pk", value) for name, value in held.items() if value not in (None, "")}
    return {**plain, **instead}
