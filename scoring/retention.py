"""How long an organisation keeps pages, and what is due to be erased. Nothing is ever erased by itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from scoring.entry import HandedOver, PageAmended, What
from scoring.facts import CallFacts
from scoring.holds import Hold, holds_on_call
from scoring.months import months_after
from scoring.text import trn

SETTING = "retention"
"""Under this key a ``Retention`` stands among the settings."""
MOST_MONTHS = 1_200


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFor:
    """An organisation keeps its pages for so many months; 0 is without a limit."""

    organisation: str
    months: int

    def __post_init__(self) -> None:
        if not 0 <= self.months <= MOST_MONTHS:
            raise ValueError(f"pages are kept for 0 to {MOST_MONTHS} months")


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """What was said of each organisation. Small and capital letters, and how many blanks there are, make no other
    organisation."""

    kept: tuple[KeptFor, ...] = ()

    def months(self, organisation: str) -> int:
        """:returns: for how many months it keeps pages, 0 where no limit was said."""
        return next((one.months for one in self.kept if _same(one.organisation, organisation)), 0)

    def keeping(self, organisation: str, months: int) -> Retention:
        """:returns: the same with another limit for one organisation."""
        others = tuple(one for one in self.kept if not _same(one.organisation, organisation))
        return Retention(kept=(*others, KeptFor(organisation=organisation, months=months)))


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A call that has been kept for as long as its organisation keeps pages, since ``due_on``.

    ``why`` says it in plain words; what is ``held_by`` a legal hold is not erased.
    """

    call: CallFacts
    due_on: date
    why: str
    held_by: tuple[Hold, ...] = ()


def due(
    calls: Iterable[CallFacts],
    organisation_of: Mapping[UUID, str],
    retention: Retention,
    today: date,
    holds: Sequence[Hold] = (),
    merges: Mapping[UUID, UUID] | None = None,
) -> list[Due]:
    """Find the calls that were kept for long enough.

    :param organisation_of: the organisation of each call, by the id of the call.
    :param merges: for each rep that was merged into another one, that other one.
    :returns: what is due on ``today``, the longest due first; also what is held.
    """
    found: list[Due] = []
    for call in calls:
        organisation = organisation_of.get(call.call_id, "")
        months = retention.months(organisation)
        due_on = months_after(call.when.date(), months)
        if months and due_on <= today:
            held_by = tuple(holds_on_call(holds, call.call_id, call.rep_id, merges or {}))
            found.append(Due(call=call, due_on=due_on, why=_why(organisation, months), held_by=held_by))
    return sorted(found, key=lambda one: (one.due_on, one.call.call_id))


def organisations(
    calls: Iterable[UUID], latest_pages: Mapping[UUID, What], at_present: str
) -> dict[UUID, str]:
    """Tell the organisation of each call: the one its latest page names.

    :param latest_pages: the last page of each call that has any, as it was handed over or amended.
    :param at_present: the organisation of the manager, for calls without a page.
    """
    pages = {
        call_id: page.context.manager.organisation
        for call_id, page in latest_pages.items()
        if isinstance(page, HandedOver | PageAmended) and page.context
    }
    return {call_id: pages.get(call_id, at_present) for call_id in calls}


def _why(organisation: str, months: int) -> str:
    name = " ".join(organisation.split())
    if not name:
        words = trn("Pages are kept for {n} month.", "Pages are kept for {n} months.", months)
    else:
        words = trn("{name} keeps pages for {n} month.", "{name} keeps pages for {n} months.", months)
    return words.format(name=name, n=months)
