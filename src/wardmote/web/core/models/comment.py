"""What people say about a record, whom they mention, and what they follow."""

from django.db import models

from wardmote.web.core.clock import now
from wardmote.web.core.models.record import PartnershipRecord


class Comment(PartnershipRecord):
    """What somebody said about a record of any room. It is said once: it can be taken back, and not changed."""

    INTERNAL = ("subject_kind", "subject_id", "subject_name", "text")
    PERSONAL = ("author",)

    subject_kind = models.CharField(max_length=80)
    subject_id = models.UUIDField()
    subject_name = models.CharField(max_length=300)
    text = models.TextField("comment", max_length=5000)
    author = models.ForeignKey("accounts.Member", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["created_at"]
        indexes = [models.Index(fields=["partnership", "subject_id"], name="comments_on_a_record")]

    def __str__(self) -> str:
        return f"Comment on {self.subject_name}"[:300]


class Mention(PartnershipRecord):
    """One member whom a comment names with @. It waits for them until they have read it."""

    INTERNAL = ("comment", "read_at")
    PERSONAL = ("member",)

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mentions")
    member = models.ForeignKey("accounts.Member", on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["member", "read_at"], name="mentions_of_a_member")]
        constraints = [models.UniqueConstraint(fields=["comment", "member"], name="one_mention_in_a_comment")]

    def __str__(self) -> str:
        return f"Mention in {self.comment}"[:300]


class Follow(PartnershipRecord):
    """A member who wants to be told when a record changes. What happened until `read_at` they have seen."""

    INTERNAL = ("subject_kind", "subject_id", "subject_name", "read_at")
    PERSONAL = ("member",)

    member = models.ForeignKey("accounts.Member", on_delete=models.CASCADE, related_name="+")
    subject_kind = models.CharField(max_length=80)
    subject_id = models.UUIDField()
    subject_name = models.CharField(max_length=300)
    read_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["subject_name"]
        constraints = [models.UniqueConstraint(fields=["member", "subject_id"], name="one_follow_of_a_record")]

    def __str__(self) -> str:
        return f"Following {self.subject_name}"[:300]
