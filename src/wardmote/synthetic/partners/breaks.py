"""The register of breaks: what changed in the way that things are recorded, and the month when much was shut."""

from wardmote.synthetic.partners.delivery import Delivery
from wardmote.synthetic.partners.truths import FileTruth, PlantedBreak
from wardmote.synthetic.partners.world import World
from wardmote.synthetic.police_files import FORCE_SLUG
from wardmote.synthetic.tables import csv_bytes

NAME = "series_breaks_partners.csv"
HEADER = ("first_month", "last_month", "source", "area_kind", "area", "category", "flag", "kind", "description")
_SHUT = "Venues were shut and offices half staffed for three weeks of storms and floods"
_SHORT_OF = ("police-crimes", "police-asb", "ambulance", "ed-violence", "council-asb")


def planted_breaks(world: World) -> tuple[PlantedBreak, ...]:
    """The changes that the register lists."""
    change = world.country.planting.recording_change
    system = "A new records system makes the question on alcohol a duty: more records answer it"
    return (
        PlantedBreak("police-uk", change.crime_type, "", "recording", change.first_month, None, change.reason),
        PlantedBreak(
            "police-crimes", "Public order offences", "", "recording", change.first_month, None, change.reason
        ),
        PlantedBreak("police-crimes", "", "alcohol", "system", world.new_system, None, system),
        *(PlantedBreak(source, "", "", "lockdown", world.lockdown, world.lockdown, _SHUT) for source in _SHORT_OF),
    )


def breaks_register(world: World) -> Delivery:
    """The whole register, the change in the police files included: it replaces the one beside those."""
    rows = [
        (
            f"{one.first_month:%Y-%m}",
            f"{one.last_month:%Y-%m}" if one.last_month else "",
            one.source,
            "force",
            FORCE_SLUG,
            one.category,
            one.flag,
            one.kind,
            one.reason,
        )
        for one in planted_breaks(world)
    ]
    return Delivery(csv_bytes(HEADER, rows), FileTruth(NAME, "series-breaks", len(rows)))
