"""What the email digest counts: each room offers its own counts in `digest.py`, beside `urls.py`, as `counted(actor)`.

An email is read in many places, so that it says how many and where, and never whom or what about. A count is made of
words in small letters only: a name or a title does not fit in.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.rooms import offered
from wardmote.web.core.waiting import followed_news, mentions_of
from wardmote.web.core.wording import plural

_PLAIN = re.compile(r"[a-z][a-z ’,-]*")
_PLAIN_QUERY = re.compile(r"[a-z0-9=&-]*")


@dataclass(frozen=True)
class Counted:
    """How many of something wait for the actor: "action of yours is late", "actions of yours are late", and where.

    `page` is a route whose address names the partnership and nothing else; `query` narrows what is listed there.
    """

    number: int
    one: str
    many: str
    page: str
    query: str = ""

    def __post_init__(self) -> None:
        if not (_PLAIN.fullmatch(self.one) and _PLAIN.fullmatch(self.many) and _PLAIN_QUERY.fullmatch(self.query)):
            raise ValueError("A digest holds counts and plain words in small letters, and no names or titles.")

    @property
    def words(self) -> str:
        """3 actions of yours are late."""
        return plural(self.number, self.one, self.many)

    def path(self, actor: Actor) -> str:
        """Where they are listed."""
        query = f"?{self.query}" if self.query else ""
        return reverse(self.page, kwargs={"partnership": actor.partnership_slug}) + query


def all_counted(actor: Actor) -> tuple[Counted, ...]:
    """Everything of which there is at least one, from all rooms."""
    of_rooms = (one for counted in offered("digest", "counted") for one in counted(actor))
    return tuple(one for one in (*_own(actor), *of_rooms) if one.number)


def _own(actor: Actor) -> Iterable[Counted]:
    if not actor.may("comment.read"):
        return
    yield Counted(mentions_of(actor).count(), "comment mentions you", "comments mention you", "for-you")
    changes = len(followed_news(actor))
    yield Counted(changes, "thing happened to what you follow", "things happened to what you follow", "for-you")
