"""Exampleshire's risks and money in words. All of it is invented."""

COUNCIL, POLICE, CENTRE = "Exampleshire Council", "Exampleshire Police", "Harbour Women’s Centre"
PROBATION = "Example and Sample Probation"

Hanging = tuple[str, str, str, str, str]
# Funder, pounds, conditions, how sure, days to its end, who holds it, what comes after, and what hangs on it:
# kind, what, whose, full-time posts, what stops.
GRANTS: dict[str, tuple[str, int, str, str, int, str, str, tuple[Hanging, ...]]] = {
    "Serious violence grant": (
        "Home Office", 268_000, "For the serious violence duty alone; a return each quarter.", "secured", 60, COUNCIL, "",
        (
            ("post", "Focused deterrence worker", POLICE, "1", "Nobody meets young people who carry knives, each week."),
            ("post", "Partnership analyst, half", COUNCIL, "0.5", "The assessment is made every second year."),
            ("activity", "Youth cafés", COUNCIL, "", "Two evenings a week for 30 young people end."),
        ),
    ),
    "Cuckooing support grant": (
        "Police and Crime Commissioner for Exampleshire", 62_000, "One year; an evaluation at the end.", "secured", 30,
        COUNCIL, "A bid for a second year is with the commissioner.",
        (("post", "Cuckooing support worker", COUNCIL, "1", "About 60 people a year have nobody to help them get their home back."),),
    ),
    "Domestic abuse duty funding": (
        "Ministry of Housing, Communities and Local Government", 910_000,
        "Support in safe accommodation. No longer ring-fenced.", "unsure", 240, COUNCIL,
        "Within the council’s general settlement from then on.",
        (
            ("service", "Children’s advocates", CENTRE, "6", "More than 200 children a year lose their advocate."),
            ("service", "Recovery outreach", CENTRE, "2", "Two recovery programmes end."),
        ),
    ),
    "Hotspot patrols": (
        "Home Office", 340_000, "Patrol hours in named places; a return each month.", "unsure", 60, POLICE, "",
        (("service", "Extra patrols in five hotspots", POLICE, "", "About 6,000 hours on foot a year end."),),
    ),
    "Perpetrator programme": (
        "Ministry of Justice", 150_000, "Places on an accredited programme.", "secured", 420, PROBATION,
        "To be commissioned together with Sampleton.",
        (("service", "Changing Course", PROBATION, "3", "No programme for about 40 people a year."),),
    ),
}  # fmt: skip
# Of grants: the actions of the plan and the activities that hang on them.
HANGING: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Serious violence grant": (("Offer every school a session on knives",), ("Youth cafés",)),
    "Cuckooing support grant": (
        ("Visit every home where cuckooing is suspected within a week",),
        ("Help against cuckooing",),
    ),
    "Domestic abuse duty funding": ((), ("Children’s advocates", "Recovery outreach")),
    "Hotspot patrols": ((), ("Accredited officers on foot",)),
    "Perpetrator programme": (("Start a programme for people who harm their partners",), ("Changing Course",)),
}
# Of risks: the actions that are done against them.
AGAINST: dict[str, tuple[str, ...]] = {
    "Serious violence money ends": ("Offer every school a session on knives",),
    "Domestic abuse support competes for general money": ("Start a programme for people who harm their partners",),
    "The case conference outgrows its agencies": ("Tell every victim of stalking who their advocate is",),
}
ESCALATED = {"Serious violence money ends": "the Executive Board"}
# What the partnership's own risk was that ended, and whose review was missed.
CLOSED, LATE = "The case system is replaced", "Staff leave the team"
# Themes that may become priorities: title, kind, what speaks for it, source, likelihood and impact, who watches it.
THEMES = (
    (
        "Modern slavery as a priority",
        "social",
        "For it: three operations in a year, and no agency holds the whole. Against it: few reports reach the police.",
        "Strategic assessment, section on what is emerging",
        (3, 4),
        "police",
    ),
    (
        "Community cohesion as a priority",
        "social",
        "For it: hate crime rose after each national event, and rumours drew crowds twice.",
        "Strategic assessment, section on what is emerging",
        (4, 3),
        "coordinator",
    ),
    (
        "Cameras that read number plates at town entrances",
        "technological",
        "The estate of cameras may tell of vehicles; an impact assessment on privacy comes first.",
        "Exampleshire Police’s digital plan",
        (2, 2),
        "police",
    ),
    (
        "Hot summers at the harbour",
        "environmental",
        "More people outside for longer: patrols and bins are planned for ten weeks and not for six.",
        "Met Office’s outlook; the summer’s patrol log",
        (4, 2),
        "asb",
    ),
)
Review = tuple[int, int, str]
# Cause, effect, what is done, (owner, grant, priority), first score, and two reviews with what was found.
RISKS: dict[str, tuple[str, str, str, tuple[str, str, str], tuple[int, int], tuple[Review, Review]]] = {
    "Serious violence money ends": (
        "The Home Office has committed nothing beyond the end of the year.",
        "Posts and projects of the violence strategy stop within weeks.",
        "A case for the council’s budget; partners asked for a share.",
        ("manager", "Serious violence grant", "violence"), (3, 4),
        ((4, 4, "No word from the Home Office."), (5, 4, "Notice has to be given to two people next month.")),
    ),
    "Domestic abuse support competes for general money": (
        "The duty’s funding is no longer ring-fenced.",
        "Advocates for children and outreach may be cut.",
        "The needs assessment is with the cabinet; the strategy names what the law requires.",
        ("coordinator", "Domestic abuse duty funding", "vawg"), (3, 4),
        ((3, 4, "Nothing new."), (3, 4, "The cabinet has the paper.")),
    ),
    "The case conference outgrows its agencies": (
        "Cases have risen by half in a year, and the same people prepare them.",
        "Plans are thin and actions late; somebody may be left unsafe.",
        "A second weekly sitting; an administrator is asked for.",
        ("coordinator", "", "vawg"), (3, 5),
        ((4, 5, "Twenty-one cases a week."), (3, 5, "The second sitting has begun.")),
    ),
    "Partners’ data comes late": (
        "Two agencies changed their systems.",
        "The assessment rests on old figures.",
        "The calendar of what is owed goes to the board each quarter.",
        ("analyst", "", "asb"), (3, 3),
        ((3, 2, "One of the two has caught up."), (2, 2, "Both send each quarter.")),
    ),
    "A rumour travels faster than facts": (
        "Posts after incidents blame groups of people.",
        "Hate crime rises, and trust falls.",
        "One statement by all agencies within two hours.",
        ("police", "", "asb"), (3, 3),
        ((3, 3, "Tried once in summer."), (2, 3, "The statement went out in time.")),
    ),
    "The case system is replaced": (
        "The old system is no longer maintained.",
        "Weeks without a list of cases.",
        "Both systems run side by side for a month.",
        ("coordinator", "", "vawg"), (4, 3),
        ((3, 3, "The new one is tried."), (1, 3, "It has run for two months.")),
    ),
    "Staff leave the team": (
        "Contracts are short.",
        "What is known of the partnership goes with them.",
        "Two people know each task.",
        ("manager", "", ""), (3, 2),
        ((3, 2, "No change."), (3, 3, "One resignation.")),
    ),
}  # fmt: skip
# Agency, pounds each, cases of each month back from the last, and the method.
SAVINGS: dict[str, tuple[str, str, tuple[int, ...], str]] = {
    "Call blockers": (
        COUNCIL, "1150", (14, 11, 13, 9, 12, 10, 15, 12, 11, 9, 8, 10),
        "Blocked calls a unit, times the maker’s own estimate of a loss avoided.",
    ),
    "Safe and well visits": (
        "Exampleshire Fire and Rescue", "62", (31, 28, 35, 30, 26, 29, 33, 30, 27, 31, 28, 30),
        "Average loss of a scam victim, times visits with advice, times one in eight.",
    ),
}  # fmt: skip
