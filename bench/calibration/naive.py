"""What people do without these tests: Poisson on two years, and rolling years compared as if they were independent."""

import numpy as np
from scipy.special import ndtr, stdtr

from bench.calibration.series import FloatArray


def poisson_years(counts: FloatArray) -> FloatArray:
    """P-values of the last 12 months against the 12 before, every scatter beyond Poisson's ignored."""
    after, before = counts[:, -12:].sum(axis=1), counts[:, -24:-12].sum(axis=1)
    return np.asarray(2 * ndtr(-np.abs(after - before) / np.sqrt(np.maximum(after + before, 1))))


def overlapping_years(counts: FloatArray) -> FloatArray:
    """P-values of the rolling year to the last month against the rolling year to three months before."""
    after, before = counts[:, -12:].sum(axis=1), counts[:, -15:-3].sum(axis=1)
    return np.asarray(2 * ndtr(-np.abs(after - before) / np.sqrt(np.maximum(after + before, 1))))


def line_through_rolling_years(counts: FloatArray) -> FloatArray:
    """P-values of a straight line through all the rolling years, each point taken as new information."""
    rolling = np.lib.stride_tricks.sliding_window_view(counts, 12, axis=1).sum(axis=2)
    x = np.arange(rolling.shape[1]) - (rolling.shape[1] - 1) / 2
    centred = rolling - rolling.mean(axis=1, keepdims=True)
    slope = centred @ x / (x @ x)
    left = ((centred - slope[:, None] * x) ** 2).sum(axis=1)
    freedom = x.size - 2
    error = np.sqrt(np.maximum(left, 1e-12) / freedom / (x @ x))
    return np.asarray(2 * stdtr(freedom, -np.abs(slope) / error))
