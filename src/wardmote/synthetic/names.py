"""Invented names. None of them is the name of a place in the official lookups (a test compares them)."""

TOWNS = ("Quillhaven", "Mottlebury", "Oxterwick")

SECTIONS = (
    ("Quillhaven Quays", "Quillhaven Heights"),
    ("Mottlebury Old Town", "Mottlebury Rise"),
    ("Oxterwick Cross", "Oxterwick Levels"),
)

_STEMS = (
    "Tansel", "Corvel", "Quandle", "Mizzen", "Ossick", "Pellow", "Sallick", "Tembry", "Varlow", "Wendle",
    "Yarrick", "Drummel", "Fennimor", "Gosling", "Hobbin", "Lattim", "Merrin", "Nettick", "Ruddock",
)  # fmt: skip
_WARD_ENDINGS = ("gate", "mead", " Fold", "stow")
_STREET_ENDINGS = ("Road", "Street", "Close", "Lane", "Avenue", "Way", "Drive", "Terrace", "Gardens", "Court", "Walk")

# The police files name these kinds of place instead of a street.
PUBLIC_PLACES = (
    "Parking Area", "Supermarket", "Shopping Area", "Petrol Station", "Nightclub", "Sports/Recreation Area",
    "Park/Open Space", "Theatre/Concert Hall", "Bus/Coach Station", "Hospital",
)  # fmt: skip


def ward_name(index: int) -> str:
    """The name of the ward with this number, counted over the whole of the invented country."""
    return _STEMS[index % len(_STEMS)] + _WARD_ENDINGS[index // len(_STEMS) % len(_WARD_ENDINGS)]


def street_name(index: int) -> str:
    """One of 209 street names; like real ones, they come more than once."""
    return f"{_STEMS[index % len(_STEMS)]} {_STREET_ENDINGS[index // len(_STEMS) % len(_STREET_ENDINGS)]}"
