"""Choosing what a risk or a grant is tied to, of lists that may be long."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse

from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.api.program import sent_list
from wardmote.web.core.components import Link
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.targets import Target, targets, targets_named
from wardmote.web.core.ties import ties_of
from wardmote.web.core.views.forms import answer_form
from wardmote.web.risks.forms.registers import TiesForm

MOST_OFFERED = 50
Offered = Mapping[str, tuple[Target, ...]]


def answer_ties(
    request: HttpRequest,
    record: PartnershipRecord,
    *,
    form_class: type[TiesForm],
    tied_to: Mapping[str, str],
    act: Callable[..., object],
    heading: str,
    back: Link,
) -> HttpResponse:
    """The page on which ties are chosen: `tied_to` gives the kind of target for each field of the form."""
    actor, words = acting(request), request.GET.get("find", "").strip()
    tied = {
        name: [str(one.target_id) for one in ties_of(record).filter(target_kind=kind)] for name, kind in tied_to.items()
    }
    offered = {
        name: _offered(kind, actor, chosen=[*tied[name], *sent_list(request, name)], words=words)
        for name, kind in tied_to.items()
    }
    by_id = {str(one.id): one for of_kind in offered.values() for one in of_kind}

    def tie(**values: list[str]) -> None:
        act(**{name: [by_id[id_] for id_ in values.get(name, [])] for name in tied_to})

    return answer_form(
        request,
        form_class(record=record, offered=offered, words=words, initial=tied),
        act=tie,
        heading=heading,
        back=back,
        sentence=_choice_in_words(offered, words, tied_to),
        template="risks/ties.html",
    )


def _offered(kind: str, actor: Actor, *, chosen: list[str], words: str) -> tuple[Target, ...]:
    """What is chosen already, and the first of what else may be: of many thousand actions nobody reads a list."""
    shown = (*targets(kind, actor, ids=chosen), *targets_named(kind, actor, words, most=MOST_OFFERED))
    return tuple({target.id: target for target in shown}.values())


def _choice_in_words(offered: Offered, words: str, tied_to: Mapping[str, str]) -> str:
    if not any(offered.values()) and not words:
        return f"There are no {' and no '.join(tied_to)} yet. Add them there first."
    if words:
        return f"What is chosen already, and what has “{words}” in its title."
    if max(len(of_kind) for of_kind in offered.values()) >= MOST_OFFERED:
        return f"The first {MOST_OFFERED} are listed. Search for a word in the title of another."
    return ""
