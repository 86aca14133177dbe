"""Characters that no font can show are put in words, and nothing else is changed."""

import io

import pikepdf
import pypdfium2
import pytest
from unit.reports.made_up import board_papers

from wardmote.reports.lettering import spelt_out
from wardmote.reports.papers import Appendix, papers_pdf

SHOWN = set("abcdefghijklmnopqrstuvwxyz 1ŵ&<>\u0301")


def can_show(letters):
    return all(SHOWN.issuperset(letter) for letter in letters)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("well done \N{PARTY POPPER} all", "well done [party popper] all"),
        ("\N{PARTY POPPER}\N{CROSS MARK}", "[party popper][cross mark]"),
        ("\N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4} yes", "[thumbs up sign] yes"),
        ("by \u0a38\u0a24 \u0a38", "by [3 characters that no font here can show]"),
        ("\uf0b7 a bullet", "[1 character that no font here can show] a bullet"),
        ("one\x0btwo", "one two"),
        ("\ufeffpasted\u00adin", "pastedin"),
        ("\x07\ufeff", "[nothing that can be shown]"),
        ("1\ufe0f\u20e3 item", "1 item"),
        (
            "\u0a38 1\ufe0f\u20e3 \N{PARTY POPPER} \u0a38",
            "[1 character that no font here can show] 1 [party popper] [1 character that no font here can show]",
        ),
        ("nothing & <odd> here ŵ or a\u0301", "nothing & <odd> here ŵ or a\u0301"),
    ],
)
def test_what_stands_for_a_character(written, read):
    view = {"rows": [["a", written], []], "count": 3, "is_wide": False, "title": {"text": written}}

    spelt = spelt_out(view, can_show)

    assert spelt == {"rows": [["a", read], []], "count": 3, "is_wide": False, "title": {"text": read}}


def test_a_mark_and_its_letter_that_can_be_shown_apart_and_not_together_lose_the_mark():
    assert spelt_out({"text": "a\u0301 b"}, lambda letters: "a\u0301" not in letters) == {"text": "a b"}


def test_what_pdf_ua_forbids_is_left_out_though_a_font_could_show_it():
    assert spelt_out({"text": "a\ufeffb"}, lambda _letters: True) == {"text": "ab"}


def test_few_questions_find_the_odd_character_among_many():
    asked = []

    def counted(letters):
        asked.append(letters)
        return "\u4e00" not in letters

    spelt_out({"text": "".join(map(chr, range(0x4DC0, 0x4E80)))}, counted)

    assert len(asked) < 25


def words_of(content):
    document = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("two\x0blines", "two lines"),
        ("pas\ufeffted", "pasted"),
        ("\x07", "[nothing that can be shown]"),
        ("odd \U0010fffd", "odd [1 character that no font here can show]"),
    ],
)
def test_a_pdf_is_made_of_such_words_and_no_glyph_of_it_is_missing(word, read):
    content = papers_pdf(board_papers(word))

    assert words_of(content).count(read) >= 4
    with pikepdf.open(io.BytesIO(content)) as document, document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_welsh_letters_and_ticks_stay_beside_a_character_that_cannot_be_shown():
    content = papers_pdf(board_papers("Tŷ Gŵyr \x07 ✓"))

    assert "Tŷ Gŵyr ✓" in words_of(content)


def test_a_pack_with_the_pdfs_of_others_puts_them_in_words_too(tmp_path):
    path = tmp_path / "supplied.pdf"
    with pikepdf.new() as supplied:
        supplied.add_blank_page()
        supplied.save(path)
    appendix = Appendix("Appendix 1", "plan \x07.pdf", path, 1, "http://wardmote.example/papers/1/")

    content = papers_pdf(board_papers("odd \U0010fffd", appendices=(appendix,)))

    assert words_of(content).count("odd [1 character that no font here can show]") >= 4
