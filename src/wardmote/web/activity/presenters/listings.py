"""Activities, figures and sites as lists."""

from django.urls import reverse

from wardmote.definitions.activity_kind import ActivityKind
from wardmote.web.activity.models import Activity, ActivityFigure, Site
from wardmote.web.activity.presenters.words import number, period_in_words
from wardmote.web.activity.rules.kinds import kind_choices
from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell
from wardmote.web.core.lists import Choice, Column, Listing
from wardmote.web.core.wording import plain_day


def activities_listing(actor: Actor) -> Listing[Activity]:
    """Every activity."""

    def href(one: Activity) -> str:
        return reverse("activity", args=[actor.partnership_slug, one.pk])

    return Listing(
        name="activities",
        noun="activity",
        nouns="activities",
        order="title",
        searched=("title", "agency__name", "place", "summary"),
        choices=(
            Choice("kind", "Kind", tuple((kind, title, {"kind": kind}) for kind, title in kind_choices())),
            Choice("state", "State", tuple((one.value, one.label, {"state": one.value}) for one in Activity.State)),
            Choice("cc", "CC mark", (("yes", "Yes", {"is_cc": True}), ("no", "No", {"is_cc": False}))),
        ),
        columns=(
            Column("title", "Activity", lambda one: Cell(one.title, href=href(one)), sort="title"),
            Column("kind", "Kind", lambda one: Cell(one.kind_of.title), sort="kind"),
            Column("agency", "Lead agency", lambda one: Cell(one.agency.name), sort="agency__name"),
            Column("state", "State", lambda one: Cell(one.get_state_display()), sort="state"),
            Column("when", "When", lambda one: Cell(period_in_words(one)), sort="started_on"),
            Column("cc", "Serves several", lambda one: Cell("CC" if getattr(one, "is_cc", False) else "")),
        ),
    )


def figures_listing(actor: Actor, kind: ActivityKind, *, may_change: bool) -> Listing[ActivityFigure]:
    """The figures of one activity."""

    def label(one: ActivityFigure) -> Cell:
        href = reverse("figure-change", args=[actor.partnership_slug, one.pk]) if may_change else ""
        return Cell(kind.figures[one.item].label if one.item in kind.figures else one.item, href=href, note=one.note)

    return Listing(
        name="figures",
        noun="figure",
        nouns="figures",
        order="-first",
        searched=("place", "note", "of_agency__name"),
        choices=(Choice("item", "Counted", tuple((i, f.label, {"item": i}) for i, f in kind.figures.items())),),
        columns=(
            Column("item", "What was counted", label, sort="item"),
            Column("first", "From", lambda one: Cell(plain_day(one.first_on)), sort="first_on"),
            Column("last", "To", lambda one: Cell(plain_day(one.last_on)), sort="last_on"),
            Column("value", "How many", lambda one: Cell(number(one.value), is_number=True), sort="value"),
            Column("place", "Place", lambda one: Cell(one.place), sort="place"),
            Column("of", "From agency", lambda one: Cell(str(one.of_agency or "")), sort="of_agency__name"),
        ),
    )


def sites_listing(actor: Actor, kind: ActivityKind, *, may_change: bool) -> Listing[Site]:
    """The venues, businesses or cameras of one activity."""
    assert kind.sites is not None

    def name(one: Site) -> Cell:
        href = reverse("site-change", args=[actor.partnership_slug, one.pk]) if may_change else ""
        return Cell(one.name, href=href, note=one.note)

    days: list[Column[Site]] = [Column("joined", "Since", lambda one: Cell(plain_day(one.joined_on)), sort="joined_on")]
    if kind.sites.has_training:
        days.append(Column("trained", "Trained", lambda one: Cell(_day(one.trained_on, "not yet")), sort="trained_on"))
    if kind.sites.has_pledge:
        days.append(Column("pledged", "Pledged", lambda one: Cell(_day(one.pledged_on, "not yet")), sort="pledged_on"))
    there = (("now", "There now", {"left_on": None}), ("left", "Has left", {"left_on__isnull": False}))
    return Listing(
        name=kind.id,
        noun=kind.sites.noun,
        nouns=kind.sites.nouns,
        order="name",
        searched=("name", "town", "category"),
        choices=(Choice("there", "There", there),),
        columns=(
            Column("name", "Name", name, sort="name"),
            Column("type", "Type", lambda one: Cell(one.category), sort="category"),
            Column("town", "Town", lambda one: Cell(one.town), sort="town"),
            Column("number", "How many", lambda one: Cell(f"{one.number:,}", is_number=True), sort="number"),
            *days,
            Column("left", "Left", lambda one: Cell(_day(one.left_on, "")), sort="left_on"),
            Column("point", "Map point", lambda one: Cell(_point(one))),
        ),
    )


def _day(day: object, otherwise: str) -> str:
    return plain_day(day) if day else otherwise  # type: ignore[arg-type]


def _point(one: Site) -> str:
    return f"{one.latitude:.5f}, {one.longitude:.5f}" if one.latitude is not None else "none yet"
