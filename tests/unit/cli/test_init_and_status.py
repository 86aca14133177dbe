"""Making a workspace, asking how it stands, and being told what is wrong with it."""

from pathlib import Path

import pytest
from evidence_files import crime, street_file, taken

BCP = "Bournemouth, Christchurch and Poole"


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_workspace_by_name(wardmote, tmp_path):
    said = wardmote("init", tmp_path / "bcp", "--area", BCP)
    assert (said.code, said.err) == (0, "")
    assert said.out == f"Made {tmp_path / 'bcp'} for {BCP}. Next: wardmote load PATH...\n"
    said = wardmote("status", "--workspace", tmp_path / "bcp")
    assert said.out == f"{BCP}: nothing is loaded yet. Its area ({BCP}) is resolved when a lookup arrives.\n"


def test_a_workspace_by_a_list_of_codes_with_sections(wardmote, tmp_path):
    codes = written(tmp_path / "codes.csv", "LSOA code,Name\ne01015292,One\nE01015293,Two\n")
    sections = written(tmp_path / "sections.csv", "lsoa_code,section\nE01015292,North\nE01015293,South\n")
    assert wardmote("init", tmp_path / "ours", "--lsoas", codes, "--sections", sections, "--name", "Ours").code == 0
    street_file(tmp_path, [crime(1), crime(2, **{"LSOA code": "E01015293"})])
    assert wardmote("load", tmp_path / "2025-01", "--workspace", tmp_path / "ours").code == 0
    assert wardmote("status", "--workspace", tmp_path / "ours").out.splitlines() == [
        "Ours, after load 1.",
        "Area found: 2 LSOAs by the file of LSOA codes.",
        "Counted by LSOAs as the crime files name them, until a lookup is loaded; sections by the workspace's own file.",
        "Home force: dorset.",
        "Crimes of dorset: 1 month, 2025-01.",
        "No population is loaded, so there are no rates yet.",
    ]


NOT_CODES = {
    "": "holds no LSOA codes. Give one code a line, such as E01015292.",
    "LSOA code\n": "holds no LSOA codes. Give one code a line, such as E01015292.",
    "E01015292\nBH1 1AA\n": "line 2 is not an LSOA code of England or Wales (“BH1 1AA”). Write codes like E01015292.",
}
NOT_SECTIONS = {
    "": "does not map LSOA codes to sections. Give it the columns lsoa_code and section.",
    "code,name\nE01015292,North\n": ("does not map LSOA codes to sections. Give it the columns lsoa_code and section."),
    "lsoa_code,section\n": "holds no sections. Give a line for each LSOA code.",
    "lsoa_code,section\nE01015292\n": "line 2 gives no section. Name a section for each LSOA code.",
    "lsoa_code,section\nE01015292,North\nE01015292,South\n": (
        "line 3 puts E01015292 into a second section. Choose one section for it."
    ),
    "lsoa_code,section\nNorth,E01015292\n": (
        "line 2 is not an LSOA code of England or Wales (“NORTH”). Write codes like E01015292."
    ),
}


@pytest.mark.parametrize(("text", "sentence"), NOT_CODES.items())
def test_a_file_that_lists_no_codes_is_refused(wardmote, tmp_path, text, sentence):
    path = written(tmp_path / "codes.csv", text)
    said = wardmote("init", tmp_path / "ours", "--lsoas", path)
    assert (said.code, said.out, said.err) == (1, "", f"{path}: {sentence}\n")
    assert not (tmp_path / "ours").exists()


@pytest.mark.parametrize(("text", "sentence"), NOT_SECTIONS.items())
def test_a_file_that_maps_no_sections_is_refused(wardmote, tmp_path, text, sentence):
    path = written(tmp_path / "sections.csv", text)
    said = wardmote("init", tmp_path / "ours", "--area", BCP, "--sections", path)
    assert (said.code, said.out, said.err) == (1, "", f"{path}: {sentence}\n")
    assert not (tmp_path / "ours").exists()


def test_a_workspace_is_not_made_over_another_nor_over_a_file_nor_for_nowhere(wardmote, tmp_path):
    wardmote("init", tmp_path / "ours", "--area", BCP)
    file = written(tmp_path / "file", "")
    assert wardmote("init", tmp_path / "ours", "--area", "Bristol").err == (
        f"{tmp_path / 'ours'}: is a workspace already. Choose another folder.\n"
    )
    assert (
        wardmote("init", file, "--area", BCP).err == f"{file}: cannot be made (File exists). Choose another folder.\n"
    )
    assert wardmote("init", tmp_path / "none").err == (
        "no area was chosen. Name one with --area, or give a file of LSOA codes with --lsoas.\n"
    )


@pytest.mark.parametrize("settings", [b"", b"[partnership", b"[partnership]\nname = 1\nlsoas = 2\n", b"\xff\xfe"])
def test_settings_that_cannot_be_read_are_told_in_one_sentence(wardmote, tmp_path, settings):
    (tmp_path / "wardmote.toml").write_bytes(settings)
    said = wardmote("status", "--workspace", tmp_path)
    assert said.code == 1
    assert said.err.startswith(f"{tmp_path / 'wardmote.toml'}: cannot be read (")
    assert said.err.endswith("Mend the file or make it again.\n")
    assert len(said.err.splitlines()) == 1


def test_a_load_that_was_never_made_is_told_with_those_that_were(wardmote, tmp_path):
    wardmote("init", tmp_path / "ours", "--area", BCP)
    assert wardmote("status", "-w", tmp_path / "ours", "--as-of-load", 3).err == (
        "the evidence store: there is no load 3. Choose one of: none yet.\n"
    )


def test_the_tables_of_loads_and_of_what_was_set_aside(wardmote, open_data, tmp_path):
    given = taken(tmp_path / "given", open_data / "police_uk" / "dorset.zip", "2025-07/2025-07-dorset-street.csv")
    wardmote("init", tmp_path / "ours", "--area", BCP)
    said = wardmote("load", given, "--workspace", tmp_path / "ours")
    assert [line.split() for line in said.out.splitlines() if line] == [
        ["Load", "1:", "given"],
        ["File", "Read", "Kept", "Quarantined", "Superseded"],
        ["2025-07/2025-07-dorset-street.csv", "5,931", "5,927", "4", "0"],
        ["In", "all", "5,931", "5,927", "4", "0"],
    ]
    loads = wardmote("loads", "-w", tmp_path / "ours").out.splitlines()[1:]
    assert [line.split()[3:] for line in loads] == [["police-uk", "given", "5,931", "5,927", "4", "0"]]
    listed = wardmote("quarantine", "-w", tmp_path / "ours").out
    assert listed.count("the same crime stands word for word on an earlier row of the file") == 4
    assert listed.endswith("4 of 4 rows set aside.\n")
