"""What a partnership chooses for itself."""

from wardmote.web.accounts.models import Partnership
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes


@action("partnership.change")
def choose_links(
    partnership: Partnership, *, by: Actor, link_days_before: int, sends_links_when_late: bool
) -> Partnership:
    """Choose when owners are sent links to their actions: so many days before they are due (0 for never), and once late."""
    if partnership.pk != by.partnership_id:
        raise ValueError("A partnership chooses for itself only.")
    return save_changes(
        partnership,
        by=by,
        doing="chose when links are sent",
        link_days_before=link_days_before,
        sends_links_when_late=sends_links_when_late,
    )
