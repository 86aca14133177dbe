"""Activity, risks, money and the horizon in a real browser, as Exampleshire's year has filled them."""

BASE = "/p/exampleshire/"
PAGES = {
    "activity": ("activity/?year=all", "Activity"),
    "activity-list": ("activity/all/", "All activities"),
    "activity-kind": ("activity/kinds/campaign/", "Campaign or week of action"),
    "activity-said": ("activity/kinds/co-production/", "You said, we did"),
    "activity-places": ("activity/places/?year=all", "Places"),
    "activity-training": ("activity/training/?year=all", "Training by agency and level"),
    "activity-kinds": ("activity/add/", "Which kind"),
    "activity-add": ("activity/add/training/", "Add: Training"),
    "activity-load": ("activity/load/", "Load the workspace"),
    "activity-sheets": ("activity/sheets/", "Activity as spreadsheets"),
    "activity-sheet-in": ("activity/sheets/sites/in/", "bring a spreadsheet in"),
    "risks": ("risks/", "Risk register"),
    "risk-heat": ("risks/heat/", "Heat map"),
    "risk-add": ("risks/add/", "Add a risk"),
    "money": ("money/", "funding cliff"),
    "grants": ("money/grants/", "Grants"),
    "savings": ("money/savings/", "Savings"),
    "saving-add": ("money/savings/add/", "Add a saving"),
    "horizon": ("horizon/", "Horizon"),
    "horizon-shipped": ("horizon/catalogue/", "What the catalogue knows"),
    "registers": ("registers/", "Registers as spreadsheets"),
}
FOLLOWED = {
    "activity-one": ("activity/all/?search=Safe+Places", "Safe Places"),
    "activity-daha": ("activity/all/?search=Homes+free", "Homes free of abuse"),
    "risk-one": ("risks/", "Serious violence money ends"),
    "grant-one": ("money/grants/", "Serious violence grant"),
    "horizon-one": ("horizon/", "Modern slavery as a priority"),
}


def test_every_page_can_be_read_by_anybody(signed_in):
    for name, (address, heading) in PAGES.items():
        signed_in.given_the_page(BASE + address)
        signed_in.then_the_heading_is(heading)
        signed_in.then_anybody_can_use_it(f"registers-{name}")
    for name, (address, link) in FOLLOWED.items():
        signed_in.given_the_page(BASE + address)
        signed_in.when_they_follow(link)
        signed_in.then_the_heading_is(link)
        signed_in.then_anybody_can_use_it(f"registers-{name}")


def test_a_manager_enters_a_figure_and_sees_what_is_wrong_with_it(signed_in):
    signed_in.given_the_page(f"{BASE}activity/all/?search=Domestic+abuse+forum")
    signed_in.when_they_follow("Domestic abuse forum")
    signed_in.when_they_follow("Enter a figure")
    signed_in.page.get_by_label("From", exact=True).fill("1/4/2026")
    signed_in.when_they_press("Save")
    signed_in.then_they_read("To is missing")
    signed_in.then_anybody_can_use_it("registers-figure-wrong")
    signed_in.page.get_by_label("To", exact=True).fill("1/4/2026")
    signed_in.page.get_by_label("How many").fill("1")
    signed_in.when_they_press("Save")
    signed_in.then_the_heading_is("Domestic abuse forum")
