"""What is held about a rep, gathered from the store: the person in one reading, each call in one of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from exports.page_source import PageSource, page_source, pages_of
from exports.reading import facts_in
from scoring.archived import ARCHIVE_FOLDER, ArchivedFile
from scoring.entry import ScanKept, What
from scoring.facts import CallFacts, facts_of
from scoring.holds import Hold
from scoring.people import Manager, Rep
from scoring.privacy import Surface, coaching_for, drafts_for, entries_for
from scoring.state import DEBRIEFED_PHASES, CallState

if TYPE_CHECKING:
    from scoring.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whom the pack is about: their ``entries`` (first the one that counts), with the private notes about them, and the
    ids of their ``calls``, oldest first.

    ``holds`` keep what is held from being erased. ``archive`` is the folder that keeps their pages, if there is one.
    """

    entries: tuple[Rep, ...]
    coaching: tuple[str, ...]
    manager: Manager
    calls: tuple[UUID, ...]
    holds: tuple[Hold, ...]
    archive: Path | None

    @property
    def rep(self) -> Rep:
        """The entry that counts."""
        return self.entries[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCall:
    """One call with all that is held about it.

    ``source`` is the call as it stands, ``pages`` are its pages, ``drafts`` what may be known of what is being written,
    by kind; ``withheld`` says that the manager's view is not in it. ``kept_scans`` are the sums of all scans
    that were kept, ``scans`` the bytes of those that wait here, by their sums; ``archived`` are the files in the
    archive folder.
    """

    source: PageSource
    state: CallState
    facts: CallFacts
    pages: tuple[PageSource, ...]
    drafts: dict[str, Any]
    withheld: bool
    kept_scans: tuple[str, ...]
    scans: dict[str, bytes]
    archived: tuple[ArchivedFile, ...]


def gather_person(store: Store, rep_id: UUID) -> Person:
    """:raises KeyError: if there is no such rep."""
    entries = store.entries_of_rep(rep_id)
    ids = {rep.id for rep in entries}
    calls = [facts.call_id for facts in reversed(facts_in(store, rep_id))]
    folder = store.settings.get(ARCHIVE_FOLDER, str, "")
    return Person(
        entries=tuple(entries),
        coaching=tuple(coaching_for(Surface.ACCESS_PACK, rep) for rep in entries),
        manager=store.settings.get("manager", Manager, Manager()),
        calls=tuple(calls),
        holds=tuple(hold for hold in store.holds.all() if hold.rep_id in ids or hold.call_id in calls),
        archive=Path(folder) if folder else None,
    )


def _logged(state: CallState) -> list[What]:
    return [entry.what for entry in entries_for(Surface.ACCESS_PACK, state)]


def gather_call(store: Store, call_id: UUID) -> HeldCall:
    """:raises KeyError: if there is no such call.
    :raises SecondChairError: if its rubric is not there.
    """
    state = store.state(call_id)
    pages = pages_of(store, call_id)
    source = pages[-1] if pages and state.phase in DEBRIEFED_PHASES else page_source(store, call_id)
    drafts = store.drafts.of(call_id)
    allowed = drafts_for(Surface.ACCESS_PACK, state, drafts)
    return HeldCall(
        source=source,
        state=state,
        facts=facts_of(source.call, state),
        pages=tuple(pages),
        drafts=allowed,
        withheld=not state.view_is_open and (state.view is not None or len(allowed) < len(drafts)),
        kept_scans=tuple(what.scan.sha256 for what in _logged(state) if isinstance(what, ScanKept)),
        scans=store.scans.of(call_id),
        archived=tuple(store.archived.of(call_id)),
    )
