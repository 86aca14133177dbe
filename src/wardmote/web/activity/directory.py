"""What activity has for search, comments and undoing."""

from wardmote.web.activity.models import Activity
from wardmote.web.activity.queries.activities import activities_of
from wardmote.web.core.directory import Kind
from wardmote.web.core.wording import sentence_case

DIRECTORY = (
    Kind(
        model=Activity,
        nouns="activities",
        permission="activity.read",
        page="activity",
        argument="activity",
        searched=("title", "summary", "place"),
        line=lambda activity: f"{sentence_case(activity.get_kind_display())}, {activity.agency}",
        records=activities_of,
        listed="activities",
        undoes={"changed an activity": "activity.change"},
        parts=("standards",),
    ),
)
