"""What the frame around every page needs: whose site it is, where one can go, and who is signed in."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from wardmote.errors import WardmoteError
from wardmote.web.core.actors import Actor
from wardmote.web.core.record_pages import AboutRecord, about_record
from wardmote.web.core.routes import all_routes
from wardmote.web.core.workspace import current_workspace


@dataclass(frozen=True)
class MenuItem:
    """One entry of the menu; the current one is where the reader is."""

    text: str
    href: str
    is_current: bool


@dataclass(frozen=True)
class Site:
    """The frame: the partnership's name, the menu, and who is signed in (nobody on one analyst's own site).

    `search_href` is where the header's search goes, `for_you_href` where what waits for the reader is,
    `own_href` where what is theirs to do stands, and `about_record` the foot of a page that shows one record; each is empty where the reader has none.
    """

    partnership: str
    menu: tuple[MenuItem, ...]
    person: str = ""
    is_signed_in: bool = False
    search_href: str = ""
    for_you_href: str = ""
    own_href: str = ""
    about_record: AboutRecord | None = None


def site(request: HttpRequest) -> dict[str, Site]:
    """Context processor. An error page has this frame too, so a workspace that cannot be read only loses its name."""
    actor: Actor | None = getattr(request, "actor", None)
    user = getattr(request, "user", None)
    # Whether the site is one analyst's own: an error page outside the gate takes it to be.
    is_open = user is None or not (user.is_authenticated or not getattr(request, "is_open", True))
    menu = tuple(_menu(request, actor)) if actor or is_open else ()
    return {
        "frame": Site(
            _partnership(actor),
            menu,
            actor.name if actor else "",
            is_signed_in=not is_open,
            search_href=_search_href(actor, is_open=is_open),
            for_you_href=_of(actor, "for-you") if actor and actor.may("comment.read") else "",
            own_href=_of(actor, "my-actions") if actor and actor.may("partnership.read") else "",
            about_record=about_record(request, actor),
        )
    }


def _search_href(actor: Actor | None, *, is_open: bool) -> str:
    if actor is not None:
        return _of(actor, "search")
    return reverse("search-figures") if is_open else ""


def _of(actor: Actor, name: str) -> str:
    return reverse(name, kwargs={"partnership": actor.partnership_slug})


def _partnership(actor: Actor | None) -> str:
    if actor is not None:
        return actor.partnership
    try:
        return current_workspace().name
    except WardmoteError:
        return ""


def _menu(request: HttpRequest, actor: Actor | None) -> list[MenuItem]:
    """What the reader may open, of the entries that the settings name."""
    routes, found = all_routes(), []
    for name, text in settings.SITE_MENU:
        access = routes[name]
        is_of_partnership = access.who == "member"
        if actor.may(access.permission) if actor else not is_of_partnership:
            slug = {"partnership": actor.partnership_slug} if actor and is_of_partnership else {}
            href = reverse(name, kwargs=slug)
            found.append(MenuItem(text, href, _is_current(request.path, href, name)))
    return found


def _is_current(path: str, href: str, name: str) -> bool:
    return path == href if name in {"overview", "partnership"} else path.startswith(href)
