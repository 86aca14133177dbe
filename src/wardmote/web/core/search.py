"""Searching everything at once: what each room's directory finds, grouped by kind."""

from dataclasses import dataclass

from wardmote.web.core.actors import Actor
from wardmote.web.core.directory import Hit, directory
from wardmote.web.core.wording import plural

MOST_OF_A_KIND = 10
MOST_WORDS = 8
# What one analyst's own site can search: there are no members, and figures need no permission.
OPEN_TO_THE_ANALYST = "evidence.read"


@dataclass(frozen=True)
class Group:
    """What was found of one kind; `more` says where the rest is, if there is more than is shown."""

    nouns: str
    hits: tuple[Hit, ...]
    has_more: bool = False
    list_href: str = ""


@dataclass(frozen=True)
class Results:
    """What a search found, in one sentence and in groups."""

    asked: str
    groups: tuple[Group, ...]
    searched: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """How much was found, and what to do where it is nothing."""
        kinds = ", ".join(self.searched)
        if not self.asked:
            return f"Type a word or two of a name. What is searched: {kinds}."
        number = sum(len(group.hits) for group in self.groups)
        if not number:
            return f"Nothing has “{self.asked}” in it. Try fewer or shorter words. What was searched: {kinds}."
        at_least = "At least " if any(group.has_more for group in self.groups) else ""
        return f"{at_least}{plural(number, 'thing has', 'things have')} “{self.asked}” in it."


def search(actor: Actor | None, asked: str) -> Results:
    """Everything that the actor may see and that holds every word asked for; nobody signed in sees figures only."""
    # A null character is no letter in any database.
    words = tuple(asked.replace("\0", "")[:200].split()[:MOST_WORDS])
    may = [
        entry
        for entry in directory()
        if (actor.may(entry.permission) if actor else entry.permission == OPEN_TO_THE_ANALYST)
    ]
    groups = []
    for entry in may if words else ():
        hits = entry.find(actor, words, MOST_OF_A_KIND + 1)
        if hits:
            shown, has_more = tuple(hits[:MOST_OF_A_KIND]), len(hits) > MOST_OF_A_KIND
            groups.append(Group(entry.nouns, shown, has_more, entry.list_address(actor)))
    return Results(" ".join(words), tuple(groups), tuple(entry.nouns for entry in may))
