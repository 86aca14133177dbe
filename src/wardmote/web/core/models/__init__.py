"""What every record of the partnership database is made of, the audit of what was done to it, and what is said of it."""

from wardmote.web.core.models.audit import AuditEntry, AuditHead
from wardmote.web.core.models.comment import Comment, Follow, Mention
from wardmote.web.core.models.kept_answer import KeptAnswer
from wardmote.web.core.models.letter import Letter
from wardmote.web.core.models.record import PartnershipRecord, Record
from wardmote.web.core.models.tie import Tie

__all__ = [
    "AuditEntry",
    "AuditHead",
    "Comment",
    "Follow",
    "KeptAnswer",
    "Letter",
    "Mention",
    "PartnershipRecord",
    "Record",
    "Tie",
]
