"""The offences behind each crime type of the police files: Home Office codes, and how often each kind of flag is true."""

from dataclasses import dataclass

SEXUAL = "sexual offences"
VIOLENCE = "violent crime"
STALKING = "stalking and harassment"
ROBBERY = "robbery"
OTHER = "other"
# The local definition of serious violence is a list of codes; this is Exampleshire's.
SERIOUS_CODES = ("1", "2", "5D", "5E", "19C", "19D", "19F", "34A", "34B")


@dataclass(frozen=True)
class Code:
    """One offence code: its share of the crime type, and the shares of its crimes to which each flag applies."""

    crime_type: str
    code: str
    description: str
    share: float
    kind: str = OTHER
    domestic: float = 0.0
    alcohol: float = 0.06
    drugs: float = 0.03
    mental_health: float = 0.03
    knife: float = 0.0
    victims: float = 0.9
    suspects: float = 0.25


_VIOLENCE, _PUBLIC, _DAMAGE = "Violence and sexual offences", "Public order", "Criminal damage and arson"
_DRUGS, _WEAPONS, _OTHER, _THEFT = "Drugs", "Possession of weapons", "Other crime", "Other theft"

CODES = (
    Code(_VIOLENCE, "1", "Murder", 0.0004, VIOLENCE, 0.3, 0.4, 0.2, 0.2, 0.4, 1.0, 0.95),
    Code(_VIOLENCE, "2", "Attempted murder", 0.001, VIOLENCE, 0.3, 0.3, 0.2, 0.2, 0.5, 1.0, 0.95),
    Code(_VIOLENCE, "5D", "Assault with intent to cause serious harm", 0.016, VIOLENCE, 0.22, 0.38, 0.12, 0.1, 0.3, 1.0, 0.8),
    Code(_VIOLENCE, "5E", "Endangering life", 0.004, VIOLENCE, 0.25, 0.3, 0.1, 0.12, 0.05, 1.0, 0.8),
    Code(_VIOLENCE, "8N", "Assault with injury", 0.225, VIOLENCE, 0.36, 0.35, 0.06, 0.09, 0.03, 1.0, 0.78),
    Code(_VIOLENCE, "105A", "Assault without injury", 0.285, VIOLENCE, 0.38, 0.28, 0.05, 0.09, 0.01, 1.0, 0.76),
    Code(_VIOLENCE, "104", "Assault without injury on a constable", 0.03, VIOLENCE, 0.06, 0.45, 0.12, 0.25, 0.0, 1.0, 0.99),
    Code(_VIOLENCE, "3B", "Threats to kill", 0.03, VIOLENCE, 0.36, 0.2, 0.08, 0.18, 0.06, 1.0, 0.85),
    Code(_VIOLENCE, "11A", "Cruelty to children/young persons", 0.02, VIOLENCE, 0.3, 0.12, 0.06, 0.1, 0.0, 1.0, 0.9),
    Code(_VIOLENCE, "8Q", "Stalking", 0.07, STALKING, 0.62, 0.06, 0.04, 0.1, 0.0, 1.0, 0.85),
    Code(_VIOLENCE, "8L", "Harassment", 0.125, STALKING, 0.34, 0.07, 0.03, 0.1, 0.0, 1.0, 0.72),
    Code(_VIOLENCE, "8R", "Malicious communications", 0.09, STALKING, 0.28, 0.04, 0.02, 0.08, 0.0, 1.0, 0.66),
    Code(_VIOLENCE, "19C", "Rape of a female aged 16 and over", 0.028, SEXUAL, 0.36, 0.3, 0.06, 0.08, 0.0, 1.0, 0.85),
    Code(_VIOLENCE, "19D", "Rape of a female child under 16", 0.0086, SEXUAL, 0.04, 0.08, 0.03, 0.05, 0.0, 1.0, 0.85),
    Code(_VIOLENCE, "19F", "Rape of a male aged 16 and over", 0.004, SEXUAL, 0.15, 0.25, 0.08, 0.08, 0.0, 1.0, 0.8),
    Code(_VIOLENCE, "20A", "Sexual assault on a female aged 13 and over", 0.041, SEXUAL, 0.1, 0.28, 0.04, 0.06, 0.0, 1.0, 0.66),
    Code(_VIOLENCE, "17A", "Sexual assault on a male aged 13 and over", 0.006, SEXUAL, 0.05, 0.24, 0.04, 0.06, 0.0, 1.0, 0.62),
    Code(_VIOLENCE, "88E", "Exposure and voyeurism", 0.016, SEXUAL, 0.02, 0.1, 0.05, 0.14, 0.0, 0.95, 0.45),
    Code("Robbery", "34A", "Robbery of business property", 0.12, ROBBERY, 0.0, 0.12, 0.14, 0.06, 0.26, 0.2, 0.55),
    Code("Robbery", "34B", "Robbery of personal property", 0.88, ROBBERY, 0.03, 0.16, 0.12, 0.06, 0.2, 1.0, 0.48),
    Code(_PUBLIC, "9A", "Public fear, alarm or distress", 0.86, OTHER, 0.14, 0.34, 0.06, 0.12, 0.02, 0.85, 0.6),
    Code(_PUBLIC, "9B", "Racially or religiously aggravated public fear, alarm or distress", 0.1, OTHER, 0.01, 0.34, 0.05, 0.1, 0.0, 1.0, 0.6),
    Code(_PUBLIC, "62A", "Violent disorder", 0.04, OTHER, 0.0, 0.42, 0.08, 0.03, 0.08, 0.3, 0.6),
    Code(_DAMAGE, "56B", "Arson not endangering life", 0.05, OTHER, 0.05, 0.05, 0.03, 0.08),
    Code(_DAMAGE, "58A", "Criminal damage to a dwelling", 0.27, OTHER, 0.24, 0.14, 0.04, 0.08, 0.0, 1.0, 0.4),
    Code(_DAMAGE, "58B", "Criminal damage to a building other than a dwelling", 0.16, OTHER, 0.01, 0.1, 0.03, 0.05, 0.0, 0.3),
    Code(_DAMAGE, "58C", "Criminal damage to a vehicle", 0.36, OTHER, 0.08, 0.07, 0.02, 0.03),
    Code(_DAMAGE, "58D", "Other criminal damage", 0.16, OTHER, 0.1, 0.1, 0.03, 0.05),
    Code("Burglary", "28E", "Burglary residential", 0.66, OTHER, 0.03, 0.03, 0.05, 0.02),
    Code("Burglary", "30C", "Burglary business and community", 0.34, OTHER, 0.0, 0.02, 0.05, 0.01, 0.0, 0.25),
    Code("Vehicle crime", "45", "Theft from vehicle", 0.58, OTHER, suspects=0.08),
    Code("Vehicle crime", "48", "Theft or unauthorised taking of motor vehicle", 0.28, OTHER, 0.02, suspects=0.12),
    Code("Vehicle crime", "126", "Interfering with a motor vehicle", 0.14, OTHER, suspects=0.08),
    Code("Bicycle theft", "44", "Theft or unauthorised taking of a pedal cycle", 1.0, OTHER, suspects=0.06),
    Code("Shoplifting", "46", "Shoplifting", 1.0, OTHER, 0.0, 0.08, 0.16, 0.05, 0.01, 0.0, 0.42),
    Code("Theft from the person", "39", "Theft from the person", 1.0, OTHER, 0.01, 0.1, suspects=0.08),
    Code(_THEFT, "40", "Theft in a dwelling other than from an automatic machine or meter", 0.2, OTHER, 0.2, suspects=0.45),
    Code(_THEFT, "49", "Other theft", 0.62, OTHER, 0.03, victims=0.75, suspects=0.2),
    Code(_THEFT, "49A", "Making off without payment", 0.18, OTHER, victims=0.0, suspects=0.3),
    Code(_DRUGS, "92A", "Trafficking in controlled drugs", 0.24, OTHER, 0.0, 0.05, 1.0, 0.04, 0.06, 0.0, 0.9),
    Code(_DRUGS, "92D", "Possession of controlled drugs (excluding cannabis)", 0.26, OTHER, 0.0, 0.12, 1.0, 0.05, 0.03, 0.0, 0.97),
    Code(_DRUGS, "92E", "Possession of controlled drugs (cannabis)", 0.5, OTHER, 0.0, 0.08, 1.0, 0.03, 0.02, 0.0, 0.97),
    Code(_WEAPONS, "10C", "Possession of other weapons", 0.38, OTHER, 0.02, 0.12, 0.12, 0.08, 0.0, 0.1, 0.9),
    Code(_WEAPONS, "10D", "Possession of article with blade or point", 0.62, OTHER, 0.03, 0.14, 0.14, 0.12, 1.0, 0.1, 0.9),
    Code(_OTHER, "54", "Handling stolen goods", 0.16, OTHER, victims=0.0, suspects=0.9),
    Code(_OTHER, "79", "Perverting the course of justice", 0.2, OTHER, 0.3, victims=0.3, suspects=0.9),
    Code(_OTHER, "96", "Wildlife", 0.14, OTHER, victims=0.1, suspects=0.3),
    Code(_OTHER, "99", "Other notifiable offences", 0.5, OTHER, 0.1, victims=0.4, suspects=0.7),
)  # fmt: skip
