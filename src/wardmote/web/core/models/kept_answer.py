"""What a program was answered, kept for a day in case it asks again because it never heard."""

from django.db import models

from wardmote.web.core.models.record import Record


class KeptAnswer(Record):
    """The answer to one request that bore an Idempotency-Key.

    `key_digest` covers the token, the operation and the key, `request_digest` what was sent and where. The answer holds
    what the audit says was done; one that told more, such as a new token, is not kept, and "" stands for it.
    """

    PERSONAL = ("answer",)
    SECRET = ("key_digest", "request_digest")

    key_digest = models.CharField(max_length=64, unique=True)
    request_digest = models.CharField(max_length=64)
    answer = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["created_at"], name="kept_answers_by_age")]

    def __str__(self) -> str:
        return f"Answer of {self.created_at:%Y-%m-%d %H:%M}"
