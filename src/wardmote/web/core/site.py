"""What the frame around every page needs: whose site it is, and where one can go."""

from dataclasses import dataclass

from django.http import HttpRequest

from wardmote.errors import WardmoteError
from wardmote.web.core.workspace import current_workspace

_MENU = (("/", "Overview"), ("/measures/", "Measures"), ("/loads/", "Loads"), ("/assessment/", "Assessment"))


@dataclass(frozen=True)
class MenuItem:
    """One entry of the menu; the current one is where the reader is."""

    text: str
    href: str
    is_current: bool


@dataclass(frozen=True)
class Site:
    """The frame: the partnership's name and the menu."""

    partnership: str
    menu: tuple[MenuItem, ...]


def site(request: HttpRequest) -> dict[str, Site]:
    """Context processor. An error page has this frame too, so a workspace that cannot be read only loses its name."""
    try:
        partnership = current_workspace().name
    except WardmoteError:
        partnership = ""
    menu = tuple(MenuItem(text, href, _is_current(request.path, href)) for href, text in _MENU)
    return {"site": Site(partnership=partnership, menu=menu)}


def _is_current(path: str, href: str) -> bool:
    return path == href if href == "/" else path.startswith(href)
