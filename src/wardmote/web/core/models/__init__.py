"""What every record of the partnership database is made of, and the audit of what was done to it."""

from wardmote.web.core.models.audit import AuditEntry, AuditHead
from wardmote.web.core.models.record import PartnershipRecord, Record
from wardmote.web.core.models.tie import Tie

__all__ = ["AuditEntry", "AuditHead", "PartnershipRecord", "Record", "Tie"]
