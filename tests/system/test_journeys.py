"""What people come to do."""

from playwright.sync_api import expect


def test_a_manager_follows_a_change_to_the_place_where_it_happened(visitor):
    visitor.given_the_page("/")

    visitor.when_they_follow("See robbery")
    visitor.then_the_heading_is("Robbery")
    visitor.when_they_choose("Compare", "Wards")
    visitor.when_they_choose("Show", "Quarters")
    visitor.when_they_press("Show")

    visitor.then_they_read("Wards, the 12 highest: April 2024 to March 2025")
    assert "by=ward" in visitor.page.url
    assert "period=quarter" in visitor.page.url
    visitor.then_anybody_can_use_it("journey-robbery-by-ward")


def test_back_returns_to_the_choices_before(visitor):
    visitor.given_the_page("/measures/burglary/?by=ward")
    visitor.when_they_choose("Compare", "Sections")
    visitor.when_they_press("Show")
    visitor.then_they_read("Sections, highest first")

    visitor.when_they_go_back()

    visitor.then_they_read("Wards, the 12 highest")


def test_an_analyst_asks_why_rows_were_set_aside(visitor):
    visitor.given_the_page("/loads/")

    visitor.page.get_by_role("link", name="why?").first.click()

    visitor.then_they_read("Why rows were set aside")
    visitor.page.get_by_text("See these rows").first.click()
    expect(visitor.page.get_by_role("columnheader", name="The row as it stood").first).to_be_visible()
    visitor.then_anybody_can_use_it("load")


def test_a_board_member_takes_the_assessment_away(visitor):
    visitor.given_the_page("/assessment/2024-25/")

    with visitor.page.expect_download(timeout=60_000) as download:
        visitor.when_they_follow("PDF")

    assert download.value.suggested_filename == "strategic-assessment-2024-25.pdf"


def test_a_board_member_waits_for_the_quarter_with_words_and_takes_it_away(visitor):
    visitor.given_the_page("/kpi/2024-25-Q4/")
    # Until the report is made a page says so, and asks again by itself.
    visitor.page.wait_for_selector("#news", timeout=120_000)

    visitor.then_the_heading_is("Performance report 2024-25 Q4")
    visitor.then_they_read("What changed since 2024-25 Q3")
    visitor.then_anybody_can_use_it("kpi")
    with visitor.page.expect_download(timeout=60_000) as download:
        visitor.when_they_follow("XLSX")
    assert download.value.suggested_filename == "kpi-2024-25-Q4.xlsx"


def test_the_keyboard_reaches_the_content_at_once(visitor):
    visitor.given_the_page("/loads/")

    visitor.when_they_type("Tab")
    visitor.then_the_focus_is_on(".govuk-skip-link")
    visitor.when_they_type("Enter")

    visitor.then_the_focus_is_on("main")


def test_an_analyst_moves_the_map_and_follows_a_place(visitor):
    visitor.given_the_page("/measures/burglary/?by=lsoa")

    visitor.when_they_press("Move and zoom this map")
    canvas = visitor.page.get_by_label("Map that can be moved; the table of places says the same")
    expect(canvas).to_be_visible(timeout=60_000)
    expect(visitor.page.get_by_role("button", name="Zoom in")).to_be_focused()
    canvas.click()
    expect(visitor.page.locator(".wm-map__told")).to_contain_text("crimes per 1,000 residents", timeout=60_000)
    visitor.then_anybody_can_use_it("measure-with-map")
    place = visitor.page.locator(".wm-map__told a")
    name = place.text_content()
    place.click()

    visitor.then_the_heading_is(name)


def test_a_map_that_was_moved_gives_way_to_the_still_one(visitor):
    visitor.given_the_page("/measures/burglary/")
    visitor.when_they_press("Move and zoom this map")

    visitor.when_they_press("Still map")

    expect(visitor.page.get_by_role("button", name="Move and zoom this map")).to_be_focused()
    expect(visitor.page.locator("[data-map] .wm-figure__picture")).to_be_visible()


def test_a_wrong_choice_takes_the_reader_to_what_is_wrong(visitor):
    visitor.given_the_page("/measures/burglary/?period=week")

    visitor.then_the_focus_is_on(".govuk-error-summary")
    visitor.when_they_follow("“week” is not a period; choose one of month, quarter, year, rolling-12")

    visitor.then_the_focus_is_on("#period")


def test_without_scripts_all_of_it_works(visitor_without_scripts):
    visitor = visitor_without_scripts
    visitor.given_the_page("/measures/burglary/")

    visitor.when_they_choose("Compare", "Wards")
    visitor.when_they_press("Show")

    visitor.then_they_read("Wards, the 12 highest")


def test_paper_has_no_menu_and_no_form(visitor):
    visitor.given_the_page("/measures/burglary/")

    visitor.page.emulate_media(media="print")

    expect(visitor.page.get_by_role("navigation", name="Menu")).to_be_hidden()
    expect(visitor.page.get_by_role("button", name="Show")).to_be_hidden()
    expect(visitor.page.get_by_role("heading", name="Where", exact=True)).to_be_visible()
