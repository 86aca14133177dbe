"""What a survey card says: who was asked what, in which words, and whom the answers stand for."""

import re
from datetime import date
from itertools import pairwise
from typing import Self

from pydantic import ConfigDict, Field, model_validator

from wardmote.definitions.card_parts import YES, Headings, Part, Words

NO_ANSWER = (
    "",
    "no answer",
    "not answered",
    "not stated",
    "prefer not to say",
    "refused",
    "missing",
    "n/a",
    "-1",
    "99",
)
NONE_OF_THESE = "none of these"


class SurveyPart(Part):
    """A part of a survey card. Years and codes may be written as numbers."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class WaveDates(SurveyPart):
    """One time that the survey was done. `words` are what the file, or its name, calls it beside the wave's own id."""

    first: date
    last: date
    words: Words = ()


class Question(SurveyPart):
    """One question as it was put.

    `answers` gives ours in the order in which they were offered, each with the file's words for it. Where several may be
    chosen, either each answer has a column of its own (`options`), or one column lists them parted by `delimiter`.
    `nets` are answers taken together, such as safe. `wording_in` is the wording of waves that put it otherwise.
    """

    wording: str
    columns: Headings = ()
    answers: dict[str, Words] = Field(default_factory=dict)
    options: dict[str, Headings] = Field(default_factory=dict)
    delimiter: str = ""
    nets: dict[str, Words] = Field(default_factory=dict)
    no_answer: Words = NO_ANSWER
    chosen: Words = YES
    wording_in: dict[str, str] = Field(default_factory=dict)

    @property
    def listed(self) -> tuple[str, ...]:
        """All answers in order."""
        return tuple(self.options or self.answers)

    @property
    def may_choose_several(self) -> bool:
        return bool(self.options or self.delimiter)

    def wording_of(self, wave: str) -> str:
        """How it was put in a wave."""
        return self.wording_in.get(wave, self.wording)

    @model_validator(mode="after")
    def _has_columns_and_answers(self) -> Self:
        if bool(self.options) == bool(self.columns):
            raise ValueError("a question has either columns, or options with a column each")
        if self.columns and not self.answers:
            raise ValueError("a question with columns lists its answers")
        for name, parts in self.nets.items():
            if unknown := [part for part in parts if part not in self.listed]:
                raise ValueError(f"the net “{name}” takes in “{unknown[0]}”, which is not an answer")
            if name in self.listed:
                raise ValueError(f"the net “{name}” has the name of an answer")
        return self


class ProfileItem(SurveyPart):
    """What is known of who answered: `groups`, each with the file's words for it.

    `bands` gives the youngest and oldest age of each group, where a file may give the age in years, which is not kept.
    Where `is_as_written`, such as for towns, the groups are whatever words the file has.
    """

    title: str
    columns: Headings
    groups: dict[str, Words] = Field(default_factory=dict)
    bands: dict[str, tuple[int, int | None]] = Field(default_factory=dict)
    is_as_written: bool = False
    no_answer: Words = NO_ANSWER

    @property
    def listed(self) -> tuple[str, ...]:
        return tuple(self.groups)

    @model_validator(mode="after")
    def _parts_people_once(self) -> Self:
        if bool(self.groups) == self.is_as_written:
            raise ValueError("give either groups, or is_as_written: true")
        if self.bands and set(self.bands) != set(self.groups):
            raise ValueError("the bands are not those of the groups")
        by_age = sorted(self.bands.items(), key=lambda band: band[1][0])
        for (name, (_, oldest)), (_, (youngest, _)) in pairwise(by_age):
            if oldest is None or youngest != oldest + 1:
                raise ValueError(f"the band after “{name}” does not begin where it ends")
        return self


class PopulationOf(SurveyPart):
    """How many people each group of a profile item has: typed in from the source, or from the loaded populations."""

    people: dict[str, float] = Field(default_factory=dict)
    is_loaded: bool = False

    @model_validator(mode="after")
    def _has_one_origin(self) -> Self:
        if bool(self.people) == self.is_loaded:
            raise ValueError("give either people, or is_loaded: true")
        return self


class WeightingTarget(SurveyPart):
    """The population that a wave is weighted to: on which day, by whose figures, by which profile items."""

    as_at: date
    source: str
    margins: dict[str, PopulationOf] = Field(min_length=1)


class Thresholds(SurveyPart):
    """Bases below `suppress` are not shown, and those below `flag` are called small."""

    suppress: int = Field(default=30, ge=1)
    flag: int = Field(default=50, ge=1)


class SurveyCard(SurveyPart):
    """One survey card: who was asked what, and how a file of answers is read.

    `population` is whom it speaks for, `selection` how people came to answer. `recognise` names the questions or profile
    items whose columns a file must have. `wave` are the headings of the column that says the wave; without such a column
    the file's name has to. `weight` is the column of the file's own weights; without it, rim weights are made to
    `targets`, each weight between the `weight_limits` times the mean. A group is warned about where its share is more
    than `over_represented` times its share of the population, and chance does not explain it.
    """

    id: str
    title: str
    owner: str
    population: str
    selection: str
    note: str = ""
    wave: Headings = ()
    waves: dict[str, WaveDates] = Field(min_length=1)
    weight: Headings = ()
    recognise: tuple[str, ...] = Field(min_length=1)
    questions: dict[str, Question] = Field(min_length=1)
    profile: dict[str, ProfileItem] = Field(default_factory=dict)
    targets: tuple[WeightingTarget, ...] = ()
    weight_limits: tuple[float, float] = (0.2, 5.0)
    thresholds: Thresholds = Thresholds()
    over_represented: float = Field(default=1.25, gt=1)
    caveats: tuple[str, ...] = ()

    @property
    def wave_ids(self) -> tuple[str, ...]:
        """The waves, oldest first."""
        return tuple(sorted(self.waves, key=lambda wave: self.waves[wave].first))

    def headings_of(self, name: str) -> tuple[tuple[str, ...], ...]:
        """The columns of a question or profile item, each with the headings that it may stand under."""
        if name in self.profile:
            return (self.profile[name].columns,)
        question = self.questions[name]
        return tuple(question.options.values()) or (question.columns,)

    def target_for(self, wave: str) -> WeightingTarget | None:
        """The newest target that was known when the wave ended, or else the oldest."""
        by_day = sorted(self.targets, key=lambda target: target.as_at)
        known = [target for target in by_day if target.as_at <= self.waves[wave].last]
        if known:
            return known[-1]
        return by_day[0] if by_day else None

    @model_validator(mode="after")
    def _names_what_it_has(self) -> Self:
        if unfit := [wave for wave in self.waves if not re.fullmatch(r"[\w.-]+", wave)]:
            raise ValueError(f"the wave “{unfit[0]}” is called by more than letters, figures, dots and hyphens")
        known = (*self.questions, *self.profile)
        if len(set(known)) < len(known):
            raise ValueError("a question and a profile item have the same id")
        if unknown := [name for name in self.recognise if name not in known]:
            raise ValueError(f"recognise names “{unknown[0]}”, which is neither a question nor a profile item")
        for target in self.targets:
            for name, margin in target.margins.items():
                self._check_margin(name, margin)
        return self

    def _check_margin(self, name: str, margin: PopulationOf) -> None:
        if name not in self.profile:
            raise ValueError(f"a target names “{name}”, which is not a profile item")
        if margin.is_loaded and not self.profile[name].bands:
            raise ValueError(f"only age bands can be counted in the loaded populations, and “{name}” has none")
        if margin.people and set(margin.people) != set(self.profile[name].listed):
            raise ValueError(f"the target for “{name}” does not give each of its groups once")
