"""The spreadsheets of activity: which columns each has, and what checks a row of it."""

from wardmote.web.activity.actions.activities import add_activity, change_activity
from wardmote.web.activity.actions.numbers import add_figure, add_site, change_figure, change_site
from wardmote.web.activity.forms.activities import ActivityRow
from wardmote.web.activity.forms.numbers import FigureRow, SiteRow
from wardmote.web.activity.models import Activity, ActivityFigure, Site
from wardmote.web.activity.queries.activities import activities_of, figures_of, sites_of
from wardmote.web.core.sheets import Sheet

ACTIVITIES: Sheet[Activity] = Sheet(
    name="activities",
    title="Activities",
    columns={
        "kind": "Kind",
        "title": "Title",
        "agency": "Lead agency",
        "state": "State",
        "started_on": "First day",
        "ended_on": "Last day",
        "funding_ends_on": "Funding ends on",
        "place": "Place",
        "summary": "What it does",
        "words": "Words",
    },
    records=activities_of,
    form=ActivityRow,
    add=add_activity,
    change=change_activity,
)
FIGURES: Sheet[ActivityFigure] = Sheet(
    name="figures",
    title="Figures",
    columns={
        "activity": "Activity",
        "item": "What was counted",
        "first_on": "From",
        "last_on": "To",
        "value": "How many",
        "of_agency": "From agency",
        "place": "Place",
        "note": "Note",
    },
    records=figures_of,
    form=FigureRow,
    add=add_figure,
    change=change_figure,
)
SITES: Sheet[Site] = Sheet(
    name="sites",
    title="Venues and cameras",
    columns={
        "activity": "Activity",
        "name": "Name",
        "category": "Type",
        "town": "Town",
        "longitude": "Longitude",
        "latitude": "Latitude",
        "number": "How many",
        "joined_on": "Since",
        "trained_on": "Trained on",
        "pledged_on": "Pledged on",
        "left_on": "Left on",
        "note": "Note",
    },
    records=sites_of,
    form=SiteRow,
    add=add_site,
    change=change_site,
)
SHEETS = {sheet.name: sheet for sheet in (ACTIVITIES, FIGURES, SITES)}
