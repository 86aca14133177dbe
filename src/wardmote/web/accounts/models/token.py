"""What a program signs in with."""

from django.db import models

from wardmote.web.accounts.models.member import Member
from wardmote.web.accounts.rules.roles import ROLE_CHOICES
from wardmote.web.core.models import PartnershipRecord


class Token(PartnershipRecord):
    """A member's token for the API: at most what one role may do, and never more than the member may.

    Only its digest is stored: the token is a random number of 256 bits, so a plain digest cannot be guessed from.
    """

    INTERNAL = ("member", "role", "title", "expires_on", "withdrawn_at", "last_used_on")
    SECRET = ("digest",)

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="tokens")
    title = models.CharField("what it is for", max_length=100)
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    digest = models.CharField(max_length=64, unique=True)
    expires_on = models.DateField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    last_used_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.title
