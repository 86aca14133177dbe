"""What a test reads on a page."""

import re
from html import unescape
from html.parser import HTMLParser


def words(response) -> str:
    """The page's words without its tags, on one line."""
    text = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", response.text, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def addresses(response) -> list[str]:
    """Where the links of a page lead on this site."""
    found = [value for tag, name, value in attributes(response) if (tag, name) == ("a", "href")]
    return [address for address in dict.fromkeys(found) if address.startswith("/")]


def attributes(response) -> list[tuple[str, str, str]]:
    """Every attribute of the page: (tag, name, value)."""
    reader = _Attributes()
    reader.feed(response.text)
    return reader.found


class _Attributes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, name, value or "") for name, value in attrs]
