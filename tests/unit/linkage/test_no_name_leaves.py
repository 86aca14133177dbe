"""Names stay in memory: no log, error, printed object or file has them."""

import logging
import traceback

import pytest
from unit.linkage.people import SECRETS, a_few, few_linked

from wardmote.errors import WardmoteError
from wardmote.evidence.linkage import link_people, model, tidy


def secrets_in(text):
    return [name for name in SECRETS if name in text.lower()]


def test_records_do_not_show_names_when_they_are_printed():
    assert secrets_in(repr(a_few())) == []


def test_links_do_not_show_names():
    linkage = few_linked()

    assert secrets_in(repr(linkage) + "".join(map(repr, linkage.links))) == []


def test_nothing_is_logged_even_where_all_is_listened_to(lists, caplog, capfd):
    caplog.set_level(1)
    caplog.set_level(1, logger="splink")
    logging.getLogger("splink.internals.database_api").setLevel(1)

    link_people(lists[0].records + lists[1].records)

    assert [record for record in caplog.records if record.name.startswith("splink")] == []
    assert capfd.readouterr() == ("", "")


def test_others_may_log_again_afterwards(caplog):
    link_people(a_few())

    logging.getLogger("another").warning("heard")

    assert "heard" in caplog.text


def test_a_fault_inside_tells_its_kind_and_no_more(monkeypatch):
    # The fault is a real one of DuckDB, which quotes the value that it cannot convert.
    wrong = "CREATE TABLE people AS SELECT surname::DATE AS born, $short AS short, $full AS whole FROM given"
    monkeypatch.setattr(tidy, "_TIDY", wrong)

    with pytest.raises(WardmoteError, match="ConversionException") as caught:
        link_people(a_few())

    assert secrets_in("".join(traceback.format_exception(caught.value))) == []


def test_too_little_memory_is_said_plainly(monkeypatch, lists):
    monkeypatch.setattr(tidy, "MEMORY_LIMIT", "5MB")

    with pytest.raises(WardmoteError, match=r"more memory than there is\. Link fewer records at a time") as caught:
        link_people(lists[0].records + lists[1].records)

    assert caught.value.__context__ is None


def test_nothing_is_written(lists, tmp_path, monkeypatch):
    """Neither to the folder that is worked in nor to the one for temporary files, nor opened anywhere to write."""
    for place in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(place, str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.chdir(tmp_path)

    link_people(lists[0].records + lists[1].records)

    assert list(tmp_path.iterdir()) == []


def test_the_database_has_nowhere_to_spill():
    with tidy.connect() as connection:
        assert connection.execute("SELECT current_setting('temp_directory')").fetchall() == [("",)]


def test_a_long_list_without_twins_is_linked_by_the_weights_that_are_set(lists):
    linkage = link_people(lists[0].records)

    assert not linkage.is_learnt
    assert linkage.person.max() > 0.98 * len(lists[0].records)


def test_weights_are_learnt_only_from_lists_that_are_long_enough(linked):
    assert linked.is_learnt
    assert not few_linked().is_learnt
    assert len(a_few()) < model.FEWEST_TO_LEARN_FROM
