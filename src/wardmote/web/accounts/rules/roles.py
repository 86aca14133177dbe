"""The table of roles, read from `roles.toml` beside this."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

_TABLE = Path(__file__).with_name("roles.toml")
# What a partnership's members may do in the one above or below theirs.
NEIGHBOUR_PERMISSIONS = frozenset({"partnership.read", "plan.read", "board.read"})


@dataclass(frozen=True)
class Role:
    """A set of permissions under a name."""

    id: str
    title: str
    may: frozenset[str]


def read_roles(path: Path = _TABLE) -> dict[str, Role]:
    """Every role, by its id."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Role(name, row["title"], frozenset(row["may"])) for name, row in table.items()}


ROLES = read_roles()
ROLE_CHOICES = [(role.id, role.title) for role in ROLES.values()]
