"""The pages of a call: the one that was handed over stays, and each amendment leads to another one after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from scoring.acknowledgement import Acknowledgement
from scoring.entry import Acknowledged, Debriefed, Entry, HandedOver, PageAmended
from scoring.handing_over import Amendment, PageContext
from scoring.state import CallState


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVersion:
    """One page of a call: the ``entries`` it is made of, in the order of logging, and its ``number`` (from 1).

    ``amended`` is the entry that says why it takes the place of the page before, which was made at ``replaces``; both
    None for the first. ``handed_over`` is the entry that says it left the app, None where that is not known here.
    ``context`` is what it said beside the entries, None while nobody has it.
    """

    number: int
    entries: tuple[Entry, ...]
    amended: Entry | None = None
    replaces: datetime | None = None
    handed_over: Entry | None = None
    context: PageContext | None = None

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
    def amendment(self) -> Amendment | None:
        """Why it takes the place of the page before, and by whom."""
        what = self.amended.what if self.amended else None
        return what.amendment if isinstance(what, PageAmended) else None

    @property
    def acknowledgement(self) -> Acknowledgement | None:
        """What it says of the printed sheet: what was said last since something was agreed."""
        latest = (entry.what for entry in reversed(self.entries))
        what = next((what for what in latest if isinstance(what, Acknowledged | Debriefed)), None)
        return what.acknowledgement if isinstance(what, Acknowledged) else None


def page_versions(entries: Iterable[Entry]) -> list[PageVersion]:
    """Find the pages of a call.

    :param entries: all of a call, in the order of logging, at least one.
    :returns: the oldest first; the last is the page as it stands. That a page was handed over stands on none; what is
        logged after that, and before an amendment, is not on the page that was handed over.
    """
    logged: list[Entry] = []
    versions = [_Growing(number=1)]
    for entry in entries:
        if isinstance(entry.what, HandedOver):
            versions[-1].hand_over(entry, len(logged))
            continue
        if isinstance(entry.what, PageAmended):
            versions[-1].end(entry.what, logged)
            versions.append(_Growing(versions[-1].number + 1, entry, logged[versions[-1].length - 1].at))
        logged.append(entry)
    return [version.grown(tuple(logged)) for version in versions]


@dataclass(slots=True)
class _Growing:
    """A page while its log is looked through; ``length`` is how many of the entries it has, 0 while that is open."""

    number: int
    amended: Entry | None = None
    replaces: datetime | None = None
    handed_over: Entry | None = None
    context: PageContext | None = None
    length: int = 0

    def hand_over(self, entry: Entry, length: int) -> None:
        if self.handed_over is None and isinstance(entry.what, HandedOver):
            self.handed_over, self.length, self.context = entry, length, entry.what.context

    def end(self, amended: PageAmended, logged: Sequence[Entry]) -> None:
        """What the amendment says of this page stands, also where nobody here knows of its handing over."""
        ids = [entry.id for entry in logged]
        self.length = ids.index(amended.until) + 1 if amended.until in ids else len(ids)
        self.context = amended.context

    def grown(self, logged: tuple[Entry, ...]) -> PageVersion:
        return PageVersion(
            number=self.number,
            entries=logged[: self.length or None],
            amended=self.amended,
            replaces=self.replaces,
            handed_over=self.handed_over,
            context=self.context,
        )


def is_handed_over(state: CallState) -> bool:
    """:returns: whether somebody has the page as it stands, so that a change is an amendment."""
    handed_over, amended = state.latest(HandedOver), state.latest(PageAmended)
    return handed_over is not None and (amended is None or amended.sequence < handed_over.sequence)
