"""The documents that the code is read with."""

import re

from architecture.tree import ROOT, text_of

DECISION_PARTS = ["Context", "Decision", "Alternatives", "Consequences"]
TERMS_THAT_DIFFER = {"crime", "incident", "offence", "occurrence", "person"}
TERMS_OF_THE_STORE = {"load", "slice", "quarantine", "supersede"}
TERMS_OF_A_FINDING = {"measure", "series", "finding", "base", "rate", "interval", "distinguishable"}


def glossary():
    return re.findall(r"^\*\*([^*]+)\*\*", text_of(ROOT / "GLOSSARY.md"), flags=re.MULTILINE)


def test_the_glossary_defines_each_word_once():
    assert len(glossary()) == len(set(glossary()))


def test_the_glossary_is_in_order():
    assert glossary() == sorted(glossary(), key=str.lower)


def test_the_glossary_has_the_words_that_matter_most():
    assert (TERMS_THAT_DIFFER | TERMS_OF_THE_STORE | TERMS_OF_A_FINDING) - set(glossary()) == set()


def test_each_decision_has_its_parts():
    for record in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")):
        assert re.findall(r"^## (.+)$", text_of(record), flags=re.MULTILINE) == DECISION_PARTS, record.name


def test_decisions_are_numbered_without_a_gap():
    numbers = sorted(int(record.name[:4]) for record in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))

    assert numbers == list(range(1, len(numbers) + 1))


def test_links_between_documents_lead_somewhere():
    broken = [
        f"{page.relative_to(ROOT)} -> {target}"
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text_of(page))
        if not (page.parent / target).exists()
    ]

    assert broken == []
