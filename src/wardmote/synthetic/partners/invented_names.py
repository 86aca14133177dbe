"""Names of people and home streets, put together from invented syllables: nobody bears them, and no place file has them.

Each is long and odd enough that a search of written files for it finds nothing but itself.
"""

from itertools import product

_FORENAME_STARTS = (
    "Abbel", "Brosk", "Cadwim", "Dorvin", "Elquin", "Fabrim", "Gellan", "Hexil", "Ilvar", "Jorvan",
    "Kestim", "Lorquen", "Mavrin", "Nolvic", "Orlim", "Peldra", "Quilb", "Rovand", "Selvik", "Tavrin",
    "Ulvern", "Vasquil", "Wimbrel", "Yorvik", "Zelquin",
)  # fmt: skip
_FEMALE_ENDS, _MALE_ENDS = ("ithra", "ombelle", "antha", "ilda", "ette"), ("ombert", "idric", "aldon", "ethro", "urgis")
_SHORT_ENDS = {"ithra": "y", "ombelle": "o", "antha": "a", "ilda": "i", "ette": "ie",
               "ombert": "bo", "idric": "id", "aldon": "al", "ethro": "eth", "urgis": "ur"}  # fmt: skip

_SURNAME_STARTS = (
    "Akkerwin", "Bessimo", "Chaldri", "Dunquel", "Essimar", "Frindle", "Grumbel", "Haxter", "Inklebo", "Jessimo",
    "Kolver", "Lunquist", "Mexborn", "Nubbler", "Ockleby", "Plimdor", "Quorsten", "Rumbeli", "Snaffel", "Trivven",
    "Umberlo", "Vexmore", "Whimsel", "Yaxlom", "Zubbert",
)  # fmt: skip
_SURNAME_ENDS = (
    "thwick", "dolph", "snape", "quell", "wrack", "boll", "grove-Tam", "harsk", "jink", "kipple", "lomb", "munt",
    "noddle", "ptarm", "rusk", "stang", "trup", "vance-Ob", "wimple", "yarg", "zell", "blunt-Ik", "crupp", "drinkel",
)  # fmt: skip

_STREET_STARTS = (
    "Quennip",
    "Bobblin",
    "Hurdlem",
    "Tickmer",
    "Snorvel",
    "Plunkit",
    "Wexlode",
    "Dribden",
    "Jankle",
    "Oddmer",
)
_STREET_ENDS = ("Rise", "Mews", "Crescent", "Parade", "Buildings", "Paddock", "Steps", "Wharf")

FEMALE_FORENAMES = tuple(start + end for start, end in product(_FORENAME_STARTS, _FEMALE_ENDS))
MALE_FORENAMES = tuple(start + end for start, end in product(_FORENAME_STARTS, _MALE_ENDS))
FORENAMES = FEMALE_FORENAMES + MALE_FORENAMES
SHORT_FORENAMES = tuple(
    start + _SHORT_ENDS[end] for ends in (_FEMALE_ENDS, _MALE_ENDS) for start, end in product(_FORENAME_STARTS, ends)
)
SURNAMES = tuple(start + end for start, end in product(_SURNAME_STARTS, _SURNAME_ENDS))
HOME_STREETS = tuple(f"{start} {end}" for start, end in product(_STREET_STARTS, _STREET_ENDS))
