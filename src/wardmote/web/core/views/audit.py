"""The audit, and the history of one record."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from wardmote.web.core.actors import acting
from wardmote.web.core.audit import first_break
from wardmote.web.core.components import Cell, Link
from wardmote.web.core.directory import kinds
from wardmote.web.core.lists import Column, Listing, answer_list, list_page
from wardmote.web.core.models import AuditEntry
from wardmote.web.core.queries import entries_of, history_of
from wardmote.web.core.subjects import is_there, subject_of
from wardmote.web.core.wording import moment, sentence_case

# Checking a digest takes about as long as showing a row: the page checks what was written lately.
CHECKED_ON_THE_PAGE = 250
# Words for a page; a checker takes the second for a secret.
WAYS = {"site": "", "token": "by a token", "link": "by a signed link", "command": "", "demo": ""}  # nosec B105


@list_page(AuditEntry)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """All that was done, and whether the chain of its newest entries holds."""
    broken = first_break(of_newest=CHECKED_ON_THE_PAGE)
    sentence = (
        f"The audit has been tampered with. {broken.sentence}"
        if broken
        else f"The newest {CHECKED_ON_THE_PAGE:,} entries stand as they were written; “wardmote audit check” checks all."
    )
    context = {"heading": "Audit", "sentence": sentence}
    return answer_list(request, LISTING, entries_of(acting(request)), context=context)


@require_safe
def history(request: HttpRequest, partnership: str, record: UUID) -> HttpResponse:
    """What was done to one record, newest first."""
    actor = acting(request)
    entries = list(history_of(actor, record)[:500])
    if not entries:
        raise Http404("There is no history of such a record here.")
    kind = kinds().get(entries[0].kind)
    subject = subject_of(actor, record) if kind and is_there(kind, record) else None
    if kind:
        actor.check(kind.permission)
    context = {
        "heading": f"History of {entries[0].record_name}",
        "back": Link(subject.name, subject.href) if subject else None,
        "undo": reverse("undo", args=[partnership, record])
        if subject and entries[0].doing in subject.kind.undoes
        else "",
        "events": [_event(entry) for entry in entries],
    }
    return render(request, "core/history.html", context)


def _event(entry: AuditEntry) -> dict[str, object]:
    changes = [f"{field_words(name)}: {_change(*values)}" for name, values in entry.changes.items()]
    return {
        "title": sentence_case(entry.doing),
        "by": _who(entry),
        "at": timezone.localtime(entry.at),
        "lines": changes,
    }


def _change(before: str | None, after: str | None) -> str:
    if before is None:
        return str(after)
    return f"from “{before}” to {f'“{after}”' if after is not None else 'nothing'}"


def field_words(name: str) -> str:
    """The name of a field as people read it."""
    return sentence_case(name.replace("_", " "))


def _who(entry: AuditEntry) -> str:
    way = f" {WAYS[entry.way]}" if WAYS.get(entry.way) else ""
    return f"{entry.actor_name}{f', {entry.agency_name}' if entry.agency_name else ''}{way}"


def _changes(entry: AuditEntry) -> str:
    return "; ".join(f"{field_words(name)}: {_change(*values)}" for name, values in entry.changes.items())


LISTING: Listing[AuditEntry] = Listing(
    name="audit",
    noun="entry",
    nouns="entries",
    order="-number",
    searched=("record_name", "actor_name", "doing"),
    columns=(
        Column("number", "Entry", lambda entry: Cell(f"{entry.number:,}"), sort="number"),
        Column("at", "When", lambda entry: Cell(moment(timezone.localtime(entry.at)))),
        Column("who", "Who", lambda entry: Cell(_who(entry)), sort="actor_name"),
        Column("doing", "Did what", lambda entry: Cell(sentence_case(entry.doing)), sort="doing"),
        Column("record", "To what", lambda entry: Cell(entry.record_name), sort="record_name"),
        Column("changes", "From what to what", lambda entry: Cell(_changes(entry))),
        Column(
            "digest", "Digest", lambda entry: Cell(entry.digest[:12], is_raw=True), value=lambda entry: entry.digest
        ),
    ),
)
