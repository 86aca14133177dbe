"""Which records hold a word in one of their fields, or in a field of a record that they name."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Model, Q


def holding(model: type[Model], fields: Iterable[str], word: str) -> Q:
    """The condition that any of `fields` has `word` in it, in capital or small letters.

    A field of another record ("owner__name") is looked up there first: a join would have the database read every record
    of the one beside every record of the other.
    """
    return reduce(or_, (_has(model, field, word) for field in fields))


def _has(model: type[Model], field: str, word: str) -> Q:
    relation, _, rest = field.partition("__")
    if not rest:
        return Q(**{f"{field}__icontains": word})
    related = model._meta.get_field(relation).related_model
    assert isinstance(related, type)
    named = related._default_manager.filter(_has(related, rest, word)).values("pk")
    return Q(**{f"{relation}__in": named})
