"""Lines split at once are what the reader of one record after another makes of them, or are left to it."""

import csv

from hypothesis import given, settings
from hypothesis import strategies as st

from wardmote.evidence.dock.csv_records import Records
from wardmote.evidence.dock.plain_lines import PlainLines, plain_lines, whole_of

CELLS = st.text(alphabet='ab ,;"\n\r\0\x1f\ufeffé', max_size=5)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=3), min_size=1, max_size=8)
LINES = st.lists(st.text(alphabet='ab,"; ', max_size=8), min_size=1, max_size=8)


def as_read_one_by_one(lines):
    return [(number, fields) for number, fields, _ in Records(lines, ",")]


def check(lines):
    found = plain_lines(lines, delimiter=",", number=0)
    if found is None:
        return
    expected = [(number, fields) for number, fields in as_read_one_by_one(lines) if any(map(str.strip, fields))]
    read = [(number, fields) for number, fields in found.records() if any(map(str.strip, fields))]
    assert read == expected
    for (_, fields), whole in zip(found.records(), found.wholes, strict=True):
        assert whole == whole_of(fields) or not any(map(str.strip, fields))


@settings(max_examples=1000, deadline=None)
@given(LINES)
def test_any_lines(lines):
    check(lines)


@settings(max_examples=500, deadline=None)
@given(ROWS, st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_rows_as_programs_write_them(rows, quoting):
    class Kept(list):
        def write(self, text):
            self.append(text)

    kept = Kept()
    csv.writer(kept, quoting=quoting, lineterminator="\n").writerows(rows)
    check("".join(kept).split("\n")[:-1])


@settings(max_examples=300, deadline=None)
@given(LINES, st.integers(1, 4), st.integers(0, 3))
def test_a_file_in_blocks_is_the_file(lines, size, after):
    records = Records(lines, ",")
    found = []
    for block in records.blocks(after=after, size=size):
        found += block.records() if isinstance(block, PlainLines) else [(number, fields) for number, fields, _ in block]
    said = [(number, fields) for number, fields in found if any(map(str.strip, fields))]
    assert said == [one for one in as_read_one_by_one(lines)[after:] if any(map(str.strip, one[1]))]


def test_what_most_files_hold_is_split_at_once():
    assert plain_lines(['1,"High Street, 2",x', "", "2,,y"], delimiter=",", number=5) is not None
    assert plain_lines(['1,"He said ""no""",x', "2,,y"], delimiter=",", number=5) is not None
    assert plain_lines(['1,"open', "2,,y"], delimiter=",", number=5) is None
    assert plain_lines(["1,2,3", "1,2"], delimiter=",", number=5) is None
