"""Two invented lists made, and linked with the truth beside them.

`python -m bench.ours.linked_people make FOLDER PEOPLE`, then `python -m bench.ours.linked_people link FOLDER`
"""

import sys
import time
from pathlib import Path

from wardmote.evidence.linkage import link_people, linkage_quality
from wardmote.evidence.linkage.files import read_people, read_truth
from wardmote.synthetic.partners.linkage import HEALTH, MATCHES, POLICE, write_linkage_sets

SEED = 1


def _link(folder: Path) -> None:
    lists = read_people(folder / POLICE), read_people(folder / HEALTH)
    records = lists[0].records + lists[1].records
    start = time.perf_counter()
    linkage = link_people(records)
    print(f"stage\tlink\t{time.perf_counter() - start:.3f}")
    quality = linkage_quality(linkage, read_truth(folder / MATCHES, lists))
    print(f"{len(records):,} records: precision {quality.precision.value:.1%}, recall {quality.recall.value:.1%}")


if __name__ == "__main__":
    if sys.argv[1] == "make":
        write_linkage_sets(Path(sys.argv[2]), people=int(sys.argv[3]), seed=SEED)
    else:
        _link(Path(sys.argv[2]))
