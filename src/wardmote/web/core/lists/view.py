"""A list as the address asks for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet

from wardmote.errors import BadInput
from wardmote.web.core.components import Cell, Link, Option, OptionGroup, Select, Table
from wardmote.web.core.holding import holding
from wardmote.web.core.lists.listing import Choice, Column, Listing
from wardmote.web.core.wording import plural


@dataclass(frozen=True)
class Head:
    """The head of a column: a link that sorts by it, and how it is sorted now ("ascending", "descending" or "")."""

    text: str
    href: str = ""
    sorted: str = ""


@dataclass(frozen=True)
class ListView:
    """What stands on the page: the sentence, the filters, the table and the ways on."""

    name: str
    sentence: str
    search: str | None
    selects: tuple[Select, ...]
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    pages: tuple[Link, ...]
    page: int
    page_count: int
    downloads: tuple[Link, ...]
    is_narrowed: bool

    @property
    def table(self) -> Table:
        """The same rows as a table whose heads sort nothing."""
        return Table(self.sentence, tuple(head.text for head in self.heads), self.rows)


def list_view[R](listing: Listing[R], rows: QuerySet[Any] | Sequence[R], asked: Mapping[str, str]) -> ListView:
    """The page of the list that the address asks for; two queries, whatever its length."""
    chosen = chosen_of(listing, rows, asked)
    page = Paginator(chosen, listing.page_size).get_page(asked.get("page"))
    return ListView(
        name=listing.name,
        sentence=_sentence(listing, page),
        search=asked.get("search", "") if listing.searched else None,
        selects=tuple(_select(choice, asked.get(choice.name, "")) for choice in listing.choices),
        heads=tuple(_head(column, listing, asked) for column in listing.columns),
        rows=tuple(tuple(column.cell(row) for column in listing.columns) for row in page.object_list),
        pages=_pages(page, asked),
        page=page.number,
        page_count=page.paginator.num_pages,
        downloads=tuple(Link(kind.upper(), _address(asked, page="", download=kind)) for kind in ("csv", "ods")),
        is_narrowed=any(asked.get(name) for name in ("search", *(choice.name for choice in listing.choices))),
    )


def chosen_of[R](
    listing: Listing[R], rows: QuerySet[Any] | Sequence[R], asked: Mapping[str, str]
) -> QuerySet[Any] | Sequence[R]:
    """What the address asks for of what is kept in the database; what comes from elsewhere stays whole, in its own order."""
    return narrowed(listing, rows, asked) if isinstance(rows, QuerySet) else rows


def narrowed[R: Model](listing: Listing[R], queryset: QuerySet[R], asked: Mapping[str, str]) -> QuerySet[R]:
    """What is left after the filters and the search, in the order that was asked for; raises `BadInput`."""
    for choice in listing.choices:
        queryset = queryset.filter(**_lookup(choice, asked.get(choice.name, "")))
    # A null character is no letter in any database.
    if listing.searched and (words := asked.get("search", "").replace("\0", "").strip()[:200]):
        queryset = queryset.filter(holding(queryset.model, listing.searched, words))
    return queryset.order_by(*_order(listing, asked), "pk")


def _lookup(choice: Choice, value: str) -> dict[str, Any]:
    if not value:
        return {}
    for name, _, lookup in choice.options:
        if name == value:
            return lookup
    names = ", ".join(name for name, _, _ in choice.options)
    raise BadInput(f"“{value}” cannot be chosen for {choice.label.lower()}", do=f"choose one of {names}")


def _order(listing: Listing[Any], asked: Mapping[str, str]) -> tuple[str, ...]:
    wanted = asked.get("sort") or listing.order
    column = next((one for one in listing.columns if one.sort and one.name == wanted.lstrip("-")), None)
    if column is None:
        names = ", ".join(one.name for one in listing.columns if one.sort)
        raise BadInput(f"This list cannot be sorted by “{wanted}”", do=f"choose one of {names}")
    return (f"-{column.sort}" if wanted.startswith("-") else column.sort,)


def _head(column: Column[Any], listing: Listing[Any], asked: Mapping[str, str]) -> Head:
    if not column.sort:
        return Head(column.head)
    now = asked.get("sort") or listing.order
    sorted_by = {column.name: "ascending", f"-{column.name}": "descending"}.get(now, "")
    wanted = f"-{column.name}" if sorted_by == "ascending" else column.name
    return Head(column.head, _address(asked, sort=wanted, page=""), sorted_by)


def _select(choice: Choice, chosen: str) -> Select:
    options = (Option("", "All", not chosen), *(Option(name, text, name == chosen) for name, text, _ in choice.options))
    return Select(name=choice.name, label=choice.label, groups=(OptionGroup("", options),))


def _sentence(listing: Listing[Any], page: Page) -> str:
    total = page.paginator.count
    if page.paginator.num_pages == 1:
        return f"{plural(total, listing.noun, listing.nouns)}."
    return f"{page.start_index():,} to {page.end_index():,} of {plural(total, listing.noun, listing.nouns)}."


def _pages(page: Page, asked: Mapping[str, str]) -> tuple[Link, ...]:
    links = []
    if page.has_previous():
        links.append(Link("Previous page", _address(asked, page=str(page.previous_page_number()))))
    if page.has_next():
        links.append(Link("Next page", _address(asked, page=str(page.next_page_number()))))
    return tuple(links)


def _address(asked: Mapping[str, str], **changes: str) -> str:
    query = {**{name: asked[name] for name in asked}, **changes}
    return "?" + urlencode({name: value for name, value in query.items() if value})
