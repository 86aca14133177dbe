"""What is the reader's to do, from every room on one page."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.api.offers import data_page
from wardmote.web.core.components import Cell
from wardmote.web.core.lists import Column, Listing, answer_list
from wardmote.web.core.lists.told import LONGEST_PAGE, whole_number
from wardmote.web.core.own import OwnTasks, Task
from wardmote.web.core.wording import plain_day

_LISTING: Listing[Task] = Listing(
    name="my-actions",
    noun="thing to do",
    nouns="things to do",
    columns=(
        Column("title", "What is to be done", lambda one: Cell(one.title, href=one.href)),
        Column("source", "Where it comes from", lambda one: Cell(one.source)),
        Column("due", "By when", lambda one: Cell(plain_day(one.due_on) if one.due_on else "no day set")),
        Column("stands", "How it stands", lambda one: Cell(_stands(one), note=one.note)),
    ),
    order="",
)


@dataclass(frozen=True)
class TaskTold:
    """One thing to do; `page` is where it is dealt with."""

    title: str
    source: str
    due_on: date | None
    stands: str
    note: str
    is_late: bool
    page: str


@dataclass(frozen=True)
class OwnTold:
    """One page of what is the member's to do, the soonest first, and how many there are in all."""

    count: int
    page: int
    pages: int
    rows: list[TaskTold]


def own_told(request: HttpRequest, partnership: str) -> OwnTold:
    """What is the member's to do, the soonest first."""
    size = whole_number(request, "size", default=_LISTING.page_size, most=LONGEST_PAGE)
    number = whole_number(request, "page", default=1, most=10**9)
    pages = Paginator(OwnTasks(acting(request)), size)
    rows = [_told(one) for one in pages.page(number)] if number <= pages.num_pages else []
    return OwnTold(pages.count, number, pages.num_pages, rows)


@data_page(own_told, takes=("page", "size"))
def show(request: HttpRequest, partnership: str) -> HttpResponse:
    """What is the reader's to do, the soonest first."""
    actor = acting(request)
    tasks = OwnTasks(actor)
    context = {"heading": "My actions", "sentence": _sentence(actor, tasks), "partnership": partnership}
    return answer_list(request, _LISTING, tasks, template="core/own.html", context=context)


def _sentence(actor: Actor, tasks: OwnTasks) -> str:
    if not tasks:
        return f"Nothing waits for {actor.name} in {actor.partnership}."
    first = tasks[0]
    if first.due_on is None:
        return f"{tasks.number_in_words}, without a day that is set."
    return f"{tasks.number_in_words}. The first {'was' if first.is_late else 'is'} due by {plain_day(first.due_on)}."


def _stands(task: Task) -> str:
    return f"{task.stands}, late" if task.is_late else task.stands


def _told(task: Task) -> TaskTold:
    return TaskTold(task.title, task.source, task.due_on, task.stands, task.note, task.is_late, task.href)
