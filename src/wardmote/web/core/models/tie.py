"""Ties between records of rooms that do not know each other."""

from django.db import models

from wardmote.web.core.models.record import PartnershipRecord


class Tie(PartnershipRecord):
    """One record that serves, or hangs on, another of another room.

    What serves several priorities is tied to one of them first, where it is counted, and to the others as well: that is
    its CC mark. The target's name is kept as it was, so that a tie can be read without its room.
    """

    INTERNAL = ("subject_kind", "subject_id", "target_kind", "target_id", "target_name", "is_first")

    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    target_kind = models.CharField(max_length=40)
    target_id = models.UUIDField()
    target_name = models.CharField(max_length=300)
    is_first = models.BooleanField(default=False)

    class Meta:
        ordering = ["-is_first", "target_name"]
        indexes = [models.Index(fields=["partnership", "target_id"], name="ties_to_a_target")]
        constraints = [
            models.UniqueConstraint(fields=["subject_id", "target_id"], name="one_tie_of_two_records"),
            models.UniqueConstraint(
                fields=["subject_id", "target_kind"], condition=models.Q(is_first=True), name="one_first_tie_of_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target_kind}: {self.target_name}"
