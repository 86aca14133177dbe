"""How much the residuals of a model scatter, judged where it matters: in their slow movement."""

from dataclasses import dataclass

import numpy as np

from wardmote.statistics.arrays import BoolArray, FloatArray

_FEWEST_COSINES = 9
_HIDDEN_TERMS = 9.0


def squared_projections(residuals: FloatArray, model: FloatArray, columns: FloatArray) -> FloatArray:
    """How much of the residuals each of `columns` takes up, beyond the model and the columns before it.

    `residuals` (s by n) are Pearson's, zero where a month is not used, and `model` (s by n by k) is the design that
    they are orthogonal to, weighted likewise; `columns` is s by n by c. Each figure (s by c) is a squared standard
    normal where counts are Poisson and the model holds, so their sum is Rao's score test for adding the columns.
    """
    if columns.shape[2] == 0:
        return np.zeros((residuals.shape[0], 0))
    orthogonal = np.linalg.qr(np.concatenate([model, columns], axis=2))[0][:, :, -columns.shape[2] :]
    return np.asarray(np.einsum("snk,sn->sk", orthogonal, residuals) ** 2)


@dataclass(frozen=True)
class Scatter:
    """How many times wider than Poisson's the residuals of each series are; arrays of one shape, NaN for "unknown".

    `overall` is Pearson's dispersion with `overall_freedom`. `allowed` is what tests allow for: the dispersion of the
    slow movement alone, judged with `allowed_freedom`.
    """

    overall: FloatArray
    overall_freedom: FloatArray
    allowed: FloatArray
    allowed_freedom: FloatArray

    def of(self, row: int) -> "Scatter":
        """The scatter of one series."""
        return Scatter(self.overall[row], self.overall_freedom[row], self.allowed[row], self.allowed_freedom[row])

    def where_known(self, is_known: BoolArray, *, otherwise: "Scatter") -> "Scatter":
        """The scatter of each series, taken from `otherwise` where it is not known."""
        return Scatter(
            np.where(is_known, self.overall, otherwise.overall),
            np.where(is_known, self.overall_freedom, otherwise.overall_freedom),
            np.where(is_known, self.allowed, otherwise.allowed),
            np.where(is_known, self.allowed_freedom, otherwise.allowed_freedom),
        )


def scatter_of(
    residuals: FloatArray, model: FloatArray, *, is_used: BoolArray, degrees_of_freedom: FloatArray
) -> Scatter:
    """The scatter of Pearson residuals (s by n) round a model (weighted design, s by n by k).

    The slow movement is what cosines of rising frequency, made orthogonal to the model, take up of the residuals: the
    mean square of the slower half of them (9 at least) estimates the variance that a sum over many months has, so that
    months which follow one another closely widen it, and each cosine brings one degree of freedom.
    Source: Lazarus, Lewis, Stock and Watson (2018), Journal of Business and Economic Statistics 36, 541-559.
    """
    months = residuals.shape[1]
    freedom = np.maximum(degrees_of_freedom, 0)
    kept = np.maximum(np.floor(freedom / 2 + 0.5), np.minimum(freedom, _FEWEST_COSINES)).astype(int)
    most = int(kept.max(initial=0))
    squares = squared_projections(residuals, model, _cosines(months, most) * is_used[:, :, None])
    slow = _mean_square((squares * (np.arange(most) < kept[:, None])).sum(axis=1), kept.astype(float))
    return Scatter(
        overall=_mean_square((residuals**2).sum(axis=1), freedom),
        overall_freedom=freedom,
        allowed=_with_what_the_model_hides(slow, freedom),
        allowed_freedom=kept.astype(float),
    )


def pooled_scatter(first: Scatter, second: Scatter, *, variances: tuple[FloatArray, FloatArray]) -> Scatter:
    """The scatter of a difference whose two sides have these Poisson variances, with Welch's degrees of freedom."""
    freedom = first.overall_freedom + second.overall_freedom
    parts = variances[0] * first.allowed, variances[1] * second.allowed
    welch = (parts[0] + parts[1]) ** 2 / (
        parts[0] ** 2 / first.allowed_freedom + parts[1] ** 2 / second.allowed_freedom
    )
    return Scatter(
        overall=(first.overall * first.overall_freedom + second.overall * second.overall_freedom) / freedom,
        overall_freedom=freedom,
        allowed=(parts[0] + parts[1]) / (variances[0] + variances[1]),
        allowed_freedom=welch,
    )


def _with_what_the_model_hides(slow: FloatArray, freedom: FloatArray) -> FloatArray:
    """The slow dispersion with its excess over 1 raised.

    Years and calendar months take the slowest movement out of the residuals along with themselves, the more so in a
    short series. By how much, and how many cosines are kept, were set so that false alarms stay near 5% (`make
    calibrate`) in series whose months carry a tenth of their scatter over to the next.
    """
    return slow + _HIDDEN_TERMS / np.maximum(freedom, 1) * np.clip(slow - 1, 0.0, 1.0)


def _mean_square(total: FloatArray, freedom: FloatArray) -> FloatArray:
    return np.divide(total, freedom, out=np.full_like(total, np.nan), where=freedom > 0)


def _cosines(months: int, most: int) -> FloatArray:
    return np.asarray(np.cos(np.pi * np.outer(np.arange(months) + 0.5, np.arange(1, most + 1)) / months))
