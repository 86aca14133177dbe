"""What accounts has for search, comments and undoing: people, who can be found by their agency too."""

from wardmote.web.accounts.models import Member
from wardmote.web.accounts.queries.people import names_of
from wardmote.web.core.directory import Kind

DIRECTORY = (
    Kind(
        model=Member,
        nouns="people",
        permission="partnership.read",
        page="person",
        argument="person",
        searched=("name", "job_title", "agency__name"),
        line=lambda member: ", ".join(part for part in (member.job_title, member.agency.name) if part),
        records=names_of,
        listed="people",
        undoes={"changed a person": "partnership.change"},
        parts=("appointments", "offices"),
    ),
)
