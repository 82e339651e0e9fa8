"""The one file with everything in it: opened, appended to, read, checked, backed up."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlite_utils import Database

from scoring import paths
from scoring.archived import ArchivedFile, FileKind
from scoring.call import Call
from scoring.codec import BadValueError
from scoring.entry import Entry, Redone, SatIn, Undone
from scoring.errors import KnownError, SecondChairError
from scoring.facts import CallFacts, facts_of
from scoring.files import FolderLock, file_trouble, make_folder
from scoring.fold import LIFECYCLE, fold
from scoring.people import Rep
from scoring.rubric import Rubric, shipped_rubrics
from scoring.state import CallState, Phase
from scoring.store.archive_tables import ArchivedFiles, Holds, Merges, Receipts, Scans
from scoring.store.connection import (
    connect,
    connect_read_only,
    damaged,
    database_trouble,
    gone,
    known_database_error,
)
from scoring.store.entries import Entries
from scoring.store.facts_table import Facts
from scoring.store.migrations import KNOWN_MIGRATIONS, migrations
from scoring.store.tables import Calls, Drafts, Reps, Rubrics, Settings
from scoring.text import tr

KEPT_BACKUPS = 10
"""How many of the copies that are made at the end are kept."""
_AT_THE_END = "at the end"
LIFE_KINDS = frozenset(kind.KIND for kind in LIFECYCLE)


class Store:
    """Everything the app remembers. Use it from the thread that opened it.

    ``reps``, ``calls``, ``rubrics``, ``settings``, ``drafts``, ``entries`` and ``facts`` are its tables, and for the
    archive ``archived``, ``scans``, ``holds``, ``merges`` and ``receipts``.
    """

    def __init__(self, db: Database, path: Path, lock: FolderLock | None) -> None:
        self._db = db
        self._lock = lock
        self.path = path
        self._identity = _identity(path)
        self.reps = Reps(db)
        self.calls = Calls(db)
        self.rubrics = Rubrics(db)
        self.settings = Settings(db)
        self.drafts = Drafts(db)
        self.entries = Entries(db)
        self.facts = Facts(db, self._facts_made_again)
        self.archived = ArchivedFiles(db)
        self.scans = Scans(db)
        self.holds = Holds(db)
        self.merges = Merges(db)
        self.receipts = Receipts(db)
        self._changes_before = 0

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
                _refuse_unfit(path, check=lock.ended_uncleanly)
            store = cls(connect(path), path, lock)
            on_failure.callback(store._db.close)
            with store.trouble():
                store._bring_up_to_date()
            store._changes_before = store._changes()
            on_failure.pop_all()
        return store

    @classmethod
    def open_read_only(cls, folder: Path) -> Store:
        """Open the data in ``folder`` for reading, also while the app is open.

        :raises KnownError: not there, damaged, from a newer or an older version.
        """
        path = folder / paths.DATABASE
        if not path.exists():
            message = tr("There is no Second Chair data in {folder}. Choose the folder with --data-dir.")
            raise KnownError(tr("No data there"), message.format(folder=folder))
        with ExitStack() as on_failure:
            _refuse_empty(path)
            db = connect_read_only(path)
            on_failure.callback(db.close)
            with database_trouble(path):
                _refuse_foreign(db, path)
                _refuse_newer(db, path)
                _refuse_older(db, path)
            on_failure.pop_all()
        return cls(db, path, lock=None)

    def _bring_up_to_date(self) -> None:
        _migrate(self._db, self.path)
        for rubric in shipped_rubrics():
            self.rubrics.keep(rubric)
        if not self.facts.are_of_this_version():
            self.rebuild_facts()

    def trouble(self) -> AbstractContextManager[None]:
        """:returns: a context in which what the world does to the file is raised as a KnownError."""
        return database_trouble(self.path)

    def close(self) -> None:
        """Close the file cleanly. Where anything has changed, a copy is left among the backups, if there is room."""
        if self._changes() > self._changes_before and _identity(self.path) == self._identity:
            with suppress(KnownError):
                self._back_up_at_the_end()
        self._db.close()
        if self._lock:
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
        self, rep: Rep, rubric: Rubric, call: Call, entries: Sequence[Entry], state: CallState | None = None
    ) -> None:
        """Add a call from elsewhere with all it refers to, or how it goes on where it is here already, or nothing. What
        is known of call and rep here is left alone.

        :param state: what the entries of a call that is new here add up to, if that is known already.
        :raises SecondChairError: if something else stands here under the name of its rubric, or of its entries.
        :raises KnownError: full, read-only or vanished disk.
        """
        _refuse_later_wording(rubric)
        with self.trouble(), self._db.atomic():
            if not self.reps.has(rep.id):
                self.reps.save(rep)
            self.rubrics.keep(rubric)
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
            self.facts.put(facts_of(call, state) if is_new and state else self._fresh_facts(call.id))

    @contextmanager
    def batch(self) -> Generator[None]:
        """Keep all that is written inside in one step, which costs as much as one call by itself.

        :raises KnownError: full, read-only or vanished disk. Nothing of it is kept then.
        """
        with self.trouble(), self._db.atomic():
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

    def _back_up_at_the_end(self) -> None:
        folder = self.back_up(_AT_THE_END).parent
        with file_trouble(folder):
            for old in sorted(folder.glob(f"* {_AT_THE_END}.db"))[:-KEPT_BACKUPS]:
                old.unlink()

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
        """Make the facts of one call again from its entries."""
        self.facts.put(self._fresh_facts(call_id))

    def _fresh_facts(self, call_id: UUID) -> CallFacts:
        return facts_of(self.calls.get(call_id), self.state(call_id))

    def _facts_made_again(self, call_id: str) -> CallFacts:
        """Facts that cannot be read are no loss while the entries can."""
        try:
            facts = self._fresh_facts(UUID(call_id))
        except (KeyError, ValueError) as error:
            raise BadValueError(f"the facts of call {call_id} and what they are made of") from error
        if self._lock:
            self.facts.put(facts)
        return facts

    def rebuild_facts(self) -> None:
        """Make the facts of all calls again from their entries, all or none."""
        with self.trouble(), self._db.atomic():
            for call in self.calls.all():
                self.refresh_facts(call.id)

    def check(self) -> list[str]:
        """:returns: what is wrong with the file, one sentence each; empty when all is well."""
        with self.trouble(), self._db.atomic():  # one reading of it all: the app may be writing meanwhile
            return _unsound(self._db) or list(filter(None, map(self._problem_with, self.calls.all())))

    def _problem_with(self, call: Call) -> str | None:
        try:
            with self.trouble():
                state = self.state(call.id)
        except KnownError:
            return tr("The entries of call {call} cannot be read.").format(call=call.id)
        if not state.count or self.facts.is_outdated(call.id):
            return None
        if self._stored_facts(call.id) != facts_of(call, state):
            return tr("The facts of call {call} differ from its entries.").format(call=call.id)
        return None

    def _stored_facts(self, call_id: UUID) -> CallFacts | None:
        """:returns: the facts as they are stored, or None where they are missing or cannot be read."""
        try:
            with self.trouble():
                return self.facts.stored(call_id)
        except KnownError:
            return None

    def back_up(self, name: str) -> Path:
        """Copy the whole file, as it is now, into the folder of backups.

        :returns: where the copy lies.
        :raises KnownError: if the system refuses.
        """
        return _back_up(self._db, self.path, name)


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


def _refuse_unfit(path: Path, *, check: bool) -> None:
    """Look at a file before anything is written to it: opening for writing alone can change its bytes."""
    _refuse_empty(path)
    db = connect_read_only(path)
    try:
        with database_trouble(path):
            _refuse_foreign(db, path)
            _refuse_newer(db, path)
            if check and _unsound(db):
                raise damaged(path)
    finally:
        db.close()


def _migrate(db: Database, path: Path) -> None:
    pending = migrations.pending(db)
    if pending and migrations.applied(db):
        _back_up(db, path, f"before {pending[0].name}")
    if pending:
        migrations.apply(db)


def _steps_taken(db: Database, path: Path) -> set[str]:
    try:
        return {step.name for step in migrations.applied(db)}
    except (
        sqlite3.DatabaseError
    ) as error:  # this table has never changed: if it reads wrong, it is not our code
        raise known_database_error(error, path) or damaged(path) from error


def _refuse_empty(path: Path) -> None:
    """A file without a byte is what a power cut can leave. SQLite would take it for a new one, and throw away the log
    that lies beside it."""
    with file_trouble(path):
        if not path.stat().st_size:
            raise damaged(path)


def _refuse_foreign(db: Database, path: Path) -> None:
    """Our files hold the steps they have taken, or nothing at all where the very first start was cut short."""
    names = db.table_names()
    if names and migrations.migrations_table not in names:
        raise damaged(path)


def _refuse_newer(db: Database, path: Path) -> None:
    if _steps_taken(db, path) - KNOWN_MIGRATIONS:
        message = tr(
            "{path} was written by a newer version of Second Chair. Install that version; nothing was changed."
        )
        raise KnownError(tr("The data is from a newer version"), message.format(path=path))


def _refuse_older(db: Database, path: Path) -> None:
    if KNOWN_MIGRATIONS - _steps_taken(db, path):
        message = tr("{path} is from an older version. Open Second Chair once with it, then try again.")
        raise KnownError(tr("The data is from an older version"), message.format(path=path))


def _unsound(db: Database) -> list[str]:
    answers = [row[0] for row in db.execute("PRAGMA quick_check").fetchall()]
    broken = [f"{row[0]} {row[1]}" for row in db.execute("PRAGMA foreign_key_check").fetchall()]
    sentence = tr("The file is damaged: {detail}.")
    return [sentence.format(detail=answer) for answer in answers + broken if answer != "ok"]


def _back_up(db: Database, path: Path, name: str) -> Path:
    folder = path.parent / paths.BACKUPS
    make_folder(folder)
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H%M%S")
    target = folder / f"{stamp} {name}.db"
    unfinished = target.with_suffix(".part")
    assert db.conn is not None
    with database_trouble(target), file_trouble(target):
        try:
            with closing(sqlite3.connect(unfinished)) as copy:
                db.conn.backup(copy)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    return target
