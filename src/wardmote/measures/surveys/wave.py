"""One wave of a survey as the store holds it: who answered what."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.definitions.survey import SurveyCard
from wardmote.errors import BadInput, NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.statistics.arrays import FloatArray


@dataclass(frozen=True)
class Wave:
    """`answers` maps each question and profile item to what each respondent said; who said nothing is not in it.

    `weights` holds the file's own weight of each respondent, or is None where the file has none.
    """

    card: SurveyCard
    id: str
    respondents: tuple[int, ...]
    answers: dict[str, dict[int, frozenset[str]]]
    weights: FloatArray | None

    def is_chosen(self, question: str, among: frozenset[str]) -> FloatArray:
        """1 for each respondent who chose any of these answers, 0 for others who answered, NaN for no answer."""
        given = self.answers.get(question, {})
        return np.array(
            [
                np.nan if (said := given.get(one)) is None else float(not said.isdisjoint(among))
                for one in self.respondents
            ]
        )

    def groups(self, item: str) -> npt.NDArray[np.int_]:
        """The number of each respondent's group of a profile item, as `names_of` lists them; -1 for not stated."""
        number = {name: i for i, name in enumerate(self.names_of(item))}
        given = self.answers.get(item, {})
        return np.array([number[next(iter(given[one]))] if one in given else -1 for one in self.respondents], dtype=int)

    def names_of(self, item: str) -> tuple[str, ...]:
        """The groups of a profile item: the card's, or else those that were written."""
        written = {one for said in self.answers.get(item, {}).values() for one in said}
        return self.card.profile[item].listed or tuple(sorted(written))


def waves_held(evidence: Evidence, card: SurveyCard) -> tuple[str, ...]:
    """The waves of a survey that are loaded, oldest first."""
    held = {wave for survey, wave in evidence.snapshot.slices("answers") if survey == card.id}
    return tuple(wave for wave in card.wave_ids if wave in held)


def choose_wave(evidence: Evidence, card: SurveyCard, wave: str | None) -> str:
    """The wave asked for, or the newest that is loaded; raises where it is unknown or not loaded."""
    if wave is not None and wave not in card.waves:
        raise BadInput(f"has no wave {wave}", where=card.id, do=f"choose one of: {', '.join(card.wave_ids)}")
    held = waves_held(evidence, card)
    if not held or (wave is not None and wave not in held):
        which = f"no answers of the wave {wave} are loaded" if held else "no answers are loaded"
        raise NotAvailable(
            which, where=card.id, do="load the file of answers, or choose " + (", ".join(held) or "later")
        )
    return wave or held[-1]


def read_wave(evidence: Evidence, card: SurveyCard, wave: str) -> Wave:
    """All answers of a wave."""
    rows = evidence.snapshot.rows(
        "SELECT respondent, question, answer, weight FROM answers WHERE survey = ? AND wave = ?", [card.id, wave]
    )
    said: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    weight: dict[int, float | None] = {}
    for respondent, question, answer, its_weight in rows:
        number = int(str(respondent))
        said[str(question)][number].add(str(answer))
        weight[number] = None if its_weight is None else float(str(its_weight))
    respondents = tuple(sorted(weight))
    answers = {question: {one: frozenset(chosen) for one, chosen in given.items()} for question, given in said.items()}
    has_weights = all(weight[one] is not None for one in respondents)
    weights = np.array([weight[one] for one in respondents], dtype=float) if has_weights else None
    return Wave(card, wave, respondents, answers, weights)
