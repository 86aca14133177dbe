"""The form that somebody finds on a page: what it asks for, and how it would be sent."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class FormOnPage:
    """The fields of the page's form, by kind; `kept` are values that the page gave and that are sent as they are."""

    texts: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)

    def filled(self, *, text: str, choice: str = "") -> dict[str, str]:
        """Everything as it would be sent: the text in each field that takes one, a choice of each list."""
        chosen = {name: choice or next((one for one in options if one), "") for name, options in self.choices.items()}
        days = dict.fromkeys(self.days, choice or "31/3/2027")
        return {**self.kept, **dict.fromkeys(self.texts, text), **days, **chosen}


def form_on(response) -> FormOnPage | None:
    """The page's own form that is sent by POST, or None where it has none."""
    reader = _Reader()
    reader.feed(response.text)
    return reader.form


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.form: FormOnPage | None = None
        self._is_inside = False
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._is_inside = given.get("method", "").lower() == "post"
            if self._is_inside and self.form is None:
                self.form = FormOnPage()
        elif self._is_inside and self.form is not None:
            self._take(self.form, tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._is_inside = False

    def _take(self, form: FormOnPage, tag: str, given: dict[str, str]) -> None:
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "select":
            self._select = name
            form.choices.setdefault(name, [])
        elif tag == "option":
            form.choices[self._select].append(given.get("value", ""))
        elif tag == "textarea" or (tag == "input" and kind in {"text", "email", "url", "number", "search"}):
            (form.days if "width-10" in given.get("class", "") else form.texts).append(name)
        elif tag == "input" and kind in {"radio", "checkbox"}:
            form.choices.setdefault(name, []).append(given.get("value", "on"))
        elif tag == "input" and kind == "hidden" and name != "csrfmiddlewaretoken":
            form.kept[name] = given.get("value", "")
