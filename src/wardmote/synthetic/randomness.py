"""Seeded randomness, a separate stream for each purpose."""

import zlib

import numpy as np


def stream(seed: int, purpose: str) -> np.random.Generator:
    """A generator of its own for one purpose, so that a new draw in one part never shifts the draws of another."""
    return np.random.default_rng([seed, zlib.crc32(purpose.encode("utf-8"))])
