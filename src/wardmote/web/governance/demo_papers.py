"""The files that came for the next meeting of Exampleshire's board, made here from what is invented."""

from datetime import date

from wardmote.reports.papers import Papers, papers_pdf, paragraphs, table
from wardmote.web.core.actors import Actor
from wardmote.web.core.lists.files import ods_bytes
from wardmote.web.governance.actions.papers import add_paper
from wardmote.web.governance.demo_words import VISITS, VISITS_HEADS, VISITS_ROWS, VISITS_WORDS
from wardmote.web.governance.models import Meeting
from wardmote.web.governance.presenters.compliance import HEADS, statement_papers, statement_rows
from wardmote.web.governance.queries.compliance import statement_of


def add_papers(meeting: Meeting, *, by: Actor, on: date) -> None:
    """A partner's paper, and the compliance statement as it goes to the board: as a PDF, and to work on."""
    knives, law = (
        meeting.items.get(title__startswith="Knife crime"),
        meeting.items.get(title__startswith="What the law"),
    )
    visits = Papers(
        title=VISITS,
        subtitle="What was done until now, and what schools ask for",
        partnership=by.partnership,
        first=(
            *paragraphs(VISITS_WORDS),
            table("Schools and pupils, by town", VISITS_HEADS, VISITS_ROWS, numeric=range(1, len(VISITS_HEADS))),
        ),
    )
    add_paper(knives, by=by, name="visits-to-schools.pdf", content=papers_pdf(visits))
    lines = statement_of(by, on=on)
    statement = papers_pdf(statement_papers(lines, partnership=by.partnership, on=on))
    add_paper(law, by=by, name=f"compliance-{on:%Y-%m-%d}.pdf", content=statement)
    add_paper(
        law, by=by, name=f"compliance-{on:%Y-%m-%d}.ods", content=ods_bytes("Compliance", HEADS, statement_rows(lines))
    )
