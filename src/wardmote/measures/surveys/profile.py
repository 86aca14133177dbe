"""Who answered, beside who lives here: the warning that goes beside every result."""

from collections.abc import Iterator, Mapping

import numpy as np

from wardmote.measures.surveys.population import Groups
from wardmote.measures.surveys.wave import Wave
from wardmote.statistics.representation import representation


def profile_warnings(wave: Wave, populations: Mapping[str, Groups]) -> tuple[str, ...]:
    """A sentence for each group that answered far more, or far less, than its share of the population.

    Where there is no population to compare with, the largest group of each profile item is told, and that nobody knows.
    """
    return tuple(
        sentence
        for item in wave.card.profile
        if item in wave.answers
        for sentence in (_against(wave, item, populations[item]) if item in populations else _alone(wave, item))
    )


def _against(wave: Wave, item: str, people: Groups) -> Iterator[str]:
    counts = _counts(wave, item)
    if not counts.sum():
        return
    found = representation(counts, list(people.values()), noticeable=wave.card.over_represented - 1)
    for name, count, group in zip(people, counts, found, strict=True):
        if group.is_over or group.is_under:
            more = "over" if group.is_over else "under"
            yield (
                f"{_title(wave, item)} {name} is {more}-represented: {count:,} of {counts.sum():,} who answered"
                f" ({group.sample_share:.0%}), and {group.population_share:.0%} of the population."
            )


def _alone(wave: Wave, item: str) -> Iterator[str]:
    counts = _counts(wave, item)
    if wave.card.profile[item].is_as_written or not counts.sum():
        return
    largest = int(np.argmax(counts))
    yield (
        f"{_title(wave, item)}: {counts[largest]:,} of {counts.sum():,} who answered"
        f" ({counts[largest] / counts.sum():.0%}) are {wave.names_of(item)[largest]}; there is no population to compare"
        " that with."
    )


def _counts(wave: Wave, item: str) -> "np.ndarray[tuple[int], np.dtype[np.int_]]":
    groups = wave.groups(item)
    return np.bincount(groups[groups >= 0], minlength=len(wave.names_of(item)))


def _title(wave: Wave, item: str) -> str:
    return wave.card.profile[item].title
