"""Zips of invented police files, half a million rows each.

`python -m bench.ours.scale_files FOLDER ROWS`
"""

import sys
from pathlib import Path

from wardmote.synthetic import write_incidents

SEED = 20

if __name__ == "__main__":
    write_incidents(Path(sys.argv[1]), rows=int(sys.argv[2]), seed=SEED, is_zipped=True)
