"""A page of sections: what most pages of governance are made of."""

from dataclasses import dataclass

from wardmote.web.core.components import Fact, Line, Link, Table


@dataclass(frozen=True)
class Section:
    """A part of a page: a heading, a sentence, then facts, lines, a table or words as they were typed."""

    heading: str
    sentence: str = ""
    facts: tuple[Fact, ...] = ()
    lines: tuple[Line, ...] = ()
    table: Table | None = None
    text: str = ""
    links: tuple[Link, ...] = ()
    empty: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing but `empty` can be shown."""
        return not (self.facts or self.lines or self.text or (self.table and self.table.rows))


@dataclass(frozen=True)
class Page:
    """`lead` is the sentence that the page opens with; `buttons` are what the reader may do here."""

    heading: str
    lead: str = ""
    sections: tuple[Section, ...] = ()
    buttons: tuple[Link, ...] = ()
    back: Link | None = None
