"""The Home Office's group and subgroup of each offence code that Exampleshire uses."""

_PERSON, _SEXUAL, _THEFT = "Violence against the person", "Sexual offences", "Theft offences"
_SOCIETY, _WEAPONS, _DRUGS = "Miscellaneous crimes against society", "Possession of weapons offences", "Drug offences"
_ORDER, _DAMAGE = "Public order offences", "Criminal damage and arson"

_MEMBERS = {
    (_PERSON, "Homicide"): ("1",),
    (_PERSON, "Violence with injury"): ("2", "5D", "5E", "8N"),
    (_PERSON, "Violence without injury"): ("105A", "104", "3B", "11A"),
    (_PERSON, "Stalking and harassment"): ("8Q", "8L", "8R"),
    (_SEXUAL, "Rape"): ("19C", "19D", "19F"),
    (_SEXUAL, "Other sexual offences"): ("20A", "17A", "88E"),
    ("Robbery", "Robbery of business property"): ("34A",),
    ("Robbery", "Robbery of personal property"): ("34B",),
    (_ORDER, "Public order offences"): ("9A", "9B", "62A"),
    (_DAMAGE, "Arson"): ("56B",),
    (_DAMAGE, "Criminal damage"): ("58A", "58B", "58C", "58D"),
    (_THEFT, "Residential burglary"): ("28E",),
    (_THEFT, "Non-residential burglary"): ("30C",),
    (_THEFT, "Theft from a vehicle"): ("45",),
    (_THEFT, "Theft of a motor vehicle"): ("48",),
    (_THEFT, "Interfering with a motor vehicle"): ("126",),
    (_THEFT, "Bicycle theft"): ("44",),
    (_THEFT, "Shoplifting"): ("46",),
    (_THEFT, "Theft from the person"): ("39",),
    (_THEFT, "Other theft offences"): ("40", "49", "49A"),
    (_DRUGS, "Trafficking of drugs"): ("92A",),
    (_DRUGS, "Possession of drugs"): ("92D", "92E"),
    (_WEAPONS, "Possession of weapons offences"): ("10C", "10D"),
    (_SOCIETY, "Miscellaneous crimes against society"): ("54", "79", "96", "99"),
}

GROUPS = {code: group for group, codes in _MEMBERS.items() for code in codes}
