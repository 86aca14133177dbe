"""Slow, obvious twins of the survey statistics: every candidate tried, one respondent at a time."""

from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal


def attainable_percentages(stated: Decimal, base: int) -> list[int]:
    """Every count whose percentage is printed like that when a half is rounded up, or down."""
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent))
    found = []
    for count in range(base + 1):
        percentage = Decimal(100 * count) / Decimal(base)
        if stated in (percentage.quantize(step, ROUND_HALF_UP), percentage.quantize(step, ROUND_HALF_DOWN)):
            found.append(count)
    return found


def effective_base(weights: list[float]) -> float:
    """The base that has the variance of a weighted mean, one respondent at a time."""
    total = sum(weights)
    return 1 / sum((weight / total) ** 2 for weight in weights)


def weighted_share(answers: list[int], weights: list[float]) -> float:
    """What everybody's weight says, of those who answered yes."""
    return sum(weight for answer, weight in zip(answers, weights, strict=True) if answer) / sum(weights)


def raked_table(table: list[list[float]], rows: list[float], columns: list[float]) -> list[list[float]]:
    """A table of two margins, its rows and columns scaled in turn until the rows stay right."""
    cells = [list(row) for row in table]
    while True:
        for i, target in enumerate(rows):
            total = sum(cells[i])
            cells[i] = [cell * target / total for cell in cells[i]]
        for j, target in enumerate(columns):
            total = sum(row[j] for row in cells)
            for row in cells:
                row[j] *= target / total
        if all(abs(sum(row) - target) < 1e-9 for row, target in zip(cells, rows, strict=True)):
            return cells
