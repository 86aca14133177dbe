"""Exampleshire: an invented partnership with known truths, for the demonstration, for training and for tests.

Every place, code and number here is made up. The truths are planted first and the files are drawn from them, so that a
test can ask whether a finding found what is really there, and stayed silent where nothing is.
"""

from wardmote.synthetic.exampleshire import DEFAULT_SEED, write_exampleshire, write_later_release
from wardmote.synthetic.scale import ScaleFiles, write_incidents
from wardmote.synthetic.truths import Truths, read_truths

__all__ = [
    "DEFAULT_SEED",
    "ScaleFiles",
    "Truths",
    "read_truths",
    "write_exampleshire",
    "write_incidents",
    "write_later_release",
]
