"""One question of one wave: everything that has to be said beside its percentages."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from wardmote.definitions.survey import SurveyCard
from wardmote.errors import BadInput, NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.surveys.changes import Pair, find_changes
from wardmote.measures.surveys.profile import profile_warnings
from wardmote.measures.surveys.ranking import ranking_sentence
from wardmote.measures.surveys.result import SurveyResult, SurveyRow, WaveChange
from wardmote.measures.surveys.shares import Answer, answers_of, rows_by, rows_for_all, share_of
from wardmote.measures.surveys.wave import Wave, choose_wave, read_wave, waves_held
from wardmote.measures.surveys.weighting import Weighting, populations_of, weigh

# Kish, L. (1965), Survey Sampling, section 11.7: the base over one plus the variation of the weights.
OF_WEIGHTED_INTERVALS = (
    "The intervals of weighted percentages stand on Kish’s effective base, which allows for unequal weights and for nothing"
    " else: they are a little too wide where the groups weighted by differ in their answers, and too narrow where people"
    " who answer alike were drawn together."
)


def survey_results(
    evidence: Evidence,
    card: SurveyCard,
    *,
    wave: str | None = None,
    question: str | None = None,
    by: str | None = None,
) -> tuple[SurveyResult, ...]:
    """The questions of a wave (the newest by default), or one of them; `by` adds rows for a profile item's groups.

    Raises BadInput for a question, wave or profile item that the card does not have, NotAvailable where nothing is loaded.
    """
    if question is not None:
        _require(question, card.questions, what="question", card=card)
    if by is not None:
        _require(by, card.profile, what="profile item", card=card)
    now = read_wave(evidence, card, choose_wave(evidence, card, wave))
    asked = [one for one in ([question] if question else card.questions) if one in now.answers]
    if not asked:
        raise NotAvailable(f"the wave {now.id} has no answers to {question}", where=card.id, do="choose another wave")
    weighting = weigh(evidence, now)
    warnings = profile_warnings(now, populations_of(evidence, now))
    before = _wave_before(evidence, now)
    return tuple(
        _result(evidence, now, one, weighting=weighting, warnings=warnings, before=before, by=by) for one in asked
    )


def _result(
    evidence: Evidence,
    wave: Wave,
    question: str,
    *,
    weighting: Weighting,
    warnings: tuple[str, ...],
    before: tuple[Wave, Weighting] | None,
    by: str | None,
) -> SurveyResult:
    card, asked = wave.card, wave.card.questions[question]
    answers = answers_of(card, wave, question)
    plain = [answer for answer in answers if not answer.is_net]
    return SurveyResult(
        survey=card.id,
        title=card.title,
        wave=wave.id,
        question=question,
        wording=asked.wording_of(wave.id),
        population=card.population,
        respondents=len(wave.respondents),
        weighting=weighting.sentence,
        warnings=warnings,
        caveats=(card.selection, *card.caveats, *([OF_WEIGHTED_INTERVALS] if weighting.is_weighted else [])),
        ranking=ranking_sentence(wave, weighting, question, plain) if asked.may_choose_several else "",
        rows=_rows(wave, weighting, question, by=by, warning=" ".join(warnings)),
        changes=_changes(wave, weighting, question, answers, before=before) if before else (),
        load=evidence.number,
    )


def _rows(wave: Wave, weighting: Weighting, question: str, *, by: str | None, warning: str) -> tuple[SurveyRow, ...]:
    for_all = rows_for_all(wave, weighting, question, warning=warning)
    return for_all if by is None else for_all + rows_by(wave, weighting, question, item=by, warning=warning)


def _changes(
    wave: Wave, weighting: Weighting, question: str, answers: Sequence[Answer], *, before: tuple[Wave, Weighting]
) -> tuple[WaveChange, ...]:
    first, first_weighting = before
    asked = wave.card.questions[question]
    if question not in first.answers:
        return ()
    obstacle = _obstacle(
        is_reworded=asked.wording_of(first.id) != asked.wording_of(wave.id),
        is_alike_weighted=weighting.is_weighted == first_weighting.is_weighted,
    )
    return find_changes(
        [
            Pair(
                question=question,
                answer=answer.name,
                waves=(first.id, wave.id),
                shares=(
                    share_of(first, first_weighting, question, answer),
                    share_of(wave, weighting, question, answer),
                ),
                obstacle=obstacle,
            )
            for answer in _worth_comparing(answers, first, wave, question)
        ]
    )


def _obstacle(*, is_reworded: bool, is_alike_weighted: bool) -> str:
    if is_reworded:
        return "the question was put in other words"
    return "" if is_alike_weighted else "one wave is weighted and the other is not"


def _worth_comparing(answers: Sequence[Answer], first: Wave, wave: Wave, question: str) -> list[Answer]:
    """The answers that somebody gave; of two answers the first, because the second only mirrors it."""
    both = (first.answers[question], wave.answers[question])
    said = {answer for given in both for chosen in given.values() for answer in chosen}
    is_mirrored = len(answers) == 2 and not wave.card.questions[question].may_choose_several
    return [answer for answer in answers if not answer.among.isdisjoint(said)][: 1 if is_mirrored else None]


def _wave_before(evidence: Evidence, wave: Wave) -> tuple[Wave, Weighting] | None:
    held = waves_held(evidence, wave.card)
    place = held.index(wave.id)
    if place == 0:
        return None
    before = read_wave(evidence, wave.card, held[place - 1])
    return before, weigh(evidence, before)


def _require(name: str, known: Iterable[str], *, what: str, card: SurveyCard) -> None:
    names = list(known)
    if name not in names:
        near = get_close_matches(name, names, n=1)
        advice = f"did you mean {near[0]}?" if near else f"choose one of: {', '.join(names)}"
        raise BadInput(f"has no {what} called {name}", where=card.id, do=advice)
