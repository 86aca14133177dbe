"""Grants, what depends on them, and savings."""

from collections.abc import Iterable
from typing import Any

from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import remove, save_changes, save_new
from wardmote.web.core.targets import Target
from wardmote.web.core.ties import set_ties
from wardmote.web.risks.models import Dependent, Grant, Saving


@action("money.change")
def add_grant(*, by: Actor, **values: Any) -> Grant:
    """Record a grant."""
    grant = Grant(partnership_id=by.partnership_id, **values)
    by.check("money.change", grant)
    return save_new(grant, by=by, doing="added a grant")


@action("money.change")
def change_grant(grant: Grant, *, by: Actor, **values: Any) -> Grant:
    """Change what is said of a grant."""
    return save_changes(grant, by=by, doing="changed a grant", **values)


@action("money.change")
def tie_grant(grant: Grant, *, by: Actor, actions: Iterable[Target], activities: Iterable[Target]) -> Grant:
    """Say which actions of the plan and which activities hang on it."""
    set_ties(grant, by=by, kind="action", first=None, others=actions)
    set_ties(grant, by=by, kind="activity", first=None, others=activities)
    return save_changes(grant, by=by, doing="said what hangs on a grant")


@action("money.change")
def add_dependent(*, by: Actor, grant: Grant, **values: Any) -> Dependent:
    """Say what or who hangs on a grant."""
    by.check("money.change", grant)
    dependent = Dependent(partnership_id=by.partnership_id, grant=grant, **values)
    return save_new(dependent, by=by, doing="added what depends on a grant")


@action("money.change")
def change_dependent(dependent: Dependent, *, by: Actor, **values: Any) -> Dependent:
    """Change what is said of it."""
    return save_changes(dependent, by=by, doing="changed what depends on a grant", **values)


@action("money.change")
def remove_dependent(dependent: Dependent, *, by: Actor) -> None:
    """It hangs on the grant no more."""
    remove(dependent, by=by, doing="took away what depends on a grant")


@action("money.change")
def add_saving(*, by: Actor, **values: Any) -> Saving:
    """Record a saving with its method."""
    saving = Saving(partnership_id=by.partnership_id, **values)
    by.check("money.change", saving)
    return save_new(saving, by=by, doing="added a saving")


@action("money.change")
def change_saving(saving: Saving, *, by: Actor, **values: Any) -> Saving:
    """Correct a saving; the audit keeps what it was."""
    return save_changes(saving, by=by, doing="changed a saving", **values)
