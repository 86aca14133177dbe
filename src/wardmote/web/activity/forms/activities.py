"""An activity, with what its kind asks for in words."""

from typing import Any, ClassVar

from django import forms

from wardmote.definitions.activity_kind import ActivityKind, WordKind
from wardmote.web.accounts.models import Agency
from wardmote.web.accounts.queries.people import agencies_of
from wardmote.web.activity.models import Activity
from wardmote.web.core.actors import Actor
from wardmote.web.core.forms import dress
from wardmote.web.core.no_persons import NUMBERS_ONLY, refuse_persons
from wardmote.web.core.record_forms import Offered, RecordForm

_OFFERED: Offered = {Agency: agencies_of}
_SAID = ("title", "agency", "state", "started_on", "ended_on", "funding_ends_on", "place", "summary")


class ActivityForm(RecordForm):
    """One activity of a kind that was chosen before."""

    asks_more = "word_<name> for each word that the kind of activity asks for"
    model = Activity
    names = _SAID
    offered = _OFFERED
    widgets: ClassVar = {"state": forms.RadioSelect}

    def __init__(
        self, *args: Any, kind: ActivityKind, actor: Actor, record: Activity | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, actor=actor, record=record, **kwargs)
        self._kind = kind
        held = record.words if record else {}
        for name, word in kind.words.items():
            self.fields[f"word_{name}"] = _word_field(word)
            self.initial[f"word_{name}"] = held.get(name, "")
        if not kind.is_pilot:
            del self.fields["funding_ends_on"]
        dress(self)

    def clean(self) -> dict[str, Any]:
        """What the kind asks for is kept together, under the names that the catalogue gives it."""
        values = super().clean() or self.cleaned_data
        found = {name: values.pop(f"word_{name}", "") for name in self._kind.words}
        values["words"] = {name: words for name, words in found.items() if words}
        return values


class ActivityRow(RecordForm):
    """An activity as a row of a spreadsheet."""

    model = Activity
    names = ("kind", *_SAID, "words")
    offered = _OFFERED

    def clean_words(self) -> dict[str, str]:
        """A blank cell holds no words; what the kind does not ask for is refused."""
        found = self.cleaned_data["words"] or {}
        if not isinstance(found, dict) or not all(isinstance(words, str) for words in found.values()):
            raise forms.ValidationError('Write the words as in {"theme": "coercive control"}.')
        for words in found.values():
            refuse_persons(words)
        return found


def _word_field(word: WordKind) -> forms.Field:
    if word.choices:
        choices = [("", "Not said"), *((one, one) for one in word.choices)]
        return forms.ChoiceField(choices=choices, required=False, label=word.label)
    return forms.CharField(
        required=False,
        max_length=1000,
        label=word.label,
        help_text=word.hint or NUMBERS_ONLY,
        validators=[refuse_persons],
        widget=forms.Textarea(attrs={"rows": 2}),
    )
