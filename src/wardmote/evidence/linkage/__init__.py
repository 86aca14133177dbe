"""People of several agencies linked without a common number, in memory only; a human confirms what is near.

`link_people` gives each record the number of a person, `linkage_quality` says how far that may be believed, and
`resolving` turns the people of a load into pseudonyms, which are what the evidence store may hold.
"""

from wardmote.evidence.linkage.linking import DEFAULT_THRESHOLD, Link, Linkage, Links, Reason, link_people
from wardmote.evidence.linkage.quality import LinkageQuality, Share, linkage_quality
from wardmote.evidence.linkage.records import PeopleRecords

__all__ = [
    "DEFAULT_THRESHOLD",
    "Link",
    "Linkage",
    "LinkageQuality",
    "Links",
    "PeopleRecords",
    "Reason",
    "Share",
    "link_people",
    "linkage_quality",
]
