"""Emails that were sent: that they were, and never what stood in them."""

from django.db import models

from wardmote.web.core.models.record import PartnershipRecord


class Letter(PartnershipRecord):
    """One email to one member. `key` says what it was for, and makes sure that it is sent once."""

    INTERNAL = ("key", "words_digest")
    PERSONAL = ("member",)

    member = models.ForeignKey("accounts.Member", on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=120, unique=True)
    # Tells whether a later email would say the same again.
    words_digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["member", "-created_at"], name="letters_to_a_member")]

    def __str__(self) -> str:
        return f"Email {self.key}"[:300]
