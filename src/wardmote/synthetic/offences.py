"""The fourteen crime types of the police files: how common each is, its season, and how crimes of it end."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Offence:
    """One crime type. `season` is the amplitude of a yearly wave on the log scale, highest in `peak_month`.

    `centre` and `hardship` say how strongly the type gathers in town centres and in deprived places (log scale).
    `unrest` is the coefficient of variation of a month beyond chance: what makes real counts over-dispersed.
    `solved`, `named` and `unknown` are the shares that end with a charge or another sanction, with a suspect who
    cannot be prosecuted, and with no suspect; a few others end in other ways or are not yet decided.
    """

    crime_type: str
    per_1000_a_year: float
    season: float = 0.0
    peak_month: int = 7
    centre: float = 0.4
    hardship: float = 0.35
    unrest: float = 0.05
    solved: float = 0.08
    named: float = 0.30
    unknown: float = 0.50


ASB = "Anti-social behaviour"

# Levels and outcomes are rounded from the shares that English shire forces publish.
OFFENCES = (
    Offence(ASB, 20.5, season=0.30, centre=0.6, unrest=0.05),
    Offence("Bicycle theft", 1.2, season=0.25, peak_month=8, centre=0.8, hardship=0.1, solved=0.03, named=0.07, unknown=0.85),
    Offence("Burglary", 3.5, season=0.08, peak_month=11, centre=0.1, solved=0.06, named=0.14, unknown=0.72),
    Offence("Criminal damage and arson", 6.8, season=0.05, peak_month=5, solved=0.07, named=0.24, unknown=0.62),
    Offence("Drugs", 1.9, centre=0.7, unrest=0.08, solved=0.55, named=0.10, unknown=0.12),
    Offence("Other crime", 1.0, solved=0.13, named=0.45, unknown=0.18),
    Offence("Other theft", 6.0, season=0.06, peak_month=7, centre=0.9, solved=0.02, named=0.22, unknown=0.70),
    Offence("Possession of weapons", 0.7, centre=0.7, unrest=0.06, solved=0.50, named=0.28, unknown=0.08),
    Offence("Public order", 5.4, season=0.12, centre=0.8, solved=0.14, named=0.44, unknown=0.32),
    Offence("Robbery", 1.05, centre=0.9, unrest=0.04, solved=0.15, named=0.38, unknown=0.36),
    Offence("Shoplifting", 7.8, centre=1.8, hardship=0.2, unrest=0.05, solved=0.26, named=0.16, unknown=0.50),
    Offence("Theft from the person", 0.65, centre=1.4, hardship=0.1, unrest=0.06, solved=0.04, named=0.23, unknown=0.66),
    Offence("Vehicle crime", 5.0, centre=0.1, hardship=0.2, solved=0.03, named=0.09, unknown=0.82),
    Offence("Violence and sexual offences", 28.5, season=0.08, centre=0.6, unrest=0.03, solved=0.11, named=0.56, unknown=0.16),
)  # fmt: skip

CRIME_TYPES = tuple(offence.crime_type for offence in OFFENCES)


def measure_id(crime_type: str) -> str:
    """The kebab-case name under which the catalogue measures a crime type."""
    return crime_type.lower().replace(" ", "-")
