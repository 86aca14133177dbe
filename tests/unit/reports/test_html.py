"""The page: whole in itself, in order, and safe with any words."""

import itertools
import re
from html.parser import HTMLParser

import pytest
from unit.reports.made_up import AWKWARD, assessment

from wardmote.reports.html import render_html
from wardmote.reports.view import draw_figures, view_of

VOID = {"meta", "br", "hr", "img", "input", "link"}


class Reader(HTMLParser):
    """Collects what the tests ask about, and fails on tags that do not match."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.ids, self.targets, self.words = [], [], [], [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if given.get("href", "").startswith("#"):
            self.targets.append(given["href"][1:])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"style", "text"} & set(self.open):
            self.words.append(data)


@pytest.fixture(scope="module")
def read(page):
    reader = Reader()
    reader.feed(page)
    return reader


def test_the_tags_match(read):
    assert read.open == []


def test_the_page_asks_for_nothing_from_elsewhere(page, read):
    assert not [tag for tag, _ in read.tags if tag in ("script", "link", "img", "iframe")]
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert not re.search(r"@import|url\((?!#)", page)


def test_it_names_itself_its_language_and_its_main_part(read):
    tags = [tag for tag, _ in read.tags]
    assert ("html", {"lang": "en-GB"}) in read.tags
    assert (tags.count("h1"), tags.count("main"), tags.count("title")) == (1, 1, 1)
    assert tags.index("a") < tags.index("header")


def test_headings_go_down_one_step_at_a_time(read):
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_every_link_inside_the_page_arrives_and_no_id_is_twice(read):
    assert set(read.targets) <= set(read.ids)
    assert len(read.ids) == len(set(read.ids))


def test_every_table_has_a_caption_and_headers_for_rows_and_columns(page):
    tables = re.findall(r"<table>.*?</table>", page, flags=re.DOTALL)
    assert len(tables) == 7
    for table in tables:
        assert table.count("<caption>") == 1
        assert table.count('scope="row"') == len(re.findall("<tr>", table)) - 1
        assert 'scope="col"' in table


def test_figures_are_numbered_without_a_gap(page):
    numbers = re.findall(r"<strong>Figure (\d+):", page)
    assert numbers == ["1", "2", "3", "4", "5", "6"]


def test_a_paragraph_names_what_it_speaks_of_by_number(page):
    assert "See Table 1 and Figure 1." in page


def test_awkward_words_stay_words(read):
    assert any(AWKWARD in words for words in read.words)
    assert "b" not in [tag for tag, _ in read.tags]


def test_what_is_waited_for_is_said(read):
    words = " ".join(read.words)
    assert "Waiting for: the log of" in words
    assert "Still waiting for the log." in words


def test_the_page_is_as_it_was(snapshot):
    document = assessment()
    page = render_html(view_of(document, draw_figures(document)))
    page = re.sub(r"<style>.*?</style>", "<style></style>", page, flags=re.DOTALL)
    assert re.sub(r"(<svg )[^>]*?(aria-label)(.*?>).*?</svg>", r"\1\2\3</svg>", page, flags=re.DOTALL) == snapshot
