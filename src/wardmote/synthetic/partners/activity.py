"""What the partnership wrote down of its own activity, month by month: nothing in it changes from year to year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wardmote.synthetic.months import shift
from wardmote.synthetic.names import TOWNS
from wardmote.synthetic.partners.delivery import Delivery
from wardmote.synthetic.partners.sheets import csv_sheet
from wardmote.synthetic.partners.truths import FileTruth, PlantedFigure, YearCount
from wardmote.synthetic.partners.world import World

NAME = "activity.csv"
HEADER = ("Activity From", "Activity To", "Activity Figure", "Activity Kind", "Activity Place", "Activity Value")


@dataclass(frozen=True)
class _Flow:
    """Something that happens `a_month` times in an average month, all over the partnership or shared out to the towns."""

    id: str
    kind: str
    item: str
    a_month: float
    by_town: bool = False


@dataclass(frozen=True)
class _Stock:
    """Something that is there: so many in each town, the same at the end of every month."""

    kind: str
    item: str
    in_towns: tuple[int, ...]


_FLOWS = (
    _Flow("health-advocates", "Service", "service: supported, Health advocates", 34),
    _Flow("health-staff-trained", "Service", "service: staff_trained, Health advocates", 42),
    _Flow("child-advocacy", "Service", "service: supported, Child advocates", 17),
    _Flow("drop-ins", "Service", "service: supported, Drop-in", 31, by_town=True),
    _Flow("programme-completions", "Programme", "programme: completed, Those who harm", 2.25),
    _Flow("recovery-completions", "Programme", "programme: completed, Recovery", 3.5),
    _Flow("youth-completions", "Pilot", "pilot: completed, Young people", 3),
    _Flow("cuckooing-referrals", "Pilot", "pilot: referred, Cuckooing", 10, by_town=True),
    _Flow("stalking-referrals", "Pilot", "pilot: referred, Stalking", 1.5),
    _Flow("focused-deterrence", "Pilot", "pilot: completed, Knives", 0.8),
    _Flow("training-sessions", "Training", "training: sessions", 2),
    _Flow("housing-staff-trained", "DAHA accreditation", "daha: trained", 16),
    _Flow("campaign-events", "Campaign or week of action", "campaign: events", 1.5),
    _Flow("campaign-attendance", "Campaign or week of action", "campaign: attended", 60),
    _Flow("campaign-reach", "Campaign or week of action", "campaign: reach", 3500),
    _Flow("material-views", "Leaflets and materials", "material: viewed", 800),
    _Flow("leaflets", "Leaflets and materials", "material: given_out", 500),
    _Flow("handbags", "Donations", "donation: items", 22),
    _Flow("patrol-hours", "Patrols", "patrol: hours", 1085, by_town=True),
    _Flow("conferences", "Case conferences", "conference: held", 5.3),
    _Flow("co-production", "You said, we did", "co-production: meetings", 1),
)
_STOCKS = (
    _Stock("Service", "service: advocates, Child advocates", (3, 2, 1)),
    _Stock("CCTV", "cctv: sites", (720, 456, 120)),
    _Stock("CCTV", "cctv: sites, Bus shelter or station", (84, 57, 15)),
    _Stock("Venue promise", "venue-promise: sites", (16, 10, 4)),
)
_SHARES = (0.5, 0.35, 0.15)


def activity(world: World) -> Delivery:
    """One row a figure, month and town; a month in which nothing of a kind happened has the figure 0."""
    rng = world.stream("activity")
    counts = {one.id: world.stream(f"activity {one.id}").poisson(one.a_month, len(world.months)) for one in _FLOWS}
    rows: list[tuple[object, ...]] = []
    for at, month in enumerate(world.months):
        for flow in _FLOWS:
            number = int(counts[flow.id][at])
            parts = rng.multinomial(number, _SHARES).tolist() if flow.by_town else [number]
            rows += _rows(month, flow, zip(TOWNS if flow.by_town else ("",), parts, strict=True))
        for stock in _STOCKS:
            rows += _rows(month, stock, zip(TOWNS, stock.in_towns, strict=True))
    figures = tuple(
        PlantedFigure(
            f"activity-{one.id}", f"{one.item}, all towns", NAME, "level",
            {"Activity Figure": (one.item,)}, _years(world, counts[one.id].tolist()), is_changed=False,
        )
        for one in _FLOWS
    )  # fmt: skip
    return Delivery(csv_sheet(HEADER, rows), FileTruth(NAME, "workspace-activity", len(rows)), figures)


def _rows(month: date, what: _Flow | _Stock, parts: Iterator[tuple[str, int]]) -> Iterator[tuple[object, ...]]:
    last = shift(month, by=1) - timedelta(days=1)
    first = last if isinstance(what, _Stock) else month
    for town, number in parts:
        yield (first.isoformat(), last.isoformat(), what.item, what.kind, town, number)


def _years(world: World, counts: list[int]) -> tuple[YearCount, ...]:
    return tuple(YearCount(start, sum(counts[12 * i : 12 * i + 12])) for i, (start, _) in enumerate(world.years))
