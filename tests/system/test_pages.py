"""Every page, at a desk and on a phone: what it says, that anybody can use it, and a picture to look at."""

import pytest

PAGES = {
    "overview": ("/", "Overview", "changed by more than chance explains"),
    "measures": ("/measures/", "Measures", "what each counts, and how it changed"),
    "measure": ("/measures/robbery/", "Robbery", "Robberies in Exampleshire fell by"),
    "measure-by-ward": (
        "/measures/anti-social-behaviour/?by=ward&period=rolling-12",
        "Anti-social behaviour",
        "Highest are",
    ),
    "measure-by-neighbourhood": ("/measures/burglary/?by=lsoa&period=quarter", "Burglary", "All 237 places"),
    "measure-of-a-section": ("/measures/vehicle-crime/?area=Mottlebury+Rise", "Vehicle crime", "in Mottlebury Rise"),
    "measure-of-a-share": ("/measures/outcome-charged/", "Crimes whose outcome was a charge", "in Exampleshire"),
    "measure-wrong-choice": ("/measures/robbery/?by=street", "Robbery", "“street” is not a kind of place"),
    "measure-of-severity": ("/measures/crime-severity-by-category/", "Not available yet", "weights of the ONS"),
    "compare": ("/compare/?measure=robbery", "Compare", "In Exampleshire the level of robberies in"),
    "compare-areas": ("/compare/?kind=areas&measure=burglary", "Compare", "the rate of burglaries was"),
    "compare-wrong-choice": ("/compare/?kind=colours", "Compare", "“colours” cannot be chosen here"),
    "loads": ("/loads/", "Loads", "Every row read is one or the other."),
    "calendar": ("/calendar/", "What each partner owes", "Where this is written"),
    "load-with-rows-set-aside": ("/loads/13/", "Load 13", "What to do:"),
    "load-of-a-lookup": ("/loads/1/", "Load 1", "No row of this load was set aside."),
    "quarters": ("/kpi/", "Performance, quarter by quarter", "2024-25 Q4: January 2025 to March 2025."),
    "assessments": ("/assessment/", "Strategic assessment", "2024-25"),
    "assessment": ("/assessment/2024-25/", "trategic assessment", "Contents"),
    "not-found": ("/nowhere/", "Page not found", "There is no page at this address."),
}
EMPTY_PAGES = ["/", "/measures/", "/compare/", "/loads/", "/kpi/", "/assessment/"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_it_is_for(visitor, name):
    address, heading, words = PAGES[name]

    visitor.given_the_page(address)

    visitor.then_the_heading_is(heading)
    visitor.then_they_read(words)
    visitor.then_anybody_can_use_it(name)


@pytest.mark.parametrize("address", EMPTY_PAGES)
def test_before_anything_is_loaded_a_page_says_what_to_do(newcomer, address):
    newcomer.given_the_page(address)

    newcomer.then_they_read("wardmote load")
    newcomer.then_anybody_can_use_it(f"empty-{address.strip('/') or 'overview'}")
