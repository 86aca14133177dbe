"""The share of each answer among everyone or among a group, with small bases suppressed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from wardmote.definitions.survey import NONE_OF_THESE, SurveyCard
from wardmote.measures.surveys.result import RowStatus, SurveyRow
from wardmote.measures.surveys.wave import Wave
from wardmote.measures.surveys.weighting import Weighting
from wardmote.statistics.arrays import BoolArray
from wardmote.statistics.survey import WeightedShare, weighted_share

PER_CENT = 100
TOO_SMALL: RowStatus = "suppressed: base too small"
COULD_BE_WORKED_OUT: RowStatus = "suppressed: another could be worked out"


@dataclass(frozen=True)
class Answer:
    """An answer, or a net of several."""

    name: str
    among: frozenset[str]
    is_net: bool


def answers_of(card: SurveyCard, wave: Wave, question: str) -> tuple[Answer, ...]:
    """The answers in the order of the card, then the nets."""
    asked = card.questions[question]
    names = list(asked.listed)
    said = {answer for chosen in wave.answers.get(question, {}).values() for answer in chosen}
    names += [NONE_OF_THESE] if NONE_OF_THESE in said and NONE_OF_THESE not in names else []
    nets = [Answer(name, frozenset(parts), is_net=True) for name, parts in asked.nets.items()]
    return (*(Answer(name, frozenset({name}), is_net=False) for name in names), *nets)


def share_of(
    wave: Wave, weighting: Weighting, question: str, answer: Answer, *, among: BoolArray | None = None
) -> WeightedShare:
    """The share of an answer of those who answered, or of those of them that are in `among`."""
    given = wave.is_chosen(question, answer.among)
    if among is not None:
        given = np.where(among, given, np.nan)
    limits = wave.card.thresholds
    return weighted_share(given, weighting.weights, smallest_base=limits.suppress, comfortable_base=limits.flag)


def rows_for_all(wave: Wave, weighting: Weighting, question: str, *, warning: str) -> tuple[SurveyRow, ...]:
    """A row for each answer, among everyone."""
    return _rows(wave, weighting, question, group="", among=None, warning=warning)


def rows_by(wave: Wave, weighting: Weighting, question: str, *, item: str, warning: str) -> tuple[SurveyRow, ...]:
    """A row for each answer of each group of a profile item.

    Where the base of one group alone is too small, the next smallest is suppressed with it: the whole less the others
    would tell what the few said.
    """
    number = wave.groups(item)
    groups = [
        _rows(wave, weighting, question, group=name, among=number == i, warning=warning)
        for i, name in enumerate(wave.names_of(item))
    ]
    return tuple(row for rows in _protected([rows for rows in groups if rows[0].base]) for row in rows)


def _protected(groups: Sequence[tuple[SurveyRow, ...]]) -> list[tuple[SurveyRow, ...]]:
    too_small = [rows for rows in groups if rows[0].status == TOO_SMALL]
    others = [rows for rows in groups if rows[0].status != TOO_SMALL]
    if len(too_small) != 1 or not others:
        return list(groups)
    next_smallest = min(others, key=lambda rows: rows[0].base)
    return [tuple(map(_withheld, rows)) if rows is next_smallest else rows for rows in groups]


def _withheld(row: SurveyRow) -> SurveyRow:
    return replace(row, percent=None, lower=None, upper=None, unweighted_percent=None, status=COULD_BE_WORKED_OUT)


def _rows(
    wave: Wave, weighting: Weighting, question: str, *, group: str, among: BoolArray | None, warning: str
) -> tuple[SurveyRow, ...]:
    return tuple(
        _row(
            wave,
            question,
            answer,
            share_of(wave, weighting, question, answer, among=among),
            group=group,
            is_weighted=weighting.is_weighted,
            warning=warning,
        )
        for answer in answers_of(wave.card, wave, question)
    )


def _row(
    wave: Wave, question: str, answer: Answer, share: WeightedShare, *, group: str, is_weighted: bool, warning: str
) -> SurveyRow:
    # Weights can leave many answers with the worth of few.
    is_thin = share.base.effective < wave.card.thresholds.flag
    states: dict[str, RowStatus] = {"enough": "shown", "small": "small base", "too small": TOO_SMALL}
    return SurveyRow(
        survey=wave.card.id,
        wave=wave.id,
        question=question,
        wording=wave.card.questions[question].wording_of(wave.id),
        group=group,
        answer=answer.name,
        is_net=answer.is_net,
        percent=_percent(share.share),
        lower=_percent(share.lower),
        upper=_percent(share.upper),
        unweighted_percent=_percent(share.unweighted_share),
        base=share.base.respondents,
        effective_base=_figure(share.base.effective),
        design_effect=_figure(share.base.design_effect),
        is_weighted=is_weighted,
        status="small base" if is_thin and share.base_state == "enough" else states[share.base_state],
        warning=warning,
    )


def _percent(share: float | None) -> float | None:
    return None if share is None else round(PER_CENT * share, 4)


def _figure(value: float) -> float | None:
    return round(float(value), 4) if np.isfinite(value) else None
