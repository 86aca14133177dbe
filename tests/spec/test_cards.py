"""The cards that ship: what each reads, row for row, and what a card that is wrong is told."""

import datetime

import pytest
from dock_files import load, rows, workspace
from typer.testing import CliRunner

from wardmote.cli import app
from wardmote.definitions.card import Card
from wardmote.definitions.cards import find_card, shipped_cards
from wardmote.definitions.catalogue import read_definition
from wardmote.errors import BadInput, DefinitionError

GOOD = """
title: Parks
partner: council
table: events
recognise: [recorded]
columns: {recorded: Logged, category: Type}
codes: {category: {words: {Noise: [], Litter: []}}}
"""
DAY = datetime.date

# Each card: the file's lines, the columns asked for, and what the store then holds.
EVENTS = {
    "police-crimes": (
        ("Occurrence Number,HO Offence Code,Offence Group,Date Reported,Committed From,DA Flag,Outcome Type\n"
        "EX1,19C,Sexual offences,05/03/2024 10:15,04/03/2024 23:10,Y,Evidential difficulties victim based - named suspect identified\n"),
        "record, category, offence_code, occurred_hour, flags, outcome",
        ("crime", "Sexual offences", "19C", 23, ["domestic-abuse"], "victim does not support, suspect known"),
    ),
    "police-asb": (
        "Incident Number,Incident Date,Incident Time,ASB Type,Alcohol\nI1,05/03/2024,23:10,ASB - Personal,Yes\n",
        "record, category, occurred_on, occurred_hour, flags",
        ("incident", "personal", DAY(2024, 3, 5), 23, ["alcohol"]),
    ),
    "fire": (
        "Incident Number,Date of Call,Time of Call,Incident Category,Grid Reference\n1,05-Mar-2024,20:45,Deliberate primary vehicle fire,SZ 085 911\n",
        "record, category, occurred_on, place_precision",
        ("fire", "deliberate primary fire, vehicle", DAY(2024, 3, 5), "point"),
    ),
    "ambulance": (
        "Incident ID,Call Date,Call Time,Nature of Call,Postcode Sector\nS1,2024-03-05,15:28,Assault,BH1 2\n",
        "record, category, occurred_hour, postcode, place_precision",
        ("call", "assault", 15, "BH1 2", "postcode sector"),
    ),
    "ed-violence": (
        ("Attendance ID,Arrival Date,Incident Date,Incident Time,Location Type,Assault Type,Weapon,Alcohol\n"
        "A1,02/04/24,01/04/24,23:35,Bar or pub,Physical assault,Knife,Not recorded\n"),
        "record, category, recorded_on, occurred_hour, section, flags, answered",
        ("attendance", "physical assault", DAY(2024, 4, 2), 23, "Bar or pub", ["knife"], ["knife"]),
    ),
    "council-asb": (
        "Case Reference,Date Received,Complaint Type,Ward,Closed Date,Outcome\nA/1,05.03.2024,Noise nuisance,North,06/03/2024,Warning letter\n",
        "record, category, section, outcome, outcome_on",
        ("incident", "Noise nuisance", None, "Warning letter", DAY(2024, 3, 6)),
    ),
    "fly-tipping": (
        'Ref,Date Reported,Land Type,Waste Type,Clearance Cost,Action\nFT-1,05/03/2024,Highway,Tyres,"£1,048.52",Investigation\n',
        "record, category, section, amount, outcome",
        ("incident", "Tyres", "Highway", 1048.52, "Investigation"),
    ),
    "school-exclusions": (
        "Exclusion ID,Start Date,School,Exclusion Type,Reason,Sessions\nX1,01 April 2024,Hill Academy,Suspension,Damage,5\n",
        "record, category, offence_code, section, amount",
        ("exclusion", "suspension", "Damage", None, 5.0),
    ),
    "road-collisions": (
        "Collision Reference,Date,Time,Severity,Casualties,LSOA of Collision,Alcohol\nC1,05/03/2024,12:58,Slight,2,E01015292,N\n",
        "record, category, amount, lsoa_code, answered",
        ("collision", "slight", 2.0, "E01015292", ["alcohol"]),
    ),
}  # fmt: skip
EPISODES = {
    "probation": (
        "CRN,Surname,Date of Birth,Sentence Date,Order Type,Termination Date\nX1,Bee,1980-02-01,2024-03-05,Community Order,2024-09-05\n",
        ("Community Order", None, DAY(2024, 3, 5), DAY(2024, 9, 5), None),
    ),
    "drug-services": (
        "Client Ref,Referral Date,Treatment Start,Discharge Date,Discharge Reason\nD1,05/03/2024,12/03/2024,01/06/2024,Dropped out\n",
        ("Drug and alcohol treatment", DAY(2024, 3, 5), DAY(2024, 3, 12), None, "left"),
    ),
    "perpetrator-programme": (
        "Participant Ref,Referral Date,Start Date,Completion Date,Status\nNOM1,05/03/2024,12/03/2024,01/06/2024,Completed\n",
        ("Perpetrator programme", DAY(2024, 3, 5), DAY(2024, 3, 12), DAY(2024, 6, 1), "Completed"),
    ),
}  # fmt: skip
TALLIES = {
    "fly-tipping-defra": (
        'Fly-tipping – invented\nYear,ONS Code,LA Name,Total Incidents\n2023-24,E06000058,BCP,"2,838"\n2023-24,E12000009,South West,"90,000"\n',
        [("incidents", None, DAY(2023, 4, 1), DAY(2024, 3, 31), "E06000058", 2838.0)],
    ),
    "fly-tipping-actions-defra": (
        'Fly-tipping – invented\nYear,ONS Code,LA Name,Total Actions,Prosecution Actions\n2023-24,E06000058,BCP,"1,204",7\n',
        [("actions", None, DAY(2023, 4, 1), DAY(2024, 3, 31), "E06000058", 1204.0), ("prosecutions", None, DAY(2023, 4, 1), DAY(2024, 3, 31), "E06000058", 7.0)],
    ),
    "recorded-crime-csp": (
        "Financial Year,Financial Quarter,CSP Name,CSP Code,Offence Code,Number of Offences\n2023/24,2,Poole,E22000067,8N,41\n",
        [("crimes", "8N", DAY(2023, 7, 1), DAY(2023, 9, 30), "E22000067", 41.0)],
    ),
    "friends-against-scams": (
        "Month,Town,Friends,Scam Champions\nFeb-24,Poole,320,14\nFeb-24,Total,602,25\n",
        [("friends", None, DAY(2024, 2, 1), DAY(2024, 2, 29), None, 320.0), ("scam champions", None, DAY(2024, 2, 1), DAY(2024, 2, 29), None, 14.0)],
    ),
    "safe-places": ("As At,Town,Safe Places\n01/04/2024,Poole,57\n", [("safe places", None, DAY(2024, 4, 1), DAY(2024, 4, 1), None, 57.0)]),
    "savings": ('Month,Project,Estimated Saving\n04/2024,Call blockers,"£25,300.00"\n', [("savings", "Call blockers", DAY(2024, 4, 1), DAY(2024, 4, 30), None, 25300.0)]),
    "training-attendance": (
        "Session Date,Course,Town,Places,Attended\n12/04/2024,DA Forum,Poole,45,36\n",
        [("attended", "DA Forum", DAY(2024, 4, 12), DAY(2024, 4, 12), None, 36.0), ("places", "DA Forum", DAY(2024, 4, 12), DAY(2024, 4, 12), None, 45.0)],
    ),
    "workspace-activity": (
        "Activity From,Activity To,Activity Figure,Activity Kind,Activity Place,Activity Value\n2024-04-01,2024-04-30,patrol: hours,Patrols,Poole,250\n",
        [("patrol: hours", "Patrols", DAY(2024, 4, 1), DAY(2024, 4, 30), None, 250.0)],
    ),
    "marac": (
        "Meeting Date,Cases Discussed,Repeat Cases\n05/04/2024,19,5\n",
        [("cases", None, DAY(2024, 4, 5), DAY(2024, 4, 5), None, 19.0), ("repeat cases", None, DAY(2024, 4, 5), DAY(2024, 4, 5), None, 5.0)],
    ),
}  # fmt: skip


def loaded(tmp_path, id_, text, encoding="cp1252"):
    at = workspace(tmp_path)
    report = load(at, text, name=f"{id_}.csv", encoding=encoding)
    assert (report.not_loaded, [one.source for one in report.loads]) == ((), [id_])
    return at


def test_every_card_that_ships_is_in_one_of_these_tables():
    assert {card.id for card in shipped_cards()} == {*EVENTS, *EPISODES, *TALLIES}


@pytest.mark.parametrize("id_", EVENTS)
def test_events(tmp_path, id_):
    text, columns, stored = EVENTS[id_]
    assert rows(loaded(tmp_path, id_, text), columns) == [stored]


@pytest.mark.parametrize("id_", EPISODES)
def test_episodes(tmp_path, id_):
    text, stored = EPISODES[id_]
    at = loaded(tmp_path, id_, text)
    assert rows(at, "programme, referred_on, started_on, completed_on, status", "episodes") == [stored]
    assert rows(at, "person IS NOT NULL", "episodes") == [(True,)]


@pytest.mark.parametrize("id_", TALLIES)
def test_tallies(tmp_path, id_):
    text, stored = TALLIES[id_]
    at = loaded(tmp_path, id_, text)
    assert rows(at, "item, detail, first, last, area_code, value", "tallies", order="row, item") == stored


def test_open_data_keeps_the_text_of_what_was_set_aside(tmp_path):
    at = loaded(tmp_path, "fly-tipping-defra", TALLIES["fly-tipping-defra"][0])
    assert rows(at, "row, reason, text", "quarantine") == [
        (2, "the row adds up others", "2023-24,E12000009,South West,90,000")
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (GOOD.replace("Logged", "Logged, ocurred: When"), "has an unknown key “columns.ocurred”: did you mean “occurred”?"),
        (GOOD.replace("[recorded]", "[recordd]"), "has a fault: recognise names “recordd”, which is not one of its fields: did you mean “recorded”?"),
        (GOOD.replace("events", "evnts"), "has a fault at “table”: input should be 'events', 'episodes' or 'tallies'."),
        (GOOD.replace("recorded: Logged, ", "").replace("[recorded]", "[category]"), "has a fault: the columns of events need a date: occurred or recorded."),
        (GOOD + "dates: [american]\n", "has a fault at “dates.0”: input should be 'iso', 'day-first', 'day-month-name', 'month-first', 'compact', 'month' or 'excel'."),
        (GOOD + "people: [{role: victim, forename: F}]\n", "has a fault: the victim needs a reference, or a surname and the birth date."),
        (GOOD + "people: [{role: subject, reference: F}]\n", "has a fault: people of events names “subject”, which is not one of its fields: did you mean “suspect”?"),
        (GOOD + "is_open_data: true\npeople: [{role: victim, reference: F}]\n", "has a fault: a source with people is not open data."),
        (GOOD + "breaks: [{first_month: 2024-1, reason: x}]\n", "has a fault at “breaks.0.first_month”"),
        (GOOD + "flags: {answered: {alcohol: {}}}\n", "has a fault at “flags.answered.alcohol.columns”: field required."),
        (GOOD + "snap_m: -1\n", "has a fault at “snap_m”: input should be greater than or equal to 0."),
        (GOOD.replace("Litter: []}", "Litter: []}, unlisted: keep"), "has a fault: category may keep unlisted words only where the source is open data, because people type names:"),
        ("title: [", "is not YAML ("),
        ("- a list", "does not hold the fields of a definition."),
        ("", "does not hold the fields of a definition."),
    ],
)  # fmt: skip
def test_a_card_that_is_wrong_is_told_so_in_one_sentence(text, sentence):
    with pytest.raises(DefinitionError) as refusal:
        read_definition(Card, text, name="parks.yaml")
    assert refusal.value.sentence.startswith(f"parks.yaml: {sentence}")
    assert "\n" not in refusal.value.sentence


def test_a_card_that_is_not_there_names_the_nearest():
    with pytest.raises(BadInput, match=r"there is no card called police-crime\. Did you mean police-crimes\?"):
        find_card("police-crime")


def test_a_partnerships_own_card_goes_before_one_that_ships(tmp_path):
    own = "title: Ours\npartner: police\ntable: events\nrecognise: [occurred]\ncolumns: {occurred: Incident Date}\n"
    at = workspace(tmp_path, ("police-asb", own))
    load(at, EVENTS["police-asb"][0])
    assert rows(at, "source, category") == [("police-asb", None)]


def test_the_breaks_that_a_card_knows_go_into_the_register(tmp_path):
    text = GOOD + "breaks: [{first_month: 2024-02, kind: system, flag: alcohol, reason: A new system}]\n"
    at = workspace(tmp_path, ("parks", text))
    load(at, "Logged,Type\n05/03/2024,Noise\n")
    assert rows(at, "source, flag, first_month, last_month, kind, reason", "breaks", order="1") == [
        ("parks", "alcohol", DAY(2024, 2, 1), None, "system", "A new system")
    ]


def test_a_file_loaded_again_changes_nothing_and_a_changed_one_supersedes(tmp_path):
    at = workspace(tmp_path, ("parks", GOOD))
    load(at, "Logged,Type\n05/03/2024,Noise\n06/03/2024,Noise\n")
    again = load(at, "Logged,Type\n05/03/2024,Noise\n06/03/2024,Noise\n").loads[0]
    changed = load(at, "Logged,Type\n05/03/2024,Litter\n").loads[0]
    assert (again.number, again.files[0].notes) == (0, ("already loaded, unchanged",))
    assert (changed.number, changed.superseded, rows(at, "category")) == (2, 2, [("Litter",)])


# What the card says of a word that it does not list, and what then becomes of a row with one.
UNLISTED = {
    "": ([], [(1, "the category is not one that the card lists")], ()),
    ", unlisted: leave-out": ([(1, None)], [], ("1 row has a category that the card does not list, which is left out",)),
    ", otherwise: other": ([(1, "other")], [], ("1 row has a category that the card does not list, which is called “other”",)),
}  # fmt: skip


@pytest.mark.parametrize("says", UNLISTED)
def test_a_word_that_the_card_does_not_list_is_never_stored(tmp_path, says):
    kept, aside, notes = UNLISTED[says]
    at = workspace(tmp_path, ("parks", GOOD.replace("Litter: []}", "Litter: []}" + says)))
    report = load(at, "Logged,Type\n05/03/2024,Ann Quizzlebert\n06/03/2024,Noise\n")
    assert rows(at, "row, category") == [*kept, (2, "Noise")]
    assert rows(at, "row, reason", "quarantine") == aside
    assert report.loads[0].files[0].notes == notes


def test_open_data_may_keep_what_stands_there_and_a_check_says_so(tmp_path):
    text = GOOD.replace("Litter: []}", "Litter: []}, unlisted: keep") + "is_open_data: true\n"
    at = workspace(tmp_path, ("parks", text))
    load(at, "Logged,Type\n05/03/2024,Dog mess\n")
    assert rows(at, "category") == [("Dog mess",)]
    said = CliRunner().invoke(app, ["card", "check", str(at.folder / "cards" / "parks.yaml")])
    assert "this card stores the category as it stands in the file, whatever people typed there." in said.output


def test_a_section_may_be_any_ward_or_section_that_is_known(tmp_path):
    at = workspace(tmp_path, ("parks", GOOD.replace("category: Type}", "category: Type, section: Where}")))
    text = "Logged,Type,Where\n05/03/2024,Noise,hill top\n05/03/2024,Noise,Ann Quizzlebert\n"
    load(at, text)
    assert at.store.load() is None, "no place is known yet, so that no row could be used"
    header = "LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM\n"
    load(at, header + "E01000001,Smallshire 001A,E05000001,Hill Top,E06000001,Smallshire\n", name="lookup.csv")
    load(at, text)
    assert rows(at, "row, section") == [(1, "Hill Top")]


def test_an_offence_code_has_to_look_like_one(tmp_path):
    at = workspace(tmp_path, ("parks", GOOD.replace("category: Type}", "category: Type, offence_code: Code}")))
    codes = ("8N", "105A", "028E", "20/05", "CD98019A", "Quizzlebert", "NOM7755331", "17 Row")
    load(at, "Logged,Type,Code\n" + "".join(f"05/03/2024,Noise,{code}\n" for code in codes))
    assert rows(at, "offence_code") == [(code,) for code in codes[:5]]
    assert {reason for _, reason in rows(at, "row, reason", "quarantine")} == {
        "the offence code is not written like one"
    }
