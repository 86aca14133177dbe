"""Who was in a record: by pseudonym, the same for the same person, and by nothing else."""

import stat
import sys

import pytest
from dock_files import CARD, card, csv_text, incident, load, rows, set_aside, workspace

from wardmote.errors import BadInput
from wardmote.evidence.dock.pseudonymised import pseudonymised
from wardmote.evidence.people import Key


def people(at):
    return rows(at, "row, role, person", "event_people", order="row, role, person")


def named(number, **person):
    return incident(number, **{f"Victim_{part}": value for part, value in person.items()})


def test_a_pseudonym_is_the_hmac_of_what_identifies_somebody(tmp_path):
    at = workspace(tmp_path)
    load(at, csv_text([named(1, Ref=" nom-1 "), named(2, Forename="Zoë", Surname="O'Brien-Łuk", DOB="01/02/1980")]))
    key = Key.of(at.folder / "keys")
    assert people(at) == [
        (1, "victim", key.pseudonym("number", "watch", "NOM1")),
        (2, "victim", key.pseudonym("name", "zoe", "obrienluk", "1980-02-01")),
    ]
    assert rows(at, "event") == [(key.pseudonym("record", "watch", "W1"),), (key.pseudonym("record", "watch", "W2"),)]


@pytest.mark.parametrize(
    ("forename", "surname", "born"),
    [
        ("ZOE", "OBRIEN", "1980-02-01"),
        ("Zoé", "O’Brien", "1 Feb 1980"),
        (" zoe ", "O-Brien", "1/2/80"),
        ("Zoë", "O Brien", "29252"),
    ],
)
def test_the_same_person_however_written(tmp_path, forename, surname, born):
    at = workspace(tmp_path)
    load(
        at,
        csv_text(
            [
                named(1, Forename="Zoë", Surname="O'Brien", DOB="01/02/1980"),
                named(2, Forename=forename, Surname=surname, DOB=born),
            ]
        ),
    )
    assert len({person for _, _, person in people(at)}) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"Forename": "Zoe", "Surname": "Brien", "DOB": "01/02/1980"},
        {"Forename": "Zoe", "Surname": "O'Brien", "DOB": "02/02/1980"},
    ],
)
def test_somebody_else_is_somebody_else(tmp_path, other):
    at = workspace(tmp_path)
    load(at, csv_text([named(1, Forename="Zoe", Surname="O'Brien", DOB="01/02/1980"), named(2, **other)]))
    assert len({person for _, _, person in people(at)}) == 2


@pytest.mark.parametrize("nobody", ["", "N/A", "Unknown", "The State", "-", "not known"])
def test_words_for_nobody_are_nobody(tmp_path, nobody):
    at = workspace(tmp_path)
    load(at, csv_text([named(1, Ref=nobody, Surname=nobody)]))
    assert people(at) == []


@pytest.mark.parametrize(
    "vague", [{"Surname": "Smith"}, {"Surname": "Smith", "DOB": "01/01/1900"}, {"Forename": "A", "DOB": "1/2/1980"}]
)
def test_somebody_too_vague_to_be_told_apart_is_there_without_a_pseudonym(tmp_path, vague):
    at = workspace(tmp_path)
    load(at, csv_text([named(1, **vague)]))
    assert people(at) == [(1, "victim", None)]


def test_a_reference_goes_before_a_name(tmp_path):
    at = workspace(tmp_path)
    who = {"Forename": "Zoe", "Surname": "Bee", "DOB": "01/02/1980"}
    load(at, csv_text([named(1, Ref="N1", **who), named(2, Ref="N2", **who)]))
    assert len({person for _, _, person in people(at)}) == 2


def test_several_people_of_one_record_are_one_event(tmp_path):
    at = workspace(tmp_path)
    load(at, csv_text([named(1, Ref="N1"), named(1, Ref="N2"), named(1, Ref="N2"), named(2, Ref="N1")]))
    assert rows(at, "row") == [(1,), (4,)]
    assert [(row, role) for row, role, _ in people(at)] == [(1, "victim"), (1, "victim"), (4, "victim")]
    assert set_aside(at) == [(3, "the same record stands word for word on an earlier row")]


def test_records_of_one_reference_that_are_different_crimes_stay_two(tmp_path):
    at = workspace(tmp_path)
    load(at, csv_text([incident(1, Type="Assault"), incident(1, Type="Theft")]))
    assert rows(at, "category") == [("Assault",), ("Theft",)]


def test_a_later_file_without_people_leaves_none_behind(tmp_path):
    at = workspace(tmp_path)
    load(at, csv_text([named(1, Ref="N1")]))
    load(at, csv_text([incident(1)]), name="later.csv")
    assert (len(rows(at, "row")), people(at)) == (1, [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such permissions")
def test_the_key_is_for_its_owner_alone(tmp_path):
    at = workspace(tmp_path)
    load(at, csv_text([named(1, Ref="N1")]))
    path = at.folder / "keys" / "people.key"
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)


def test_the_key_stays_the_same(tmp_path):
    assert Key.of(tmp_path / "keys") == Key.of(tmp_path / "keys")
    assert Key.of(tmp_path / "keys").secret.hex() not in repr(Key.of(tmp_path / "keys"))


@pytest.mark.parametrize("content", ["", "secret", "zz" * 32])
def test_what_is_no_key_is_refused(tmp_path, content):
    (tmp_path / "a.key").write_text(content, encoding="ascii")
    with pytest.raises(BadInput, match="is not a key of 64 signs"):
        Key.read(tmp_path / "a.key")


PEOPLE = [
    incident(1, Victim_Forename="Zoë", Victim_Surname="Bee", Victim_DOB="1/2/1980", Notes="Mr Bee was drunk", Easting=408512, Northing=91123, Address="1 High St"),
    incident(1, Victim_Forename="Cid", Victim_Surname="Dee", Victim_DOB="3/4/1970", Notes="Mr Bee was drunk", Easting=408512, Northing=91123, Address="1 High St"),
    incident(2, Suspect_Ref="S9", Postcode="BH1 2AB", Knife="Y"),
]  # fmt: skip


def test_a_file_pseudonymised_by_its_agency_loads_as_the_file_itself(tmp_path):
    snapped = CARD.replace("snap_m: 0", "snap_m: 100")
    direct, sent = (workspace(tmp_path / name, ("watch", snapped)) for name in ("direct", "sent"))
    load(direct, csv_text(PEOPLE))
    key = Key.of(direct.folder / "keys")
    (sent.folder / "keys").mkdir()
    (sent.folder / "keys" / "people.key").write_text(key.secret.hex(), encoding="ascii")
    text = pseudonymised(csv_text(PEOPLE).encode(), card(snapped), key, name="watch.csv")
    load(sent, text)
    assert people(sent) == people(direct)
    assert rows(sent, "*") == rows(direct, "*")
    for planted in ("Zo", "Bee", "Cid", "1980", "1970", "S9", "W/1", "2AB", "408512", "91123", "High", "Mr"):
        assert planted not in text


def test_pseudonyms_of_another_key_are_set_aside(tmp_path):
    at = workspace(tmp_path)
    text = pseudonymised(csv_text(PEOPLE).encode(), card(), Key(b"\1" * 32), name="watch.csv")
    report = load(at, text)
    assert "a pseudonym was made with another key than the partnership’s" in report.not_loaded[0].reason
