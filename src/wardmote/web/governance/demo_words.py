"""What Exampleshire's boards and scrutiny said. All of it is invented."""

# Group: kind, remit, to whom it reports, who leads it, meetings a year, voting agencies needed.
GROUPS = {
    "Executive Board": (
        "executive-board",
        "Sets priorities, agrees the plan, follows money and risk, and unblocks what is stuck.",
        "",
        "Exampleshire Council",
        6,
        3,
    ),
    "Overview and Scrutiny Committee": (
        "scrutiny-committee",
        "Reviews how responsible authorities discharge their crime and disorder functions, as a critical friend.",
        "",
        "Exampleshire Council",
        8,
        0,
    ),
    "Pan-Example Reducing Reoffending Board": (
        "pan-area-board",
        "Oversees the reducing reoffending strategy for both partnerships, with probation and prisons.",
        "",
        "Example and Sample Probation",
        4,
        0,
    ),
    "Domestic Abuse Strategic Group": (
        "strategic-group",
        "Oversees domestic abuse strategies, safe accommodation and the commissioning of support.",
        "Executive Board",
        "Exampleshire Council",
        6,
        2,
    ),
    "Serious Violence Delivery Group": (
        "delivery-group",
        "Prevents knife crime and serious violence among young people through schools, outreach and enforcement.",
        "Executive Board",
        "Exampleshire Police",
        12,
        0,
    ),
    "Knife Crime Prevention Group": (
        "delivery-group",
        "Prevents knife crime among young people through schools and outreach.",
        "Executive Board",
        "Exampleshire Police",
        4,
        0,
    ),
    "Youth Knife Forum": (
        "forum",
        "Hears young people on knives, schools and outreach.",
        "Serious Violence Delivery Group",
        "",
        4,
        0,
    ),
    "Anti-social Behaviour Forum": (
        "forum",
        "Writes the anti-social behaviour strategy and prepares for new powers.",
        "Executive Board",
        "Exampleshire Council",
        4,
        0,
    ),
    "Harbour Co-ordinating Group": (
        "co-ordinating-group",
        "Deals each month with short-term problems around the harbour, from hotspots to landlords.",
        "Executive Board",
        "Exampleshire Police",
        12,
        0,
    ),
    "Station Square Task Group": (
        "task-and-finish",
        "Ends street drinking and drug dealing in Station Square by the summer.",
        "Harbour Co-ordinating Group",
        "Exampleshire Council",
        12,
        0,
    ),
}
CLOSED = "Youth Knife Forum"

ITEMS = (
    {
        "title": "The year’s strategic assessment",
        "purpose": "decide",
        "presented_by": "Partnership analyst",
        "recommendation": "Take reducing serious violence, violence against women and girls, and anti-social behaviour "
        "as the three priorities.",
        "crime_and_disorder": "The assessment is the evidence for what partners do about crime and disorder this year.",
        "paper": "Knife-flagged crime fell and domestic abuse rose.\n\nThe whole assessment is on this site.",
        "measure_id": "all-crime",
    },
    {
        "title": "Money that ends in March",
        "purpose": "discuss",
        "presented_by": "Community safety manager",
        "recommendation": "Say which posts the partnership will carry on without the grant.",
        "paper": "Two grants end with the financial year; five posts depend on them.",
    },
    {
        "title": "Meeting four times a year",
        "purpose": "decide",
        "presented_by": "Chair",
        "recommendation": "Meet each quarter from the new year on.",
        "crime_and_disorder": "None directly: urgent matters go to the co-ordinating group, which meets each month.",
    },
)
# What the next meeting deals with, and the item that was withdrawn from its agenda, with the reason.
NEXT_ITEMS = (
    {
        "title": "Knife crime: what changed, and what is next",
        "purpose": "decide",
        "presented_by": "Serious Violence Delivery Group",
        "recommendation": "Carry the work with schools on for another year, and look again in the summer.",
        "crime_and_disorder": "Fewer young people carry knives where the work has been done for longest.",
        "paper": "Every school in Quillhaven was visited, and half of those in Mottlebury.\n\n"
        "The grant that pays for it ends in the new year. Without it the visits stop in the spring.",
        "measure_id": "knife-crimes",
    },
    {
        "title": "Domestic abuse: what emergency departments know",
        "purpose": "discuss",
        "presented_by": "NHS Exampleshire",
        "recommendation": "Say who will ask the hospital for an export until its new system has one.",
        "paper": "The action has been stuck for a quarter: see the list of blocked actions.",
        "measure_id": "domestic-abuse-crimes",
    },
    ITEMS[1],
    {
        "title": "What the law asks of us",
        "purpose": "note",
        "presented_by": "Community safety manager",
        "paper": "Each duty stands on one line of the statement. Look at those that are overdue first.",
    },
    {"title": "A second public meeting", "purpose": "note", "presented_by": "Chair"},
)
# A paper of a partner on the first of these items: its title, and then what stands in it.
VISITS = "Visits to schools"
VISITS_WORDS = (
    "Youth workers and a police officer visit each school together, for one lesson in each class of years 8 and 9. They "
    "come back after half a year for those who want to talk.\n\n"
    "Heads ask for two things more: a lesson for parents, and a visit before the summer holidays. The first costs an "
    "evening for each school. The second needs the grant to go on."
)
VISITS_HEADS = ("Town", "Schools", "Visited", "Pupils in the lessons", "Came back to talk")
VISITS_ROWS = (
    ("Quillhaven", "8", "8", "1,420", "61"),
    ("Mottlebury", "6", "3", "510", "22"),
    ("Oxterwick", "4", "0", "0", "0"),
)
WITHDRAWN = ("A second public meeting", "It is held in the spring instead, and needs no decision.")
MINUTES = (
    "The chair welcomed everybody. The minutes of the last meeting were agreed.\n\n"
    "The board took the items of the agenda in order; what was decided, and who took what upon themselves, stands under "
    "each item."
)
PUBLIC_MINUTES = (
    "Residents heard how crime and disorder changed in the year, and what the partnership works on. They asked most about"
    " motorcycles in the park, and about lights in Station Square."
)
# Text, days ago, the one agency that it concerns, answered days ago, how it was taken, the response.
RECOMMENDATIONS = (
    (
        "Publish how each grant was spent, by priority.",
        310,
        "",
        290,
        "accepted",
        "The annual report will say it from this year on.",
    ),
    (
        "Bring domestic abuse training for housing staff forward.",
        310,
        "",
        275,
        "partly",
        "Half of the sessions were moved to the spring; the trainer has no earlier dates.",
    ),
    (
        "Review how officers are deployed at the night-time economy.",
        310,
        "Exampleshire Police",
        288,
        "accepted",
        "Passed to the police’s own governance, which will report back.",
    ),
    ("Show what the youth cafés have changed.", 15, "", None, "", ""),
)
# What, days ago, answered days ago, withheld.
REQUESTS = (
    ("Anti-social behaviour incidents by ward for two years.", 305, 292, ""),
    ("Outcomes of exclusion notices by town.", 40, 20, "Two wards, whose counts were too small to give."),
    ("Attendance of partners at the board.", 9, None, ""),
)
# Councillor, ward, matter, days ago, considered days ago, outcome.
REFERRALS = (
    (
        "Robin Vale",
        "Harbour",
        "Motorcycles ridden through the park after dark.",
        200,
        160,
        "Recommended gates and a seizure operation, because neither the council nor the police can end it alone.",
    ),
    ("Jo Field", "Mottlebury", "Fly-tipping and fires behind the parade of shops.", 30, None, ""),
)
# Duty, which one, what, days ago.
PROOFS = (
    ("sharing-protocol", "", "Information sharing protocol signed by all responsible authorities", 500),
    ("strategic-assessment", "", "Strategic assessment finished", 390),
    ("strategic-assessment", "", "Strategic assessment finished", 150),
    ("partnership-plan", "", "Partnership plan refreshed", 380),
    ("partnership-plan", "", "Partnership plan refreshed", 130),
    ("strategies", "Reducing Reoffending Strategy", "Strategy approved by both partnerships", 480),
    ("strategies", "Drugs and Alcohol Strategy", "Strategy approved", 800),
    ("strategies", "Preventing Domestic Abuse Strategy", "Strategy approved", 1130),
    ("death-reviews", "", "Register looked through: two notifications, both decided upon in time", 100),
    ("serious-violence-strategy", "", "Serious violence strategy reviewed", 320),
    ("serious-violence-needs", "", "Needs assessment refreshed", 325),
    ("safe-accommodation-strategy", "", "Safe accommodation strategy published", 600),
    ("domestic-abuse-return", "", "Yearly report sent to the department", 260),
    ("prevent-assurance", "", "All partners report “meeting” or better", 140),
)
