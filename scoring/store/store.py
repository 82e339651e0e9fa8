"""The one file with everything in it: opened, appended to, read, checked, backed up."""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlite_utils import Database

from scoring import paths
from scoring.archived import ArchivedFile, FileKind
from scoring.call import Call
from scoring.codec import BadValueError
from scoring.copies import AT_THE_END, BEFORE, BEFORE_RESTORE
from scoring.derived import Derived, derived_from
from scoring.entry import Entry, Redone, SatIn, Undone
from scoring.errors import KnownError, SecondChairError
from scoring.facts import CallFacts
from scoring.files import FolderLock, file_trouble, make_folder, replace_whole
from scoring.fold import LIFECYCLE, fold
from scoring.merging import check_merge, counted_with, counts_as
from scoring.people import Rep
from scoring.rubric import Rubric, is_shipped, shipped_rubrics
from scoring.rubric_draft import RubricDraft, finished
from scoring.state import CallState, Phase
from scoring.store.archive_tables import ArchivedFiles, Holds, Merges, Receipts, Scans
from scoring.store.backups import make_copy, sweep, thin_out
from scoring.store.cadence_table import Cadences
from scoring.store.connection import alone, connect, connect_read_only, database_trouble, gone, roomy
from scoring.store.entries import Entries
from scoring.store.erasing import Erasing
from scoring.store.facts_table import Facts
from scoring.store.finding import Finding
from scoring.store.fitness import (
    refuse_empty,
    refuse_foreign,
    refuse_newer,
    refuse_older,
    refuse_unfit,
    unsound,
)
from scoring.store.migrations import migrations
from scoring.store.tables import Calls, Drafts, Reps, Rubrics, Settings
from scoring.text import tr

LIFE_KINDS = frozenset(kind.KIND for kind in LIFECYCLE)


class Store:
    """Everything the app remembers. Use it from the thread that opened it.

    ``reps``, ``calls``, ``rubrics``, ``settings``, ``drafts``, ``rubric_drafts``, ``entries``, ``facts`` and
    ``cadences`` are its tables, and for the archive ``archived``, ``scans``, ``holds``, ``merges`` and ``receipts``.
    ``finding`` says which calls fit what is sought, ``erasing`` takes people and calls out.
    """

    def __init__(self, db: Database, path: Path, lock: FolderLock | None) -> None:
        self._lock = lock
        self.path = path
        self._use(db)

    def _use(self, db: Database) -> None:
        self._db = db
        self._identity = _identity(self.path)
        self.reps = Reps(db)
        self.calls = Calls(db)
        self.rubrics = Rubrics(db)
        self.settings = Settings(db)
        self.drafts = Drafts(db)
        self.rubric_drafts = Drafts(db, "rubric_drafts", "rubric_id")
        self.entries = Entries(db)
        self.facts = Facts(db, self._facts_made_again)
        self.finding = Finding(db, self.facts)
        self.archived = ArchivedFiles(db)
        self.scans = Scans(db)
        self.holds = Holds(db)
        self.merges = Merges(db)
        self.receipts = Receipts(db)
        self.cadences = Cadences(db)
        self.erasing = Erasing(db, self.path)
        self._changes_before = self._changes()

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Open the data in ``folder`` for this copy of the app alone; the folder and the file are made if missing.

        An older file is backed up and brought up to date. After an unclean end the file is checked through first.

        :raises KnownError: locked, damaged, read-only, from a newer version; the file is left as it was.
        """
        make_folder(folder)
        lock = FolderLock(folder / paths.LOCK)
        path = folder / paths.DATABASE
        with ExitStack() as on_failure:
            on_failure.callback(lock.abandon if lock.ended_uncleanly else lock.release)
            if path.exists():
                refuse_unfit(path, check=lock.ended_uncleanly)
            _sweep(folder)
            store = cls(connect(path), path, lock)
            on_failure.callback(store._db.close)
            with store.trouble():
                store._bring_up_to_date()
            store._changes_before = store._changes()
            on_failure.pop_all()
        return store

    @staticmethod
    def refuse_none(folder: Path) -> None:
        """Make nothing where somebody meant data that is there.

        :raises KnownError: if there is none in ``folder``.
        """
        if not (folder / paths.DATABASE).exists():
            message = tr("There is no Second Chair data in {folder}. Choose the folder with --data-dir.")
            raise KnownError(tr("No data there"), message.format(folder=folder))

    @classmethod
    def open_read_only(cls, folder: Path) -> Store:
        """Open the data in ``folder`` for reading, also while the app is open.

        :raises KnownError: not there, damaged, from a newer or an older version.
        """
        cls.refuse_none(folder)
        path = folder / paths.DATABASE
        with ExitStack() as on_failure:
            refuse_empty(path)
            db = connect_read_only(path)
            on_failure.callback(db.close)
            with database_trouble(path):
                refuse_foreign(db, path)
                refuse_newer(db, path)
                refuse_older(db, path)
            on_failure.pop_all()
        return cls(db, path, lock=None)

    def _bring_up_to_date(self) -> None:
        pending = migrations.pending(self._db)
        if pending and migrations.applied(self._db):
            self.back_up(f"{BEFORE}{pending[0].name}")
        if pending:
            migrations.apply(self._db)
        for rubric in shipped_rubrics():
            self.rubrics.keep(rubric)
        if not self.facts.are_of_this_version():  # also where a step has made their table anew
            self.rebuild_facts()
        with suppress(sqlite3.OperationalError):  # a full disk is no reason to keep somebody from their data
            self.erasing.finish()  # if it was cut short; while somebody reads the file, it is for the next time

    def trouble(self) -> AbstractContextManager[None]:
        """:returns: a context in which what the world does to the file is raised as a KnownError."""
        return database_trouble(self.path)

    def close(self) -> None:
        """Close the file cleanly. Where anything has changed, a copy is left among the backups, if there is room."""
        if self._changes() > self._changes_before and _identity(self.path) == self._identity:
            with suppress(KnownError):
                thin_out(self.back_up(AT_THE_END).parent)
        self._db.close()
        if self._lock:
            _sweep(self.path.parent)
            self._lock.release()

    def add_call(self, call: Call, entries: Sequence[Entry]) -> None:
        """Add a call together with its first entries, or neither.

        :raises KnownError: full, read-only or vanished disk.
        """
        with self.trouble(), self._db.atomic():
            self.calls.add(call)
            self.entries.append(entries)
            self._follow(entries)

    def take_in(
        self, rep: Rep, rubric: Rubric, call: Call, entries: Sequence[Entry], derived: Derived | None = None
    ) -> None:
        """Add a call from elsewhere with all it refers to, or how it goes on where it is here already, or nothing. What
        is known of call and rep here is left alone.

        :param derived: that of a call that is new here, as its own rep's, if it is known already.
        :raises SecondChairError: if something else stands here under the name of its rubric, or of its entries.
        :raises KnownError: full, read-only or vanished disk.
        """
        _refuse_later_wording(rubric)
        with self.trouble(), self._db.atomic():
            if not self.reps.has(rep.id):
                self.reps.save(rep)
            self.rubrics.keep(rubric, in_use=False)
            is_new = not self.calls.has(call.id)
            if is_new:
                self.calls.add(call)
            before = self.entries.count(call.id)
            self.entries.append(entries)
            if self.rubrics.get(rubric.id, rubric.version) != rubric:
                message = tr("The rubric “{name}” has other words here. Nothing was changed.")
                raise SecondChairError(tr("Another rubric"), message.format(name=rubric.name))
            if self.entries.count(call.id) != before + len(entries):
                message = tr("Parts of it are already here, in another call. Nothing was changed.")
                raise SecondChairError(tr("The record cannot be used"), message)
            # Not _follow: a call without its facts would be half of it.
            if is_new and derived:
                self.facts.put(replace(derived.facts, rep_id=self.counts_as(call.rep_id)), derived.words)
            else:
                self.refresh_facts(call.id)

    def drafts_about(self, subject: UUID | str) -> Drafts:
        """:param subject: the id of a call, or of a rubric.
        :returns: the table of what is being written about it."""
        return self.drafts if isinstance(subject, UUID) else self.rubric_drafts

    def put_in_use(self, draft: RubricDraft) -> Rubric:
        """Make what was written of a rubric its next version, which calls use from now on and nothing changes any more.

        :returns: the new version, or the one in use where the draft says nothing else.
        :raises SecondChairError: if the draft has no name or no skill yet, or if it is of a rubric of the app.
        :raises KnownError: full, read-only or vanished disk.
        """
        if is_shipped(draft.id):
            raise SecondChairError(tr("This rubric comes with the app"), tr("Make a copy, and change that."))
        with self.trouble(), self._db.atomic():
            latest = self.rubrics.in_use(draft.id)
            rubric = finished(draft, self.rubrics.next_version(draft.id))
            if latest and replace(rubric, version=latest.version) == latest:
                rubric = latest
            self.rubrics.keep(rubric)
            self.rubric_drafts.drop(draft.id, RubricDraft.__name__)
        return rubric

    @contextmanager
    def batch(self) -> Generator[None]:
        """Keep all that is written inside in one step, which costs as much as one call by itself.

        :raises KnownError: full, read-only or vanished disk. Nothing of it is kept then.
        """
        with self.trouble(), roomy(self._db), self._db.atomic():
            yield

    def note_archived(self, file: ArchivedFile) -> None:
        """Keep that a file lies in the archive. The bytes of a scan are then kept there alone.

        :raises KnownError: full, read-only or vanished disk.
        """
        with self.trouble(), self._db.atomic():
            self.archived.put(file)
            if file.what == FileKind.SCAN:
                self.scans.drop(file.call_id, file.sha256)

    def _changes(self) -> int:
        assert self._db.conn is not None
        return self._db.conn.total_changes

    def append(self, entries: Sequence[Entry]) -> None:
        """Add entries to the log; they are durable when this returns. The facts follow what changes the life of a call,
        or the way of sitting in.

        :raises KnownError: full, read-only or vanished disk. Nothing was added, or it was added to a file that is no
            longer in its place; trying the same entries again is right in either case.
        """
        with self.trouble(), self._db.atomic():
            self.entries.append(entries)
            self._follow(entries)
        assert self._db.conn is not None
        assert not self._db.conn.in_transaction, "an entry must not wait for somebody else's commit"
        if _identity(self.path) != self._identity:
            raise gone(self.path)

    def _follow(self, entries: Sequence[Entry]) -> None:
        """Make the facts of the calls these entries changed again. A flaw in them must not cost the entries they are
        a copy of: they stay as they were then, and ``check`` finds it."""
        try:
            with self._db.atomic():
                for call_id in {entry.call_id for entry in entries if self._changes_facts(entry)}:
                    self.refresh_facts(call_id)
        except sqlite3.Error:  # what keeps the facts out keeps the entries out as well
            raise
        except Exception:
            logging.getLogger(__name__).exception("the facts of a call cannot be made")

    def _changes_facts(self, entry: Entry) -> bool:
        if isinstance(entry.what, (*LIFECYCLE, SatIn)):
            return True
        if isinstance(entry.what, Undone | Redone) and self.entries.kind_of(entry.what.target) in LIFE_KINDS:
            return True
        return self.facts.phase_of(entry.call_id) != Phase.RUNNING

    def state(self, call_id: UUID) -> CallState:
        """:returns: what the entries of one call add up to."""
        return fold(self.entries.of(call_id))

    def refresh_facts(self, call_id: UUID) -> None:
        """Make the facts of one call again from its entries, and what of it can be searched."""
        derived = self._derived(self.calls.get(call_id))
        self.facts.put(derived.facts, derived.words)

    def facts_of(self, call_id: UUID) -> CallFacts:
        """:returns: the facts of one call, whatever version of the app stored them.

        :raises KeyError: if there is no such call.
        """
        facts = None if self.facts.is_outdated(call_id) else self.facts.get(call_id)
        return facts or self._fresh_facts(call_id)

    def _fresh_facts(self, call_id: UUID) -> CallFacts:
        return self._derived(self.calls.get(call_id)).facts

    def _derived(self, call: Call) -> Derived:
        return derived_from(call, self.state(call.id), self.counts_as(call.rep_id))

    def counts_as(self, rep_id: UUID) -> UUID:
        """:returns: the rep that the calls entered with ``rep_id`` count as."""
        return counts_as(self.merges.all(), rep_id)

    def entries_of_rep(self, rep_id: UUID) -> list[Rep]:
        """:returns: all entries of one person: first the one that counts, then those merged into it, by name.

        :raises KeyError: if there is no such rep.
        """
        merges = self.merges.all()
        kept = counts_as(merges, rep_id)
        ids = counted_with(merges, kept) - {kept}
        return [self.reps.get(kept), *(rep for rep in self.reps.all() if rep.id in ids)]

    def counted_reps(self) -> list[Rep]:
        """:returns: every person once, retired ones too, by name: the reps that were merged into no other."""
        merges = self.merges.all()
        return [rep for rep in self.reps.all() if rep.id not in merges]

    def merge(self, rep_id: UUID, into: UUID) -> None:
        """Let the calls of one rep, and of those merged into it, count as another's from now on. No call and no entry
        is changed.

        :raises SecondChairError: if they are one already, or if the first was merged into somebody else.
        :raises KnownError: full, read-only or vanished disk.
        """
        with self.trouble(), self._db.atomic():
            check_merge(self.merges.all(), rep_id, into)
            self.merges.put(rep_id, into)
            self._count_anew(rep_id)

    def unmerge(self, rep_id: UUID) -> UUID:
        """Let a rep that was merged into another one be their own again, with the calls they brought along.

        :returns: that other one.
        :raises KeyError: if the rep was merged into none.
        :raises KnownError: full, read-only or vanished disk.
        """
        with self.trouble(), self._db.atomic():
            into = self.merges.all()[rep_id]
            self.merges.drop(rep_id)
            self._count_anew(rep_id)
        return into

    def _count_anew(self, rep_id: UUID) -> None:
        """Of the facts only the rep has changed: years of calls need not be read again for that."""
        merges = self.merges.all()
        rep_in_force = counts_as(merges, rep_id)
        for call in self.calls.entered_with(counted_with(merges, rep_id)):
            facts = self.facts.get(call.id) or self._fresh_facts(call.id)
            self.facts.put(replace(facts, rep_id=rep_in_force))

    def _facts_made_again(self, call_id: str) -> CallFacts:
        """Facts that cannot be read are no loss while the entries can."""
        try:
            derived = self._derived(self.calls.get(UUID(call_id)))
        except (KeyError, ValueError) as error:
            raise BadValueError(f"the facts of call {call_id} and what they are made of") from error
        if self._lock:
            self.facts.put(derived.facts, derived.words)
        return derived.facts

    def rebuild_facts(self) -> None:
        """Make the facts of all calls again from their entries, all or none."""
        with self.trouble(), self._db.atomic():
            for call in self.calls.all():
                self.refresh_facts(call.id)

    def check(self) -> list[str]:
        """:returns: what is wrong with the file, one sentence each; empty when all is well."""
        with self.trouble(), self._db.atomic():  # one reading of it all: the app may be writing meanwhile
            return unsound(self._db) or [*self._problems_with_rubrics(), *self._problems_with_calls()]

    def _problems_with_rubrics(self) -> list[str]:
        words = tr("The rubric {id}, version {version}, cannot be read.")
        return [words.format(id=one, version=version) for one, version in self.rubrics.unreadable()]

    def _problems_with_calls(self) -> list[str]:
        return list(filter(None, map(self._problem_with, self.calls.all())))

    def _problem_with(self, call: Call) -> str | None:
        try:
            with self.trouble():
                state = self.state(call.id)
        except KnownError:
            return tr("The entries of call {call} cannot be read.").format(call=call.id)
        if not state.count or self.facts.is_outdated(call.id):
            return None
        fresh = derived_from(call, state, self.counts_as(call.rep_id))
        if not self.facts.agree_with(fresh.facts, fresh.words):
            return tr("The facts of call {call} differ from its entries.").format(call=call.id)
        return None

    def back_up(self, why: str, folder: Path | None = None) -> Path:
        """Copy the whole file, as it is now, into ``folder``, by default that of the backups.

        :param why: what the copy is for, as a part of its name.
        :returns: where the copy lies.
        :raises KnownError: if the system refuses.
        """
        return make_copy(self._db, folder or self.path.parent / paths.BACKUPS, why)

    def put_in_place(self, prepared: Path) -> Path:
        """Put a prepared copy in the place of all that is here, whole or not at all, and go on with it.

        :param prepared: a sound file of this version, on the same disk, that nobody has open; it is gone afterwards.
        :returns: where a copy lies of what was here.
        :raises KnownError: if the system refuses, or another program has the data open; nothing was changed.
        """
        with file_trouble(prepared):
            prepared.stat()
        kept = self.back_up(BEFORE_RESTORE)
        with self.trouble():
            alone(self._db)
        self._db.close()
        try:
            with file_trouble(self.path):
                replace_whole(prepared, self.path)
        finally:
            self._use(connect(self.path))
        _sweep(self.path.parent)
        return kept


def _sweep(folder: Path) -> None:
    """Remove what nobody needs any more of copies that were being made, or looked into."""
    sweep(folder / paths.BACKUPS)
    shutil.rmtree(folder / paths.COMING, ignore_errors=True)


def _refuse_later_wording(rubric: Rubric) -> None:
    """The words of a shipped rubric come with the app: kept from elsewhere, they would stand in the way of its own."""
    shipped = [one.version for one in shipped_rubrics() if one.id == rubric.id]
    if shipped and rubric.version > max(shipped):
        message = tr("It uses a later “{name}” than this app has. Update the app here and try again.")
        raise KnownError(tr("This record is newer than the app"), message.format(name=rubric.name))


def _identity(path: Path) -> tuple[int, int] | None:
    """:returns: what tells the file at ``path`` from any other, or None if there is none.

    An open file can be deleted or moved away on most systems, and commits to it go on as if nothing had happened.
    """
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
