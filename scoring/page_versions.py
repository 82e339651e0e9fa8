"""The pages of a call: the one that was handed over stays, and each amendment leads to another one after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from scoring.entry import Entry, HandedOver, PageAmended
from scoring.handing_over import Amendment, PageContext
from scoring.state import CallState


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVersion:
    """One page of a call: the ``entries`` it is made of, in the order of logging, and its ``number`` (from 1).

    ``amended`` is the entry that says why it takes the place of the page before, which was made at ``replaces``; both
    None for the first. ``handed_over`` is the entry that says it left the app, None while nobody has it.
    """

    number: int
    entries: tuple[Entry, ...]
    amended: Entry | None = None
    replaces: datetime | None = None
    handed_over: Entry | None = None

    @property
    def made_at(self) -> datetime:
        """When the page got to say what it says: the wall time of its last entry."""
        return self.entries[-1].at

    @property
    def leaving(self) -> HandedOver | None:
        """How it left the app, and on which paper."""
        what = self.handed_over.what if self.handed_over else None
        return what if isinstance(what, HandedOver) else None

    @property
    def context(self) -> PageContext | None:
        """What it said beside the entries when it was handed over."""
        return self.leaving.context if self.leaving else None

    @property
    def amendment(self) -> Amendment | None:
        """Why it takes the place of the page before, and by whom."""
        what = self.amended.what if self.amended else None
        return what.amendment if isinstance(what, PageAmended) else None


def page_versions(entries: Iterable[Entry]) -> list[PageVersion]:
    """Find the pages of a call.

    :param entries: all of a call, in the order of logging, at least one.
    :returns: the oldest first; the last is the page as it stands. What is logged after a page was handed over, and
        before an amendment, is on no page.
    """
    logged = tuple(entries)
    versions = [PageVersion(number=1, entries=logged)]
    for index, entry in enumerate(logged):
        last = versions[-1]
        if isinstance(entry.what, HandedOver) and not last.handed_over:
            versions[-1] = replace(last, entries=logged[:index], handed_over=entry)
        elif isinstance(entry.what, PageAmended) and last.handed_over:
            number, made_at = last.number + 1, last.made_at
            versions.append(PageVersion(number=number, entries=logged, amended=entry, replaces=made_at))
    return versions


def is_handed_over(state: CallState) -> bool:
    """:returns: whether somebody has the page as it stands, so that a change is an amendment."""
    handed_over, amended = state.latest(HandedOver), state.latest(PageAmended)
    return handed_over is not None and (amended is None or amended.sequence < handed_over.sequence)
