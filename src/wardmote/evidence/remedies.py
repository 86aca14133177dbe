"""What to do about rows that were set aside: for each reason, the fix."""

import re

_ASK = "Ask the partner to"
# The first pattern that is found in a reason says what to do about it.
_REMEDIES = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        ("adds up others|is a summary", "Nothing: the rows that it adds up are counted themselves."),
        ("stands? word for word on|same record", "Nothing: the record is counted once."),
        (
            "not one that the card lists",
            "Add the word to the card’s list, or ask the partner for one of the words in it.",
        ),
        (
            "another key than the partnership",
            "Give the agency the partnership’s key, and ask it to make the pseudonyms again.",
        ),
        (
            "outside Great Britain",
            "Check that easting and northing, or longitude and latitude, are not the wrong way round in the card.",
        ),
        (
            "(is|are) not written (as the card says|like)",
            f"Check how it is written: choose its form in the card, or {_ASK[0].lower()}{_ASK[1:]} mend these rows.",
        ),
        (
            "lies in the future",
            "Check whether day and month are the wrong way round; else the row has a slip of the pen.",
        ),
        ("before 1900", "Check how years are written; else the row has a slip of the pen."),
        ("more fields than the header", f"{_ASK} put quotation marks around cells with commas, or to send XLSX."),
        ("fewer fields than the header", f"{_ASK} export the file again: the line is cut short."),
        ("quotation mark", f"{_ASK} export the file again, or to send XLSX."),
        ("characters that are not text|not text in UTF-8", f"{_ASK} export the file again as CSV in UTF-8, or XLSX."),
        ("longer than a row|several lines", f"{_ASK} export the file again: its rows run into each other."),
        ("^only one of|stands alone", f"{_ASK} give both numbers of the point, or neither."),
        (
            "^no .+ (is|are) (given|named|answered)|not described",
            f"{_ASK} fill in what is missing; the card requires it.",
        ),
        ("ends before it begins|before it was started", f"{_ASK} check the two dates: one of them is wrong."),
        ("is not a number|not a number above zero", f"{_ASK} write a number there and nothing else."),
        (
            "not one of the 14|is neither|not (one of )?the card's|none of the card's|not a date and time",
            "Check whether the publisher’s form has changed, and load the newest release.",
        ),
        ("month", "Load the file under the name that its publisher gave it, which says its month."),
    )
)
_ELSE = "Look at the row in the partner’s own file, mend it there, and load the file again."


def remedy_of(reason: str) -> str:
    """What to do about rows that were set aside for this reason, as a sentence."""
    return next((words for pattern, words in _REMEDIES if pattern.search(reason)), _ELSE)
