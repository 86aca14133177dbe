"""Splink's model of the comparisons, trained on the lists themselves where they are long enough, and its scores.

Splink: Linacre and others (2022), International Journal of Population Data Science 7:3. It runs here in a DuckDB in
memory that may not spill, and says nothing: what it logs could hold rows.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import duckdb

from wardmote.evidence.duck import named
from wardmote.evidence.linkage.comparisons import BLOCKS, COMPARISONS, LEARNT_WITHIN, Comparison
from wardmote.evidence.linkage.tidy import TABLE

if TYPE_CHECKING:
    from splink import Linker, SettingsCreator
    from splink.comparison_library import CustomComparison

# Shorter lists, and lists with fewer pairs that are written alike, hold too little to learn weights from.
FEWEST_TO_LEARN_FROM = 2_000
FEWEST_PAIRS_TO_LEARN_FROM = 100
_SEED = 1969
_PAIRS_FOR_CHANCE = 1_000_000
_PAIRS_TO_LEARN_FROM = 500_000


def scores(
    connection: duckdb.DuckDBPyConnection, *, is_learnt: bool, prior: float, least: float
) -> list[tuple[float, ...]]:
    """Pairs of records with a probability of `least` or more: left, right, weight, probability, a gamma a comparison.

    `prior` is the share of all pairs that are thought to be one person.
    """
    from splink import Linker
    from splink.backends.duckdb import DuckDBAPI

    with _silence():
        people = DuckDBAPI(connection).register(TABLE)
        linker = Linker(people, _settings(prior, is_learnt=is_learnt), log_level=None, validate_settings=False)
        if is_learnt:
            _learn(linker, connection)
        found = linker.inference.predict(threshold_match_probability=least, warning_mode="never")
    gammas = ", ".join(named(_gamma(comparison)) for comparison in COMPARISONS)
    return connection.execute(
        f"SELECT unique_id_l, unique_id_r, match_weight, match_probability, {gammas} FROM {named(found.physical_name)}"
        " ORDER BY unique_id_l, unique_id_r"
    ).fetchall()


def _learn(linker: "Linker", connection: duckdb.DuckDBPyConnection) -> None:
    linker.training.estimate_u_using_random_sampling(max_pairs=_PAIRS_FOR_CHANCE, seed=_SEED)
    # Where no two records agree so far, as in lists without postcodes, the weights that are set stay.
    for columns in (block for block in LEARNT_WITHIN if _has_pairs(connection, block)):
        linker.training.estimate_parameters_using_expectation_maximisation(
            _block(columns), estimate_without_term_frequencies=True, max_pairs=_PAIRS_TO_LEARN_FROM
        )


def _has_pairs(connection: duckdb.DuckDBPyConnection, columns: tuple[str, ...]) -> bool:
    given = " AND ".join(f"{column} IS NOT NULL" for column in columns)
    alike = f"SELECT 1 FROM {TABLE} WHERE {given} GROUP BY {', '.join(columns)} HAVING count(*) > 1 LIMIT 1"
    return bool(connection.execute(alike).fetchall())


def _settings(prior: float, *, is_learnt: bool) -> "SettingsCreator":
    from splink import SettingsCreator

    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="unique_id",
        probability_two_random_records_match=prior,
        comparisons=[_comparison(comparison, is_learnt=is_learnt) for comparison in COMPARISONS],
        blocking_rules_to_generate_predictions=[_block(columns) for columns in BLOCKS],
        retain_matching_columns=True,
    )


def _comparison(comparison: Comparison, *, is_learnt: bool) -> "CustomComparison":
    from splink import comparison_level_library as level_library
    from splink.comparison_library import CustomComparison

    levels: list[Any] = [level_library.NullLevel(comparison.given)]
    for level in comparison.levels:
        if level.agreement == "same":
            # In a short list every name is common, so rarity would say the wrong thing.
            by_rarity = level.is_weighed_by_rarity and is_learnt
            made: Any = level_library.ExactMatchLevel(comparison.given, term_frequency_adjustments=by_rarity)
        elif level.condition:
            made = level_library.CustomLevel(level.condition)
        else:
            made = level_library.ElseLevel()
        fixed = {} if comparison.is_learnt else {"fix_m_probability": True, "fix_u_probability": True}
        levels.append(made.configure(m_probability=level.m, u_probability=level.u, **fixed))
    return CustomComparison(levels, output_column_name=comparison.name.replace(" ", "_"))


def _block(columns: tuple[str, ...]) -> Any:
    from splink import block_on

    return block_on(*columns)


def _gamma(comparison: Comparison) -> str:
    return f"gamma_{comparison.name.replace(' ', '_')}"


@contextmanager
def _silence() -> Iterator[None]:
    """Let nothing of Splink be logged below this, whatever level or handler somebody gave its loggers."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)
