"""What the tests of the statistics share."""

import numpy as np
import pytest
from hypothesis import settings

# A first call imports SciPy, and a busy machine is slow: time is no part of what these tests assert.
settings.register_profile("arithmetic", deadline=None)
settings.load_profile("arithmetic")


@pytest.fixture
def rng() -> np.random.Generator:
    """The same numbers on every run."""
    return np.random.default_rng(45)
