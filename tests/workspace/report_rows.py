"""Everything that the two reports name, row by row, and where each lives.

B001 to B101 are of the BCP partnership's annual report of 2026, D001 to D055 of Dorset's plan of 2023 to 2026, in short
words of our own. A row is a page of the workspace with words that Exampleshire shows on it, a measure of the catalogue, a
page of evidence with the tests that read it, or a part that is still to come.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page of the partnership, as its manager reads it; `opened` is a link to follow there first."""

    route: str
    words: str
    kind: str = ""
    query: str = ""
    opened: str = ""


@dataclass(frozen=True)
class Measures:
    """Measures of the catalogue."""

    ids: tuple[str, ...]


@dataclass(frozen=True)
class Evidence:
    """A page of evidence, and the file of tests in `tests/web` that reads it."""

    route: str
    tests: str


@dataclass(frozen=True)
class Later:
    """It waits for a part of the software that is still to come."""

    part: str


def kind(name: str, words: str) -> Page:
    return Page("activity-kind", words, kind=name)


def measure(*ids: str) -> Measures:
    return Measures(ids)


VAULT, SHARING, HOTSPOTS = Later("the vault of cases"), Later("sharing"), Later("hotspots")
SIGNED, CLAIMS = Later("reports that people sign"), Later("claims")
ASSESSMENT, KPI = Evidence("assessment", "test_pages"), Evidence("kpi", "test_kpi")

Where = Page | Measures | Evidence | Later
ROWS: dict[str, tuple[str, Where]] = {
    "B001": ("covering report to a committee", SIGNED),
    "B002": ("the same paper for a second body", SIGNED),
    "B003": ("scrutiny once in twelve months", Page("compliance", "The crime and disorder committee sits in that capacity")),
    "B004": ("a councillor's referral", Page("referrals", "Motorcycles ridden through the park after dark.")),
    "B005": ("how scrutiny asks, and whom", Page("scrutiny", "Review how officers are deployed at the night-time economy.")),
    "B006": ("yearly strategic assessment", Page("compliance", "Strategic assessment finished")),
    "B007": ("priorities before", Page("plan", "Town centre disorder")),
    "B008": ("priorities now, and what they replaced", Page("plan", "Hotspots of drugs and disorder")),
    "B009": ("set of measures, by quarter and year", KPI),
    "B010": ("responsible authorities and the board", Page("partnership", "Exampleshire Fire and Rescue Fire and rescue Responsible authority Yes")),
    "B011": ("alignment to the police plan", Page("alignment", "Stop violence against women and girls")),
    "B012": ("six functions in law", Page("compliance", "A partnership plan is in force")),
    "B013": ("each partner's proof on Prevent", kind("assurance", "Prevent: probation Prevent Meeting Regional return, seen by the board")),
    "B014": ("chair and vice-chair", Page("officers", "Vic Deane")),
    "B015": ("board meetings and published minutes", Page("meetings", "Published on")),
    "B016": ("risk register", Page("risks", "Domestic abuse support competes for general money High (12)")),
    "B017": ("sharing protocols", SHARING),
    "B018": ("freedom of information", SHARING),
    "B019": ("gateway to share", SHARING),
    "B020": ("personal and depersonalised tiers", SHARING),
    "B021": ("quarterly figures from the police's data", KPI),
    "B022": ("monthly co-ordinating group", Page("groups", "Harbour Co-ordinating Group Partnership co-ordinating group Executive Board 12 times a year")),
    "B023": ("sharing to keep a young person safe", VAULT),
    "B024": ("why a matter becomes a priority", Page("plan", "schools, youth services and health can", opened="Serious violence")),
    "B025": ("plan and its refresh", Page("editions", "See what changed in")),
    "B026": ("blocked actions go to the board", Page("blocked", "Nobody suitable applied")),
    "B027": ("reoffending strategy and board", Page("strategies", "Pan-Exampleshire Reducing Reoffending Board")),
    "B028": ("board on drugs", Page("strategies", "Combating Drugs Partnership Board")),
    "B029": ("domestic abuse strategies", Page("strategies", "Preventing domestic abuse strategy")),
    "B030": ("who was asked, and what came of it", kind("co-production", "Housing staff do not know what to do after a disclosure. All of them are trained within a year")),
    "B031": ("domestic abuse group", Page("group-map", "Domestic Abuse Strategic Group Strategic group, meets 6 times a year")),
    "B032": ("reviews of deaths", Page("compliance", "Register looked through: two notifications, both decided upon in time")),
    "B033": ("lessons of reviews in the plan", VAULT),
    "B034": ("duty on serious violence", Page("compliance", "A serious violence strategy is in force and is kept under review")),
    "B035": ("the CC mark", Page("cross-cutting", "Night-time promise (CC)")),
    "B036": ("film on knives", kind("material", "What a knife takes")),
    "B037": ("week on sexual violence", kind("campaign", "Sexual violence awareness week Students")),
    "B038": ("forums with places", kind("training", "6 sessions, 270 places, 258 bookings, 229 people attended")),
    "B039": ("delivery and task groups", Page("groups", "Station Square Task Group Task-and-finish group")),
    "B040": ("programme with its cohort and base", kind("programme", "79% of those followed up had no further offence (19 of 24)")),
    "B041": ("stalking programme, and what it lacks", kind("pilot", "Trained facilitators, and a clinic to refer to")),
    "B042": ("framework for schools", kind("school-framework", "61% of schools signed (11 of 18)")),
    "B043": ("operation on rape", kind("joint-operation", "Better answers for victims of rape")),
    "B044": ("health advocates", kind("service", "Advocates in two hospitals Health advocates Two hospitals")),
    "B045": ("children's advocates", kind("service", "6 workers, 207 people supported")),
    "B046": ("accreditation of a landlord", Page("activities", "Policies and procedures met on", query="search=Homes+free", opened="Homes free of abuse")),
    "B047": ("warnings on case systems", VAULT),
    "B048": ("case conference", kind("conference", "High-risk domestic abuse conference Weekly 52 conferences, 721 cases heard, 116 repeat cases 13.9 cases at each conference (721 over 52); 16% of cases were repeats (116 of 721)")),
    "B049": ("training for the conference", kind("training", "Preparing for the case conference Level 2")),
    "B050": ("leaders' course", kind("training", "Leaders of a coordinated response Leaders")),
    "B051": ("safe places", Page("activity-places", "Safe Places 57 11 102 170")),
    "B052": ("Prevent week", kind("campaign", "more met the threshold than in the three before 2 events, 240 people who came")),
    "B053": ("Prevent plan and courses", kind("prevent-plan", "12 courses delivered 7 of 10")),
    "B054": ("Channel, without numbers", kind("restricted-panel", "Channel panel Monthly Meeting The Home Office’s yearly assurance")),
    "B055": ("internet safety day", kind("campaign", "Safer internet day Parents and teachers")),
    "B056": ("help against cuckooing", kind("pilot", "most are between 50 and 59")),
    "B057": ("panel on exploited children", kind("conference", "Missing and exploited children panel")),
    "B058": ("deterrence worker", kind("pilot", "Focused deterrence worker")),
    "B059": ("youth cafés", kind("pilot", "Two cafés, in Quillhaven and Mottlebury")),
    "B060": ("cameras by place", Page("activity-places", "Public cameras 456 120 720 1,296")),
    "B061": ("hotspots of anti-social behaviour", HOTSPOTS),
    "B062": ("task group on a hotspot", Page("groups", "Ends street drinking and drug dealing in Station Square", opened="Station Square Task Group")),
    "B063": ("work of several agencies", kind("joint-operation", "Licensing, trading standards, accredited officers, police, the business district, drug service")),
    "B064": ("early steps with young people", kind("early-intervention", "177 first letters, 74 home visits, 26 agreements, 2 taken to court")),
    "B065": ("accredited officers' hours", Page("activity-places", "In all 4,130 1,710 7,250 13,090", query="year=all")),
    "B066": ("claim that three towns fell", CLAIMS),
    "B067": ("flag for the night-time economy", Page("activities", "Wellbeing met on", query="search=Purple+Flag", opened="Purple Flag for Quillhaven")),
    "B068": ("week for safer businesses", kind("campaign", "Safer businesses week Shops")),
    "B069": ("inspection of a landlord", kind("assurance", "A good neighbourhood policy, and a plan with six improvements")),
    "B070": ("forum and its horizon", Page("groups", "Writes the anti-social behaviour strategy and prepares for new powers.", opened="Anti-social Behaviour Forum")),
    "B071": ("exclusion notices", kind("orders", "40 made, 22 in force, 8 breached 20% of those made were breached (8 of 40)")),
    "B072": ("closures", kind("orders", "Closures of premises Anti-social Behaviour, Crime and Policing Act 2014, section 80")),
    "B073": ("sixteen days", kind("campaign", "Sixteen days against violence towards women Everybody More than ten")),
    "B074": ("venues that promise", kind("venue-promise", "Night-time promise")),
    "B075": ("women-only drop-in", kind("service", "Women-only drop-in Drop-in Weekly 126 people supported")),
    "B076": ("street workers' conference", kind("conference", "Street workers’ risk conference Monthly 12 conferences")),
    "B077": ("outreach and recovery", kind("service", "Recovery outreach Two recovery programmes and weekly outreach.")),
    "B078": ("training by level and agency", Page("activity-training", "Mottlebury Homes 130 of 152 booked", query="year=all")),
    "B079": ("leaflets in formats", kind("material", "Six languages, easy read, large print 8,000 copies printed, 6,150 copies given out")),
    "B080": ("watch at night", kind("joint-operation", "Night watch")),
    "B081": ("experts by experience", kind("co-production", "Experts by experience Survivors who meet each month")),
    "B082": ("three-year plan of an accreditation", kind("white-ribbon", "White Ribbon, three-year plan 2 of 4")),
    "B083": ("handbags", kind("donation", "264 bags or items given, 3 donation points, 6 receiving organisations")),
    "B084": ("campaign with its reach", kind("campaign", "10 events, 420 people who came, 99,000 people reached, 9 partners")),
    "B085": ("award", kind("award", "A national domestic abuse charity Partnership working, gold")),
    "B086": ("local meaning of serious violence", measure("serious-violence")),
    "B087": ("caveats on late and old records", Evidence("measure", "test_pages")),
    "B088": ("six offences over rolling years", measure("knife-crimes", "personal-robbery", "business-robbery", "sexual-assault", "rape", "attempted-murder")),
    "B089": ("words that claim significance", CLAIMS),
    "B090": ("offence and flag together", measure("domestic-abuse-rape", "domestic-abuse-grievous-bodily-harm")),
    "B091": ("serious violence by section", ASSESSMENT),
    "B092": ("domestic abuse, rolling", measure("domestic-abuse-crimes", "domestic-abuse-crimes-by-month-of-offence")),
    "B093": ("anti-social behaviour, rolling", measure("police-asb", "anti-social-behaviour")),
    "B094": ("grants that end", Page("money", "Grant money falls from")),
    "B095": ("what is coming", Page("horizon", "Review of Community Safety Partnerships Organisational")),
    "B096": ("themes that may become priorities", Page("horizon", "Modern slavery as a priority Social")),
    "B097": ("rank among forces", ASSESSMENT),
    "B098": ("seven headings of implications", SIGNED),
    "B099": ("analysts' time", kind("analyst-capacity", "1 full-time post, 123 days on regular reports, 50 days on what was asked, 35 days on own analysis")),
    "B100": ("who is harmed", ASSESSMENT),
    "B101": ("rumours and answers", kind("rumour", "12,000 people reached, 2 hours until the answer")),
    "D001": ("plan of three years", Page("plan", "Community safety plan")),
    "D002": ("one board, three parts in law", Page("group-map", "In law: domestic abuse local partnership board; serious violence partnership; strategy group of the partnership")),
    "D003": ("strategies beside the plan", Page("strategies", "Serious violence strategy")),
    "D004": ("rate against the country", ASSESSMENT),
    "D005": ("change since a year", ASSESSMENT),
    "D006": ("seasons", ASSESSMENT),
    "D007": ("differences by place", Evidence("measure", "test_places")),
    "D008": ("people's panel", kind("consultation", "People’s panel The partnership 90 people, most of them over 55")),
    "D009": ("what people mind most", ASSESSMENT),
    "D010": ("answers by town", ASSESSMENT),
    "D011": ("what people mind least", ASSESSMENT),
    "D012": ("crime as a big issue", ASSESSMENT),
    "D013": ("who was harmed last year", ASSESSMENT),
    "D014": ("experience of anti-social behaviour", ASSESSMENT),
    "D015": ("residents' survey", kind("consultation", "Residents’ survey The council’s research team Adults who live in the area, weighted")),
    "D016": ("audit of consultations, and gaps", kind("consultation", "Men who are harmed; people who speak no English Two focus groups with interpreters")),
    "D017": ("yearly assessment", Page("compliance", "A strategic assessment is prepared in each year")),
    "D018": ("priorities", Page("plan", "4 priorities.")),
    "D019": ("issues that cut across", Page("plan", "Substance misuse", opened="Serious violence")),
    "D020": ("alignment to the commissioner's plan", Page("alignment", "Visible policing where it matters")),
    "D021": ("reoffending and drugs elsewhere", Page("groups", "Pan-Example Reducing Reoffending Board Pan-area board")),
    "D022": ("co-ordinating groups for a time", Page("groups", "Deals each month with short-term problems around the harbour", opened="Harbour Co-ordinating Group")),
    "D023": ("work on domestic abuse", Page("actions", "Tell every victim of stalking who their advocate is")),
    "D024": ("domestic abuse, repeat victims", measure("domestic-abuse-events-with-repeat-victims")),
    "D025": ("stalking", measure("domestic-abuse-stalking")),
    "D026": ("domestic abuse, repeat suspects", measure("domestic-abuse-events-by-repeat-suspects")),
    "D027": ("after starting a programme", measure("domestic-abuse-after-programme-start")),
    "D028": ("daily high-risk meeting", kind("conference", "High-risk domestic abuse, daily meeting")),
    "D029": ("work on sexual offences", kind("campaign", "Sexual violence awareness week")),
    "D030": ("sexual offences", measure("sexual-offences")),
    "D031": ("with alcohol", measure("sexual-offences-with-alcohol")),
    "D032": ("victims who withdraw", measure("sexual-offence-victims-who-withdraw")),
    "D033": ("work on anti-social behaviour", Page("actions", "Agree one letter for early warnings")),
    "D034": ("anti-social behaviour", measure("police-asb")),
    "D035": ("in priority places", measure("police-asb-in-priority-locations")),
    "D036": ("repeat victims", measure("asb-repeat-victims")),
    "D037": ("repeat suspects", measure("asb-repeat-suspects")),
    "D038": ("linked to alcohol", measure("asb-linked-to-alcohol")),
    "D039": ("linked to drugs", measure("asb-linked-to-drugs")),
    "D040": ("linked to mental health", measure("asb-linked-to-mental-health")),
    "D041": ("work on rural crime", kind("joint-operation", "Farm watch")),
    "D042": ("rural crimes", measure("rural-crimes")),
    "D043": ("rural crimes in priority places", measure("rural-crimes-in-priority-locations")),
    "D044": ("fly-tipping", measure("fly-tipping")),
    "D045": ("work on fraud, visits with advice", Page("savings", "Safe and well visits")),
    "D046": ("friends against scams", measure("friends-against-scams")),
    "D047": ("savings with their method", Page("savings", "Blocked calls a unit, times the maker’s own estimate of a loss avoided.")),
    "D048": ("work on serious violence", Page("actions", "Put bleed-control kits where people go at night")),
    "D049": ("violent crimes", measure("violent-crimes")),
    "D050": ("violent crimes in priority places", measure("violent-crimes-in-priority-locations")),
    "D051": ("violence, repeat victims", measure("serious-violence-repeat-victims")),
    "D052": ("violence, repeat suspects", measure("serious-violence-repeat-suspects")),
    "D053": ("data and actions at each meeting", Page("plan", "done, 5 going, 3 stuck.")),
    "D054": ("what partners owe and do not send", Evidence("calendar", "test_duties")),
    "D055": ("members", Page("partnership", "Mottlebury Homes Other Co-operating body No")),
}  # fmt: skip
