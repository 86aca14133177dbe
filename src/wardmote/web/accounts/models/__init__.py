"""Users, partnerships, agencies, members and what they may do."""

from wardmote.web.accounts.models.agency import Agency, PartnerAgency
from wardmote.web.accounts.models.member import Appointment, Member, Officer, RoleGrant
from wardmote.web.accounts.models.partnership import Partnership
from wardmote.web.accounts.models.token import Token
from wardmote.web.accounts.models.user import User

__all__ = [
    "Agency",
    "Appointment",
    "Member",
    "Officer",
    "PartnerAgency",
    "Partnership",
    "RoleGrant",
    "Token",
    "User",
]
