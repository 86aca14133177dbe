"""The calendar: for each partner, source and information period, what came when, and what is still owed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from wardmote.definitions.card import Card
from wardmote.definitions.cards import all_cards
from wardmote.definitions.rules import Item, RulePack, RuleVersion
from wardmote.evidence.duties.holdings import Holding, holding_of
from wardmote.evidence.duties.officers import Liaison, read_liaisons
from wardmote.evidence.duties.periods import InformationPeriod, periods_between
from wardmote.evidence.duties.register import Receipt, read_register
from wardmote.evidence.evidence import Evidence

Status = Literal["on time", "late", "incomplete", "missing", "not due yet", "held", "received, not loaded"]
BY_AGREEMENT = "by agreement"
SECTION_17A = "crime-and-disorder-17a"


@dataclass(frozen=True)
class Supply:
    """One source of one partner in one information period.

    `received` is the day that the last of it came, by the register or else by the load with the number `load`. Held is
    what was loaded only after it was due because the store itself began after that, so that nobody can tell whether it
    came in time. `missing_months` have not come; `unseen_categories` came with no rows, which may be a true nil;
    `thin_months` have far fewer rows than usual. `owes` are the duties that it serves, or that it is by agreement.
    """

    partner: str
    source: str
    officer: str
    deputy: str
    owes: str
    period: str
    first: date
    last: date
    due: date
    status: Status
    received: date | None
    load: int | None
    is_complete: bool
    rows: int
    missing_months: tuple[date, ...]
    thin_months: tuple[date, ...]
    unseen_categories: tuple[str, ...]

    @property
    def is_owed(self) -> bool:
        """Whether something of it is still to come."""
        return self.status in {"incomplete", "missing", "not due yet", "received, not loaded"}

    @property
    def liaison(self) -> Liaison:
        """Who answers for it."""
        return Liaison(self.partner, self.source, self.officer, self.deputy)


@dataclass(frozen=True)
class DutyCalendar:
    """All supplies of the periods asked for, as it stood `on` a day. `unread` are duties that no source card brings."""

    rules: RulePack
    on: date
    supplies: tuple[Supply, ...]
    unread: tuple[str, ...]

    @property
    def owed_now(self) -> tuple[Supply, ...]:
        """What was due before the day and is not here in full."""
        return tuple(one for one in self.supplies if one.is_owed and one.due < self.on)

    @property
    def liaisons(self) -> tuple[Liaison, ...]:
        """Who answers for each source that is followed, in order."""
        return tuple(dict.fromkeys(one.liaison for one in self.supplies))


def duty_calendar(
    evidence: Evidence, rules: RulePack, *, first: date, last: date, on: date, cards: Path | None = None
) -> DutyCalendar:
    """The calendar of the information periods that begin from `first` to `last`, as seen on the day `on`.

    Partners and officers come from the workspace's file; without one, each source card that a duty names stands for its
    partner. `cards` is the folder of the partnership's own source cards. Raises BadInput where the duty did not exist.
    """
    rule = rules.at(first)
    known = {card.id: card for card in all_cards(cards)}
    duties = {id_: rule.items_brought_by(id_, also=card.duties) for id_, card in known.items()}
    folder = evidence.workspace.folder
    liaisons = read_liaisons(folder) or _stand_ins(known, duties)
    register = read_register(folder)
    since = evidence.loads[0].loaded_at.date() if evidence.loads else None
    periods = periods_between(rule, first, last)
    supplies = (
        supply
        for liaison in liaisons
        for supply in _supplies(
            liaison,
            holding_of(evidence, liaison.source),
            items=[item for _, item in duties.get(liaison.source, ())],
            owes="; ".join(f"{authority.id}: {item.title}" for authority, item in duties.get(liaison.source, ())),
            periods=periods,
            register=register,
            on=on,
            since=since,
        )
    )
    brought = {(authority.id, item.id) for found in duties.values() for authority, item in found}
    return DutyCalendar(rules, on, tuple(supplies), _unread(rule, brought))


def _stand_ins(cards: Mapping[str, Card], duties: Mapping[str, object]) -> tuple[Liaison, ...]:
    found = [Liaison(card.partner, id_) for id_, card in cards.items() if duties[id_]]
    return tuple(sorted(found, key=lambda one: (one.partner, one.source)))


def _unread(rule: RuleVersion, brought: set[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(
        f"{authority.id}: {item.title}"
        for authority in rule.authorities
        for item in authority.items
        if (authority.id, item.id) not in brought
    )


def _supplies(
    liaison: Liaison,
    holding: Holding,
    *,
    items: Sequence[Item],
    owes: str,
    periods: Sequence[InformationPeriod],
    register: Mapping[tuple[str, date], Receipt],
    on: date,
    since: date | None,
) -> Iterator[Supply]:
    for period in periods:
        receipt = register.get((liaison.source, period.first))
        is_ahead = receipt is not None and receipt.received is not None and receipt.received > on
        came = () if is_ahead else holding.months_of(period.months)
        receipt = None if is_ahead else receipt
        missing = tuple(month for month in period.months if month not in came)
        newest = max((holding.came[month] for month in came), key=lambda load: load.number, default=None)
        loaded = newest.loaded_at.date() if newest else None
        is_complete = not missing and (receipt is None or receipt.is_called_complete)
        yield Supply(
            partner=liaison.partner,
            source=liaison.source,
            officer=liaison.officer,
            deputy=liaison.deputy,
            owes=owes or BY_AGREEMENT,
            period=period.label,
            first=period.first,
            last=period.last,
            due=period.due,
            status=status_of(period, receipt, loaded=loaded, is_complete=is_complete, on=on, since=since),
            received=receipt.received if receipt and receipt.received else loaded,
            load=newest.number if newest else None,
            is_complete=is_complete,
            rows=sum(holding.count_of(month) for month in came),
            missing_months=missing,
            thin_months=holding.thin_months(period.months),
            unseen_categories=_unseen(items, holding, came),
        )


def status_of(
    period: InformationPeriod,
    receipt: Receipt | None,
    *,
    loaded: date | None,
    is_complete: bool,
    on: date,
    since: date | None,
) -> Status:
    """How a supply stands on a day. `loaded` is the day of its newest load, and `since` that of the store's first."""
    registered = receipt.received if receipt else None
    if loaded is None and registered is None:
        return "missing" if on > period.due else "not due yet"
    if loaded is None:
        return "received, not loaded"
    if not is_complete:
        return "incomplete"
    if (registered or loaded) <= period.due:
        return "on time"
    return "held" if registered is None and since is not None and since > period.due else "late"


def _unseen(items: Sequence[Item], holding: Holding, months: Sequence[date]) -> tuple[str, ...]:
    seen = holding.categories_in(months)
    wanted = [category for item in items for category in item.categories]
    return tuple(category for category in wanted if category.lower() not in seen) if months else ()
