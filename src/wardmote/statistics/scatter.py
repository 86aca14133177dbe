"""How much the residuals of a model scatter, judged where it matters: in their slow movement."""

import numpy as np

from wardmote.statistics.arrays import BoolArray, FloatArray


def squared_projections(residuals: FloatArray, model: FloatArray, columns: FloatArray) -> FloatArray:
    """How much of the residuals each of `columns` takes up, beyond the model and the columns before it.

    `residuals` (s by n) are Pearson's, zero where a month is not used, and `model` (s by n by k) is the design that
    they are orthogonal to, weighted likewise; `columns` is s by n by c. Each figure (s by c) is a squared standard
    normal where counts are Poisson and the model holds, so their sum is Rao's score test for adding the columns.
    """
    orthogonal = np.linalg.qr(np.concatenate([model, columns], axis=2))[0][:, :, -columns.shape[2] :]
    return np.asarray(np.einsum("snk,sn->sk", orthogonal, residuals) ** 2)


def slow_dispersion(
    residuals: FloatArray, model: FloatArray, *, is_used: BoolArray, degrees_of_freedom: FloatArray, share: float
) -> tuple[FloatArray, FloatArray]:
    """How much wider than Poisson's the slow movement of the residuals is, and the degrees of freedom behind that.

    The residuals are projected on cosines of rising frequency, made orthogonal to the model. The mean square of the
    slowest `share` of them estimates the variance that a sum over many months has, so that months which follow one
    another closely widen it, and each cosine brings one degree of freedom. Returns two arrays of length s.
    Source: Lazarus, Lewis, Stock and Watson (2018), Journal of Business and Economic Statistics 36, 541-559.
    """
    series, months = residuals.shape
    kept = np.floor(np.maximum(degrees_of_freedom, 0) * share + 0.5).astype(int)
    most = int(kept.max(initial=0))
    if most == 0:
        return np.full(series, np.nan), np.zeros(series)
    squares = squared_projections(residuals, model, _cosines(months, most) * is_used[:, :, None])
    total = (squares * (np.arange(most) < kept[:, None])).sum(axis=1)
    return np.divide(total, kept, out=np.full(series, np.nan), where=kept > 0), kept.astype(float)


def _cosines(months: int, most: int) -> FloatArray:
    return np.asarray(np.cos(np.pi * np.outer(np.arange(months) + 0.5, np.arange(1, most + 1)) / months))
