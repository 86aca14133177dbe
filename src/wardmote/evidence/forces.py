"""Which police force a partnership's crimes are recorded by."""

import re
from typing import TYPE_CHECKING

from wardmote.definitions.vocabulary import read_vocabulary

if TYPE_CHECKING:
    import duckdb

# A neighbouring force records a few crimes over its border; the home force records nearly all.
_HOME_SHARE = 0.2


def home_forces(cursor: "duckdb.DuckDBPyConnection") -> tuple[str, ...]:
    """The forces whose police force areas the partnership lies in, by lookup, or by who records most there.

    Also makes `force_areas` (pfa_code, force).
    """
    _make_force_areas(cursor)
    found = cursor.execute(
        "SELECT DISTINCT force_areas.force FROM units JOIN force_areas ON force_areas.pfa_code = units.pfa_code"
        " WHERE is_member ORDER BY ALL"
    )
    by_lookup = tuple(str(force) for (force,) in found.fetchall())
    return by_lookup or _by_counting(cursor)


def _by_counting(cursor: "duckdb.DuckDBPyConnection") -> tuple[str, ...]:
    counts = cursor.execute(
        """
        SELECT incidents.force, count(*) AS n FROM incidents JOIN places USING (lsoa_code) JOIN units USING (unit)
        WHERE units.is_member GROUP BY ALL ORDER BY ALL
        """
    ).fetchall()
    total = sum(n for _, n in counts)
    return tuple(str(force) for force, n in counts if n >= _HOME_SHARE * total)


def _make_force_areas(cursor: "duckdb.DuckDBPyConnection") -> None:
    known = {row["pfa_code"]: row["force"] for row in read_vocabulary("forces") if row["pfa_code"]}
    pairs = cursor.execute("SELECT DISTINCT pfa_code, pfa_name FROM units WHERE pfa_code IS NOT NULL").fetchall()
    # A force area that is not in the vocabulary goes by its name, as data.police.uk would write it.
    cursor.execute(
        "CREATE OR REPLACE TABLE force_areas AS"
        " SELECT unnest(CAST($codes AS VARCHAR[])) AS pfa_code, unnest(CAST($forces AS VARCHAR[])) AS force",
        {"codes": [code for code, _ in pairs], "forces": [known.get(code) or _short(name) for code, name in pairs]},
    )


def _short(name: str | None) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", (name or "").lower().replace("&", "and")))
