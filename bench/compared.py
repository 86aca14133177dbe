"""The measures that the benchmark compares: all that police.uk files give, by the ids in the catalogue."""

CATEGORIES = (
    "Anti-social behaviour",
    "Bicycle theft",
    "Burglary",
    "Criminal damage and arson",
    "Drugs",
    "Other crime",
    "Other theft",
    "Possession of weapons",
    "Public order",
    "Robbery",
    "Shoplifting",
    "Theft from the person",
    "Vehicle crime",
    "Violence and sexual offences",
)
OF_OUTCOMES = ("outcome-charged", "outcome-no-suspect", "outcome-victim-does-not-support")


def id_of(category: str) -> str:
    """The measure of one of the published categories."""
    return category.lower().replace(" ", "-")


MEASURES = ("all-crime", "serious-violence-proxy", *(id_of(category) for category in CATEGORIES), *OF_OUTCOMES)
OF_PARTNERS = ("violent-crimes", "knife-crimes", "personal-robbery", "completeness-of-knife-flag")
