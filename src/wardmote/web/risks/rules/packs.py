"""The packs of duties that the catalogue has, as choices."""

from wardmote.definitions.duties import all_duty_packs


def pack_choices() -> list[tuple[str, str]]:
    """Each pack with its title, as a field offers them."""
    return [(pack.id, pack.title) for pack in all_duty_packs()]
