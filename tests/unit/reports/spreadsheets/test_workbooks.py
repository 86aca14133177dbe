"""Both spreadsheet formats, read again by another library: the Analysis Function's layout, cell by cell."""

import zipfile

import odfdo
import openpyxl
import pytest
from unit.reports.made_up import AWKWARD

from wardmote.reports.spreadsheets import Sheet, Workbook, write_ods, write_xlsx

ROWS = ((AWKWARD, 2.5, 1234), ("=1+1", "[c]", 5), ("https://example.org", 0, "[x]"))
BOOK = Workbook(
    title=f"A report of {AWKWARD}",
    author="Exampleshire",
    cover=("What it is.", "What it stands on."),
    notes=("Counted by month.",),
    tables=(
        Sheet("Figures", "Figures of the quarter", ("Source: invented.",), ("Measure", "Value", "Count"), ROWS),
        Sheet("Flags", "Flags", (), ("Flag",), (("alcohol",),)),
    ),
)
TABS = ["Cover", "Contents", "Notes", "Figures", "Flags"]
FIGURES = [
    ["Figures of the quarter", None, None],
    ["This sheet holds one table.", None, None],
    ["Source: invented.", None, None],
    ["Measure", "Value", "Count"],
    *[list(row) for row in ROWS],
]


@pytest.fixture(scope="module")
def xlsx(tmp_path_factory):
    path = tmp_path_factory.mktemp("xlsx") / "book.xlsx"
    write_xlsx(BOOK, path)
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def ods_path(tmp_path_factory):
    path = tmp_path_factory.mktemp("ods") / "book.ods"
    write_ods(BOOK, path)
    return path


@pytest.fixture(scope="module")
def ods(ods_path):
    return odfdo.Document(ods_path)


def test_xlsx_holds_every_cell_as_it_was_given(xlsx):
    assert xlsx.sheetnames == TABS
    assert [[cell.value for cell in row] for row in xlsx["Figures"].iter_rows()] == FIGURES
    assert [cell.value for cell in xlsx["Cover"]["A"]] == [BOOK.title, *BOOK.cover]


def test_ods_holds_every_cell_as_it_was_given(ods):
    assert [table.name for table in ods.body.tables] == TABS
    assert ods.body.get_table(name="Figures").get_values() == FIGURES
    assert ods.body.get_table(name="Cover").get_values() == [[line] for line in (BOOK.title, *BOOK.cover)]


def test_words_are_never_formulas_or_links(xlsx):
    assert xlsx["Figures"]["A6"].data_type == "s"
    assert xlsx["Figures"]["A7"].hyperlink is None


@pytest.mark.parametrize("tab", TABS[1:])
def test_a_sheet_has_one_named_table_nothing_merged_and_a_frozen_header(xlsx, tab):
    page = xlsx[tab]
    (table,) = page.tables.values()
    header = int(table.ref.split(":")[0][1:])
    assert table.name == tab.lower()
    assert not page.merged_cells.ranges
    assert page.freeze_panes == f"B{header + 1}"
    assert all(row[0].value not in (None, "") for row in page.iter_rows())
    assert all(cell.value is not None for row in page.iter_rows(min_row=header) for cell in row)


def test_ods_names_its_tables_and_freezes_their_headers(ods_path):
    with zipfile.ZipFile(ods_path) as archive:
        content, settings = (archive.read(name).decode() for name in ("content.xml", "settings.xml"))
    assert 'table:name="figures"' in content
    assert 'table:target-range-address="Figures.A4:Figures.C7"' in content
    assert "number-columns-spanned" not in content
    view = settings.partition('config:name="Figures"')[2].partition("</config:config-item-map-entry>")[0]
    assert '"VerticalSplitMode" config:type="short">2<' in view
    assert '"VerticalSplitPosition" config:type="int">4<' in view


def test_the_contents_lead_to_every_sheet(xlsx, ods_path):
    links = [cell.hyperlink.location for cell in xlsx["Contents"]["A"] if cell.hyperlink]
    assert links == [f"'{tab}'!A1" for tab in TABS[2:]]
    with zipfile.ZipFile(ods_path) as archive:
        content = archive.read("content.xml").decode()
    assert all(f'xlink:href="#{tab}.A1"' in content for tab in TABS[2:])


@pytest.mark.parametrize(
    ("tab", "header", "rows"),
    [
        ("Two words", ("A",), (("x",),)),
        ("Empty", ("A",), ()),
        ("Blank", ("A", "B"), (("x", ""),)),
        ("Short", ("A", "B"), (("x",),)),
        ("Twice", ("A", "A"), (("x", "y"),)),
    ],
)
def test_a_sheet_that_breaks_the_rules_cannot_be_made(tab, header, rows):
    with pytest.raises(ValueError, match=tab):
        Sheet(tab, "Title", (), header, rows)
