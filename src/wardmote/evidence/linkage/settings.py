"""The partnership's own threshold for links, in its `wardmote.toml`."""

import tomllib
from pathlib import Path

from wardmote.errors import BadInput
from wardmote.evidence.linkage.linking import DEFAULT_THRESHOLD, LEAST_PROBABILITY
from wardmote.evidence.workspace import SETTINGS

_KNOWN = {"threshold"}


def threshold_of(home: Path) -> float:
    """`threshold` under `[linkage]`, or the one that there is by default. Raises BadInput where it is no probability."""
    path = home / SETTINGS
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8")).get("linkage", {})
    except (OSError, ValueError) as error:
        raise BadInput(f"cannot be read ({error})", where=str(path), do="mend the file") from error
    if not isinstance(written, dict) or set(written) - _KNOWN:
        raise BadInput("[linkage] holds something other than a threshold", where=SETTINGS, do="mend the file")
    threshold = written.get("threshold", DEFAULT_THRESHOLD)
    is_number = isinstance(threshold, int | float) and not isinstance(threshold, bool)
    if not is_number or not LEAST_PROBABILITY <= threshold <= 1:
        raise BadInput(
            f"the threshold “{threshold}” under [linkage] does not lie between {LEAST_PROBABILITY:g} and 1",
            where=SETTINGS,
            do="write one like 0.9",
        )
    return float(threshold)
