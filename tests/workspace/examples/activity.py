"""What the addresses of activity name: a course of the council's with a figure, a venue and a standard."""

from datetime import date

from wardmote.web.activity.actions.activities import add_activity
from wardmote.web.activity.actions.numbers import add_figure, add_site
from wardmote.web.activity.models import Standard


def examples(made):
    by, council = made.commander(), made.agencies["Exampleshire Council"]
    scheme = add_activity(by=by, kind="safe-places", title="Safe Places in Exampleshire", agency=council)
    landlord = add_activity(by=by, kind="daha", title="Exampleshire Homes", agency=council)
    day = date(2025, 5, 1)
    figure = add_figure(by=by, activity=scheme, item="trained", first_on=day, last_on=day, value=12)
    site = add_site(by=by, activity=scheme, name="The Library", town="Quillhaven", joined_on=day, trained_on=day)
    return {
        "activity": scheme.pk,
        "figure": figure.pk,
        "site": site.pk,
        "standard": Standard.objects.filter(activity=landlord).first().pk,
        "kind": "training",
        "sheet": "sites",
        "ending": "csv",
    }
