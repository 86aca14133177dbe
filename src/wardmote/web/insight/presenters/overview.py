"""The overview: what changed, what is new, what is missing, each a short list of sentences with one link."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wardmote.assessment.wording import listing, lower_first
from wardmote.definitions.measure import Measure
from wardmote.evidence.ledger import Load
from wardmote.measures.finding import Finding
from wardmote.web.core.components import Line, Link
from wardmote.web.core.wording import day, plural
from wardmote.web.insight.presenters.addresses import measure_address
from wardmote.web.insight.presenters.calendar import missing_months, missing_words
from wardmote.web.insight.presenters.duties import owed_sentence
from wardmote.web.insight.presenters.findings import finding_line, is_fall, surest_first
from wardmote.web.insight.queries.duties import DutyAnswer
from wardmote.web.insight.queries.overview import OverviewAnswer

_NEWEST_LOADS = 3


@dataclass(frozen=True)
class Overview:
    """Three lists; under the first, in a sentence each, what did not change and what nobody can tell."""

    headline: str
    changed: tuple[Line, ...]
    unchanged: tuple[str, ...]
    new: tuple[Line, ...]
    missing: tuple[Line, ...]


def overview(answer: OverviewAnswer, owed: DutyAnswer | None = None) -> Overview:
    """The overview of a workspace that holds something; `owed` is what partners owe, where any has ever sent anything."""
    ranked = surest_first(answer.findings)
    changed = tuple(one for one in ranked if one.distinguishable)
    return Overview(
        headline=_headline(answer, changed),
        changed=tuple(finding_line(one, link=_to_measure(answer.measures[one.measure])) for one in changed),
        unchanged=tuple(
            f"{words}: {_names(answer, found)}."
            for words, found in (
                ("No change that can be told from chance", [one for one in ranked if one.distinguishable is False]),
                ("It cannot be told whether these changed", [one for one in ranked if one.distinguishable is None]),
            )
            if found
        ),
        new=tuple(_load_line(load) for load in reversed(answer.loads[-_NEWEST_LOADS:])),
        missing=(
            *((Line(owed_sentence(owed), Link("See what each partner owes", "/calendar/")),) if owed else ()),
            *_gaps(answer.months_by_force),
            *(Line(sentence) for sentence in answer.lacking),
        ),
    )


def _headline(answer: OverviewAnswer, changed: tuple[Finding, ...]) -> str:
    tested = [one for one in answer.findings if one.distinguishable is not None]
    if not tested:
        return "It cannot be told yet whether anything changed: there are too few months in two years to compare."
    periods = tested[0].periods
    unknown = len(answer.findings) - len(tested)
    rest = f" Of {plural(unknown, 'more measure')} it cannot be told." if unknown else ""
    if not changed:
        return f"None of {plural(len(tested), 'measure')} changed by more than chance explains ({periods}).{rest}"
    falls = sum(1 for one in changed if is_fall(one, measure=answer.measures[one.measure]))
    return (
        f"{len(changed)} of {plural(len(tested), 'measure')} changed by more than chance explains: "
        f"{falls} fell and {len(changed) - falls} rose ({periods}).{rest}"
    )


def _names(answer: OverviewAnswer, findings: list[Finding]) -> str:
    return listing(lower_first(answer.measures[one.measure].short_title) for one in findings)


def _to_measure(measure: Measure) -> Link:
    return Link(f"See {lower_first(measure.short_title)}", measure_address(measure.id))


def _load_line(load: Load) -> Line:
    aside = f", {load.quarantined:,} set aside" if load.quarantined else ""
    sentence = f"{load.name} was loaded on {day(load.loaded_at)}: {plural(load.kept, 'row')} kept{aside}."
    return Line(sentence, Link(f"See load {load.number}", f"/loads/{load.number}/"))


def _gaps(months_by_force: Mapping[str, tuple[date, ...]]) -> tuple[Line, ...]:
    return tuple(
        Line(
            f"{force}: {plural(len(missing_months(held)), 'month')} of crimes missing, {missing_words(held)}.",
            Link(f"See what is held for {force}", "/loads/#calendar"),
        )
        for force, held in months_by_force.items()
        if missing_months(held)
    )
