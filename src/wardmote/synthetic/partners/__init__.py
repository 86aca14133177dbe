"""What Exampleshire's partners send: spreadsheets with their quirks, wholly invented people, and known truths."""

from wardmote.synthetic.partners.linkage import LinkageSets, write_linkage_sets
from wardmote.synthetic.partners.many import ManyRows, write_many_incidents_with_people
from wardmote.synthetic.partners.truths import PartnerTruths, read_partner_truths
from wardmote.synthetic.partners.writing import DEFAULT_SEED, write_partner_files

__all__ = [
    "DEFAULT_SEED",
    "LinkageSets",
    "ManyRows",
    "PartnerTruths",
    "read_partner_truths",
    "write_linkage_sets",
    "write_many_incidents_with_people",
    "write_partner_files",
]
