"""The errors that reach a person: each says what happened, where, and what to do next."""


class WardmoteError(Exception):
    """Something a person can act on.

    `what` happened, `where` it happened (a file, a measure, an area) and what to `do` next: the three together make
    the one sentence that a command prints and a page shows.
    """

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        self.what = what
        self.where = where
        self.do = do
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The whole message, on one line."""
        place = f"{self.where}: " if self.where else ""
        advice = f" {_closed(self.do[0].upper() + self.do[1:])}" if self.do else ""
        return f"{place}{_closed(self.what)}{advice}"


class BadInput(WardmoteError):
    """A file, an option or a value that cannot be used as it is."""


class DefinitionError(WardmoteError):
    """A catalogue file that promises what cannot be computed, or is not written as it should be."""


class NotAvailable(WardmoteError):
    """What was asked for needs evidence that has not been loaded."""


class StoreError(WardmoteError):
    """The evidence store cannot be read or written."""


def _closed(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
