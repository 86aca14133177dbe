"""What several kinds of record have to keep to, with the sentence that says so."""

from django.db import models


def in_order(
    first: str, last: str, *, name: str, sentence: str = "The last day cannot come before the first."
) -> models.CheckConstraint:
    """That the last of two days does not come before the first, where it is known."""
    return models.CheckConstraint(
        condition=models.Q(**{last: None}) | models.Q(**{f"{last}__gte": models.F(first)}),
        name=name,
        violation_error_message=sentence,
    )


def told(day: str, because: str, *, name: str, sentence: str = "Say why.") -> models.CheckConstraint:
    """That a day stands with its reason, or neither does."""
    return models.CheckConstraint(
        condition=models.Q(**{day: None, because: ""})
        | (models.Q(**{f"{day}__isnull": False}) & ~models.Q(**{because: ""})),
        name=name,
        violation_error_message=sentence,
    )
