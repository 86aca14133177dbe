"""What Exampleshire's plan says. All of it is invented."""

from typing import Any

SUMMARY = (
    "What the council, the police, the fire and rescue service, probation and the health service do together so that "
    "people in Exampleshire are safe, and feel it."
)
RESOURCES = (
    "One analyst and one coordinator, paid for by the council and the police in equal parts; officers' time from each "
    "agency; grants as they stand in the register of grants."
)
ENGAGEMENT = (
    "One public meeting in the autumn, and a survey of residents.",
    "Two public meetings, one of them in Mottlebury; a survey of residents; talks with young people in three schools.",
)
AIMS = (
    "Fewer people are harmed, and fewer are harmed again.",
    "Those who are harmed find help early, wherever they turn.",
    "Everybody can use every street at any hour.",
)
ISSUES = ("Mental health", "Substance misuse", "Complex needs")

# Word: title, aim, scope, reason, lead, issues.
Words = tuple[str, str, str, str, str, tuple[str, ...]]
PRIORITIES: dict[str, Words] = {
    "violence": (
        "Serious violence",
        "Fewer people are hurt with knives, in public places and at home.",
        "knife crime, robbery and violence in the night-time economy",
        "Police alone cannot reach young people before they carry a knife; schools, youth services and health can.",
        "police",
        ("Substance misuse",),
    ),
    "vawg": (
        "Violence against women and girls",
        "Women and girls are safe at home and outside, and those who harm them are stopped.",
        "domestic abuse, sexual offences, stalking and harassment",
        "Help and enforcement have to know of each other: no agency sees a whole story.",
        "coordinator",
        ("Mental health", "Complex needs"),
    ),
    "asb": (
        "Anti-social behaviour",
        "Fewer people live beside trouble that goes on for months.",
        "repeat anti-social behaviour, cuckooing and drug dealing in housing",
        "Tenancies, licences, policing and treatment are in four hands.",
        "asb",
        ("Substance misuse", "Mental health"),
    ),
}
FORMER: Words = (
    "Town centre disorder",
    "Fewer fights and less damage in the town centre at night.",
    "the town centre of Quillhaven, Thursday to Sunday nights",
    "Licensing, transport and policing have to act on the same nights.",
    "asb",
    (),
)
NEWCOMER: Words = (
    "Hotspots of drugs and disorder",
    "The few places where most harm gathers become ordinary places.",
    "five places that the assessment names, whatever the hour",
    "What keeps a place bad belongs to several agencies at once.",
    "asb",
    ("Substance misuse",),
)

# Word: title, short target, long target, who pursues it, measures.
OBJECTIVES: dict[str, tuple[str, str, str, tuple[str, ...], tuple[str, ...]]] = {
    "violence": (
        "Fewer knife crimes",
        "A twentieth fewer knife crimes than the year before",
        "A fifth fewer knife crimes than in the year before the plan",
        ("Exampleshire Police", "Exampleshire Council", "NHS Exampleshire"),
        ("knife-crimes", "robbery"),
    ),
    "vawg": (
        "Fewer women are harmed again by the same person",
        "Every survivor referred is offered help within two working days",
        "A quarter of those harmed are harmed again within a year, not a third",
        ("Exampleshire Council", "Exampleshire Police", "Example and Sample Probation", "NHS Exampleshire"),
        ("domestic-abuse-crimes", "violence-and-sexual-offences"),
    ),
    "asb": (
        "Less anti-social behaviour that goes on for months",
        "Each case that residents ask to be reviewed is reviewed in time",
        "A tenth less recorded anti-social behaviour than in the year before the plan",
        ("Exampleshire Council", "Exampleshire Police"),
        ("anti-social-behaviour", "criminal-damage-and-arson"),
    ),
}

POLICE_PLAN = "Police and Crime Plan for Exampleshire"
POLICE_PRIORITIES: dict[str, dict[str, str]] = {
    "Prevent violence": {"violence": "close", "vawg": "partial"},
    "Stop violence against women and girls": {"vawg": "close"},
    "Visible policing where it matters": {"asb": "partial"},
    "Rural crime": {},
}

# Title: priority, owner, due so many days after the last day, detail, notes by days before the last day.
Notes = dict[int, dict[str, Any]]
ACTIONS: dict[str, tuple[str, str, int, str, Notes]] = {
    "Offer every school a session on knives": (
        "violence",
        "police",
        -40,
        "Eighteen secondary schools, one session each.",
        {
            300: {"status": "going", "text": "Six schools have had theirs."},
            150: {"status": "going", "text": "Fourteen of eighteen."},
            60: {"status": "done", "text": "All eighteen, 4,100 pupils.", "evidence": "Report to the board, item 4"},
        },
    ),
    "Put bleed-control kits where people go at night": (
        "violence",
        "fire",
        60,
        "Thirty kits, each with a person who has been shown how to use it.",
        {
            200: {"status": "going", "text": "Eleven kits placed."},
            30: {"status": "going", "text": "Twenty-two placed."},
        },
    ),
    "Share what emergency departments know of assaults": (
        "violence",
        "health",
        -75,
        "Monthly, without names: when, where and with what.",
        {
            220: {"status": "going", "text": "The agreement is drafted."},
            120: {"status": "stuck", "text": "The hospital's new records system cannot export it yet."},
            90: {"to": "the Executive Board"},
        },
    ),
    "Give probation a place at the violence delivery group": (
        "violence",
        "probation",
        -200,
        "",
        {210: {"status": "done", "text": "A senior officer comes each month."}},
    ),
    "Train front-line staff to hear a disclosure": (
        "vawg",
        "centre",
        -10,
        "Housing, libraries, leisure and the seafront.",
        {
            280: {"status": "going", "text": "Forty people trained."},
            100: {"status": "going", "text": "One hundred and ninety trained."},
        },
    ),
    "Start a programme for people who harm their partners": (
        "vawg",
        "probation",
        120,
        "Twenty places a year, with support for each partner.",
        {
            250: {"status": "going", "text": "The provider was chosen."},
            45: {"status": "stuck", "text": "The grant for the second year is not confirmed."},
        },
    ),
    "Walk the routes home that women named as unsafe": (
        "vawg",
        "coordinator",
        -150,
        "With those who named them; say afterwards what was changed.",
        {160: {"status": "done", "text": "Nine routes walked; lights mended on five.", "evidence": "Walks, summary"}},
    ),
    "Tell every victim of stalking who their advocate is": (
        "vawg",
        "police",
        45,
        "",
        {75: {"status": "going", "text": "In place for high-risk cases."}},
    ),
    "Answer every request for an ASB case review in time": (
        "asb",
        "asb",
        90,
        "Acknowledge, decide, meet: each by its day.",
        {
            180: {"status": "going", "text": "Eleven of twelve in time."},
            20: {"status": "going", "text": "All in time."},
        },
    ),
    "Agree one letter for early warnings": (
        "asb",
        "homes",
        -250,
        "The same words whoever sends it.",
        {255: {"status": "done", "text": "Used by the council and both housing associations."}},
    ),
    "Put a drug worker beside the neighbourhood team in Mottlebury": (
        "asb",
        "health",
        -20,
        "Two days a week.",
        {
            130: {"status": "going", "text": "Advertised."},
            50: {"status": "stuck", "text": "Nobody suitable applied; the salary is below that of the next county."},
        },
    ),
    "Visit every home where cuckooing is suspected within a week": (
        "asb",
        "police",
        30,
        "",
        {140: {"status": "going", "text": "Thirty-one visits."}, 15: {"status": "going", "text": "Fifty-two visits."}},
    ),
}

# Title: subject, board, who adopted it, adopted and refresh due so many days before and after the last day, priorities.
STRATEGIES: dict[str, tuple[str, str, str, int, int, tuple[str, ...]]] = {
    "Serious violence strategy": (
        "serious-violence",
        "Executive Board",
        "all five responsible authorities",
        420,
        30,
        ("violence",),
    ),
    "Pan-Exampleshire reducing reoffending strategy": (
        "reoffending",
        "Pan-Exampleshire Reducing Reoffending Board",
        "Exampleshire and Sampleton",
        600,
        -20,
        ("violence", "vawg"),
    ),
    "Drugs and alcohol strategy": (
        "substances",
        "Combating Drugs Partnership Board",
        "Exampleshire and Sampleton",
        800,
        200,
        ("asb",),
    ),
    "Preventing domestic abuse strategy": (
        "other",
        "Domestic Abuse Strategic Group",
        "the council’s cabinet",
        100,
        900,
        ("vawg",),
    ),
}
