"""The year that the BCP partnership's annual report of 2026 tells in numbers, as a partnership would record it.

Each line names the paragraph of the report. Where it gives no figure, only the activity stands here. The fifteen that it
marks with (CC) serve a second priority. Where the report says “more than”, the number that it names stands here.
"""

from wardmote.web.activity.demo import Told

COUNCIL, POLICE = "Exampleshire Council", "Exampleshire Police"
BOTH, ONE = ("first", "second"), ("first",)

TOLD = (
    # 22
    Told("material", "Film on knives", POLICE, ONE),
    # 23: Sexual Violence Awareness Week (CC)
    Told("campaign", "Sexual Violence Awareness Week", COUNCIL, BOTH, figures={"events": (2,)}),
    # 24: DA Forums, every other month, 45 places each (CC)
    Told("training", "DA Forums", COUNCIL, BOTH, figures={"sessions": (1,) * 6, "places": (45,) * 6}),
    # 25 (CC)
    Told("co-production", "Serious Violence Delivery Group", POLICE, BOTH),
    # 26: 27 people completed in 2024/25 (CC)
    Told("programme", "Up2U", COUNCIL, BOTH, figures={"completed": (27,)}),
    # 27
    Told("pilot", "Stalking programme", COUNCIL, ONE, words={"resource_gap": "Money and staff"}),
    # 28
    Told("school-framework", "Do It Right", COUNCIL, ONE, words={"ages": "11 to 18"}),
    # 29
    Told("joint-operation", "Soteria Bluestone", POLICE, ONE),
    # 30: two hospitals, more than 400 survivors, 500 staff trained
    Told(
        "service",
        "DA health advocates",
        COUNCIL,
        ONE,
        words={"sites": "Two hospitals"},
        figures={"supported": (400,), "staff_trained": (500,)},
    ),
    # 31: six advocates, more than 200 children
    Told("service", "Child advocates", COUNCIL, ONE, figures={"advocates": (6,), "supported": (200,)}),
    # 32: DAHA, eight priority areas, about 200 operatives (CC)
    Told("daha", "DAHA accreditation", COUNCIL, BOTH, figures={"trained": (200,)}),
    # 33: MARAC sat 52 times and heard 721 cases, 116 of them repeats (CC)
    Told("conference", "MARAC", COUNCIL, BOTH, figures={"held": (13,) * 4, "cases": (721,), "repeats": (116,)}),
    # 33: three sessions of their own for MARAC
    Told("training", "MARAC training", COUNCIL, ONE, figures={"sessions": (1, 1, 1)}),
    # 34 (CC)
    Told("training", "Coordinated response leaders’ course", COUNCIL, BOTH, words={"level": "Leaders"}),
    # 35: 170 = 102 + 57 + 11
    Told("safe-places", "Safe Places", COUNCIL, ONE, sites={"Bournemouth": 102, "Poole": 57, "Christchurch": 11}),
    # 36: 120 + 120 people came
    Told("campaign", "Prevent Week of Action", POLICE, ONE, figures={"events": (2,), "attended": (120, 120)}),
    # 38: that it is held, and how it is judged, and no number
    Told("restricted-panel", "Channel", COUNCIL, ONE, words={"grade": "Meeting"}),
    # 39
    Told("campaign", "Safer Internet Day", POLICE, ONE, figures={"events": (2,)}),
    # 40: just over 60 referrals by October
    Told("pilot", "Cuckooing support", COUNCIL, ONE, figures={"referred": (60,)}),
    # 41: a panel each fortnight, two pieces of deterrence, 30 completed at two cafés
    Told("conference", "MET panel", POLICE, ONE, figures={"held": (6, 7, 6, 7)}),
    Told("pilot", "Focused deterrence", POLICE, ONE, figures={"completed": (2,)}),
    Told("pilot", "Youth cafés", COUNCIL, ONE, words={"where": "Two sites"}, figures={"completed": (30,)}),
    # 42: nearly 1,300 cameras, more than 150 of them at bus shelters and stations (CC); the test adds the latter
    Told("cctv", "CCTV", COUNCIL, BOTH, sites={"Bournemouth": 114}, categories=("Street",), site_number=10),
    # 46: more than 13,000 hours
    Told("patrol", "Accredited officers", COUNCIL, ONE, figures={"hours": (13_000,)}),
    # 47, 48
    Told("purple-flag", "Purple Flag", COUNCIL, ONE),
    Told("campaign", "Safer Businesses Action Week", POLICE, ONE),
    # 49
    Told("assurance", "Regulator’s inspection", COUNCIL, ONE, words={"grade": "No weakness found"}),
    # 53: more than ten partners
    Told("campaign", "White Ribbon Day", COUNCIL, ONE, figures={"partners": (10,)}),
    # 54: 30 businesses (CC)
    Told("venue-promise", "Unity Promise", COUNCIL, BOTH, sites={"Bournemouth": 30}, categories=("Club",)),
    # 55 to 60 (CC)
    Told("service", "Women-only drop-in", COUNCIL, BOTH),
    Told("conference", "SWRAC", COUNCIL, BOTH, figures={"held": (1,) * 12}),
    Told("service", "DA outreach and recovery programmes", COUNCIL, BOTH),
    # 57: 16 sessions of levels 1 and 2, and leaflets
    Told("training", "DA training, levels 1 and 2", COUNCIL, ONE, figures={"sessions": (4,) * 4}),
    Told("material", "Leaflets", COUNCIL, ONE, words={"formats": "Specialised versions too"}),
    Told("patrol", "Town Watch and Operation Vigilant", POLICE, BOTH),
    Told("co-production", "Experts by Experience", COUNCIL, BOTH, figures={"meetings": (1,) * 12}),
    Told("white-ribbon", "White Ribbon", COUNCIL, BOTH),
    # 61: 264 bags, three points, six organisations
    Told("donation", "Handbag appeal", COUNCIL, ONE, figures={"items": (264,), "points": (3,), "recipients": (6,)}),
    # 62, and the award after it
    Told("campaign", "JustDont", COUNCIL, ONE),
    Told("award", "National award", COUNCIL, ONE, words={"category": "Gold"}),
)
# 33: the year before, 2023/24.
YEAR_BEFORE = {"MARAC": {"held": 52, "cases": 734, "repeats": 160}}
