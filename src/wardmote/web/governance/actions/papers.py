"""Keeping a file as a paper, and taking it away again."""

import hashlib
from pathlib import Path, PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from wardmote.errors import BadInput
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import remove, save_new
from wardmote.web.governance.models import AgendaItem, Paper
from wardmote.web.governance.rules.papers import check_paper, count_pages, is_pdf

FOLDER = "papers"


def file_of(paper: Paper) -> Path:
    """Where the file lies: under the paper's own id, so that no name that was typed becomes a path."""
    return settings.WARDMOTE_WORKSPACE / FOLDER / str(paper.pk)


@action("board.change")
def add_paper(item: AgendaItem, *, by: Actor, name: str, content: bytes) -> Paper:
    """Keep a file under an item. Raises `ValidationError` where it is of the wrong kind, too large or unreadable."""
    try:
        check_paper(name, content)
        page_count = count_pages(content) if is_pdf(name) else None
    except BadInput as error:
        raise ValidationError({"file": error.sentence}) from error
    paper = Paper(
        partnership_id=item.partnership_id,
        item=item,
        name=PurePath(name).name[-200:],
        size_bytes=len(content),
        page_count=page_count,
        digest=hashlib.sha256(content).hexdigest(),
    )
    save_new(paper, by=by, doing="added a paper")
    path = file_of(paper)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return paper


@action("board.change")
def remove_paper(paper: Paper, *, by: Actor) -> None:
    """Take a paper away; the audit keeps its name and digest."""
    path = file_of(paper)
    remove(paper, by=by, doing="took away a paper")
    transaction.on_commit(lambda: path.unlink(missing_ok=True))
