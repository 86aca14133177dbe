"""Rows spoilt in the ways that the tests name, read by the dock.

`python -m bench.ours.malformed_rows ROWS` prints the numbers of rows read, kept and set aside, of kinds and of reasons.
"""

import random
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2] / "tests"), str(Path(__file__).parents[2] / "tests" / "unit" / "dock")]

from spoilt_rows import COLUMNS, KINDS, RAW, read_spoilt  # noqa: E402  (it lies with the tests that use it)

SEED = 50
_A_FILE = 2_000

if __name__ == "__main__":
    dice = random.Random(SEED)
    wanted, read, kept, aside, reasons = int(sys.argv[1]), 0, 0, 0, set()
    while read < wanted:
        # A file whose quotations swallow the lines after them has fewer rows than lines.
        kinds = [(dice.choice([*KINDS, *RAW]), dice.randrange(len(COLUMNS))) for _ in range(_A_FILE)]
        one = read_spoilt([("good", 0), *kinds])
        read, kept, aside = read + one.read, kept + one.kept, aside + sum(one.reasons.values())
        reasons |= set(one.reasons)
        if any(not reason for reason in one.reasons):
            sys.exit("a row was set aside without a reason")
    print(read, kept, aside, len(KINDS) + len(RAW), len(reasons))
