"""The one object between the screens and the record."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from exports.rubrics_in_use import rubric_for_call
from scoring.archived import ARCHIVE_FOLDER
from scoring.call import Call
from scoring.clock import Clock, SystemClock
from scoring.entry import Entry
from scoring.errors import KnownError, SecondChairError
from scoring.keeper import Keeper
from scoring.logbook import Logbook
from scoring.people import Manager, Rep
from scoring.preferences import Preferences
from scoring.rubric import default_rubric
from scoring.state import CallState, Phase
from scoring.teeup import TeeUp, next_tee_up
from scoring.text import tr

if TYPE_CHECKING:
    from scoring.call_type import CallType
    from scoring.facts import CallFacts
    from scoring.rubric import Rubric
    from scoring.store import Store

T = TypeVar("T")
DraftKey = tuple[UUID | str, str]
"""The id of the call, or of the rubric, and the kind of what is being written about it."""
RETRY_MS = 1_000


class _Unwritten:
    """A draft on its way to the file, or None on its way out of it. Two of them are never the same."""

    def __init__(self, draft: Any) -> None:
        self.draft = draft


class Session(QObject):
    """Reads and writes the record for the screens, and tells them what changed.

    Logging never waits: an entry is folded into the state at once, queued for the keeper, and reported by ``saved``
    once it is durable. Everything else asks the keeper and waits for its answer, which takes a few ms.
    """

    opened = Signal()
    """The data is open: everything may be asked from now on."""
    refused = Signal(object)
    """The data cannot be opened; the KnownError says why."""
    call_changed = Signal(object)
    """Something was logged in the call with this UUID."""
    erased = Signal()
    """Calls or reps are gone for good; whoever lists them lists them again."""
    saved = Signal(object)
    """The entries with these UUIDs (frozenset) are durable now."""
    draft_saved = Signal(object)
    """What is being written about this subject (UUID or str), or that nothing is any more, is durable now."""
    trouble_changed = Signal(object)
    """Saving is kept up by this KnownError, or works again (None)."""
    replacing = Signal()
    """All data is about to be replaced: keep what is being written, and write no more until ``replaced`` or
    ``not_replaced`` comes."""
    replaced = Signal(object)
    """Nothing that was read before holds; the Path is that of a copy of what was here."""
    not_replaced = Signal(object)
    """The data stayed as it was; the error says why."""
    closed = Signal()
    """The data is closed: nothing is logged any more."""
    _keeper_opened = Signal(object)
    _keeper_drained = Signal(object)
    _keeper_replaced = Signal(object)
    _keeper_saved = Signal(object)
    _keeper_in_trouble = Signal(object)
    _draft_answered = Signal(object, object, object)
    _logged = Signal(object)

    def __init__(self, folder: Path, clock: Clock | None = None, parent: QObject | None = None) -> None:
        """:param folder: the data folder; it is made if it is missing."""
        super().__init__(parent)
        self.folder = folder
        self.clock = clock or SystemClock()
        self.is_open = False
        self._is_opening = False
        self.manager = Manager()
        self.preferences = Preferences()
        self.archive_folder: Path | None = None
        # What was written into a form that belongs to no call, by screen, for when the screens are made anew.
        self.forms: dict[str, Any] = {}
        self.pending: set[UUID] = set()
        self.trouble: KnownError | None = None
        self._entry_trouble: KnownError | None = None
        self._draft_trouble: KnownError | None = None
        self._books: dict[UUID, Logbook] = {}
        self._unwritten: dict[DraftKey, _Unwritten] = {}
        self._left_alone: dict[DraftKey, set[str]] = {}
        self._called_off: SecondChairError | None = None
        self._retry = QTimer(self, interval=RETRY_MS, singleShot=True)
        self._keeper = self._make_keeper()
        # Keeper and logbooks hold signals, no method of this object: in a circle of references it would be left to the
        # garbage collector, which may run in the keeper's thread, where no QObject may end.
        self._logged.connect(self._on_entry)
        self._keeper_opened.connect(self._on_opened)
        self._keeper_drained.connect(self._on_drained)
        self._keeper_replaced.connect(self._on_replaced)
        self._keeper_saved.connect(self._on_saved)
        self._keeper_in_trouble.connect(self._on_entry_trouble)
        self._draft_answered.connect(self._on_draft_answered)
        self._retry.timeout.connect(self._write_again)

    # Opening and closing

    def start(self) -> None:
        """Open the data in the background; ``opened`` or ``refused`` follows. After a refusal, try again.

        Does nothing while the data is open or being opened.
        """
        if self.is_open or self._is_opening:
            return
        self._is_opening = True
        if self._was_refused:
            self._keeper = self._make_keeper()
        self._keeper.start().add_done_callback(self._keeper_opened.emit)

    def _make_keeper(self) -> Keeper:
        self._was_refused = False
        open_store = partial(_open_store, self.folder)
        return Keeper(open_store, self._keeper_saved.emit, self._keeper_in_trouble.emit)

    def close(self) -> list[Entry]:
        """Write what waits and close the data.

        :returns: the entries that could not be written.
        """
        self.is_open = False
        self._retry.stop()
        unwritten = self._keeper.close()
        self.closed.emit()
        return unwritten

    def _on_opened(self, opening: Future[Any]) -> None:
        error = opening.exception()
        self._is_opening = False
        if isinstance(error, KnownError):
            self._was_refused = True
            self.refused.emit(error)
            return
        if error is not None:
            raise error
        self._read_own()
        self.is_open = True
        self.opened.emit()

    def _read_own(self) -> None:
        self.manager = self.ask(lambda store: store.settings.get("manager", Manager, Manager()))
        self.preferences = self.ask(
            lambda store: store.settings.get("preferences", Preferences, Preferences())
        )
        folder = self.ask(lambda store: store.settings.get(ARCHIVE_FOLDER, str, ""))
        self.archive_folder = Path(folder) if folder else None

    def replace_data(self, prepared: Path) -> None:
        """Put a copy that was looked into in the place of all data; ``replaced`` or ``not_replaced`` follows.

        What is kept while ``replacing`` is told is in the copy of what was here.

        :param prepared: what the look made ready.
        :raises SecondChairError: while a call goes on.
        """
        if self.calls_in(Phase.RUNNING):
            raise SecondChairError(tr("A call is going on"), tr("End it first, then try again."))
        self._called_off = None
        self.replacing.emit()
        # First everything that is queued is tried; what became of it is known once the answer to this arrives.
        self._keeper.post(lambda _: prepared).add_done_callback(self._keeper_drained.emit)

    def call_off_replacing(self, error: SecondChairError) -> None:
        """Something that is being written cannot be kept: leave the data as it is. For while ``replacing`` is told."""
        self._called_off = error

    def _on_drained(self, drained: Future[Path]) -> None:
        if not self.is_open:
            return
        if self.pending or any(waiting.draft is not None for waiting in self._unwritten.values()):
            message = tr("Once what keeps saving up is put right, try again.")
            self._called_off = SecondChairError(tr("Not everything is saved yet"), message)
        if self._called_off:
            self.not_replaced.emit(self._called_off)
            return
        prepared = drained.result()
        replacing = self._keeper.post(lambda store: store.put_in_place(prepared))
        replacing.add_done_callback(self._keeper_replaced.emit)

    def _on_replaced(self, replacing: Future[Path]) -> None:
        if not self.is_open:
            return
        error = replacing.exception()
        if error is None:
            self._books.clear()
            self._read_own()
            self.replaced.emit(replacing.result())
        else:
            self.not_replaced.emit(error)

    def _on_saved(self, entries: list[Entry]) -> None:
        ids = frozenset(entry.id for entry in entries)
        self.pending -= ids
        self.saved.emit(ids)

    def _on_entry_trouble(self, trouble: KnownError | None) -> None:
        self._entry_trouble = trouble
        self._tell_trouble()

    def _tell_trouble(self) -> None:
        """Tell what keeps saving up, once: the keeper finds the same anew with every attempt."""
        trouble = self._entry_trouble or self._draft_trouble
        if str(trouble) != str(self.trouble):
            self.trouble = trouble
            self.trouble_changed.emit(trouble)

    @property
    def is_held_up(self) -> bool:
        """Whether trouble keeps anything from being saved that was logged or written."""
        written = any(waiting.draft is not None for waiting in self._unwritten.values())
        return self.trouble is not None and (bool(self.pending) or written)

    def ask(self, job: Callable[[Store], T]) -> T:
        """Do something with the store in the keeper's thread and wait for it."""
        return self._keeper.ask(job)

    def post(self, job: Callable[[Store], T]) -> Future[T]:
        """Do something with the store in the keeper's thread without waiting."""
        return self._keeper.post(job)

    # People and preferences

    def save_manager(self, manager: Manager) -> None:
        """Keep who uses the app."""
        self.ask(lambda store: store.settings.put("manager", manager))
        self.manager = manager

    def save_preferences(self, preferences: Preferences) -> None:
        """Keep what the manager likes."""
        self.ask(lambda store: store.settings.put("preferences", preferences))
        self.preferences = preferences

    def save_archive_folder(self, folder: Path | None) -> None:
        """Keep where the pages are archived; None is nowhere."""
        self.ask(lambda store: store.settings.put(ARCHIVE_FOLDER, str(folder or "")))
        self.archive_folder = folder

    def reps(self) -> list[Rep]:
        """:returns: everybody by name, retired ones too; of somebody entered twice the entry that counts."""
        return self.ask(lambda store: store.counted_reps())

    def rep(self, rep_id: UUID) -> Rep:
        """:returns: the rep who counts where this one is named.

        :raises KeyError: if there is no such rep.
        """
        return self.ask(lambda store: store.reps.get(store.counts_as(rep_id)))

    def entries_of_rep(self, rep_id: UUID) -> list[Rep]:
        """:returns: all entries of one person: first the one that counts, then those merged into it."""
        return self.ask(lambda store: store.entries_of_rep(rep_id))

    def merge_reps(self, rep_id: UUID, into: UUID) -> None:
        """Let one rep's calls count as another's.

        :raises SecondChairError: if they are one already, or if the first was merged into somebody else.
        """
        self.ask(lambda store: store.merge(rep_id, into))

    def unmerge_rep(self, rep_id: UUID) -> UUID:
        """Let a rep that was merged into another one be their own again.

        :returns: that other one.
        :raises KeyError: if the rep was merged into none.
        """
        return self.ask(lambda store: store.unmerge(rep_id))

    def save_rep(self, rep: Rep) -> None:
        """Add a rep, or keep what changed about one."""
        self.ask(lambda store: store.reps.save(rep))

    def set_retired(self, rep_id: UUID, *, retired: bool) -> None:
        """Retire a rep, or bring one back."""
        self.save_rep(replace(self.rep(rep_id), retired_at=self.clock.now() if retired else None))

    # Calls

    def calls(self) -> list[CallFacts]:
        """:returns: the facts of all calls, latest first."""
        return self.ask(lambda store: store.facts.all())

    def calls_with(self, rep_id: UUID) -> list[CallFacts]:
        """:returns: the facts of the calls that count as one rep's, latest first."""
        return self.ask(lambda store: store.facts.of_rep(store.counts_as(rep_id)))

    def calls_in(self, *phases: Phase) -> list[CallFacts]:
        """:returns: the facts of the calls that stand in one of ``phases``, latest first."""
        return self.ask(lambda store: store.facts.in_phases(phases))

    def facts_of(self, call_id: UUID) -> CallFacts:
        """:returns: the facts of one call as it stands now, saved or not."""
        from scoring.facts import facts_of

        call, counts_as = self.ask(lambda store: _call_and_rep(store, call_id))
        return facts_of(call, self.state(call_id), counts_as)

    def call(self, call_id: UUID) -> Call:
        """:raises KeyError: if there is no such call."""
        return self.ask(lambda store: store.calls.get(call_id))

    def rep_of(self, call_id: UUID) -> Rep:
        """:returns: the rep of one call."""
        return self.rep(self.call(call_id).rep_id)

    def add_call(self, rep_id: UUID, tee_up: TeeUp) -> UUID:
        """Add a call with its first plan.

        :returns: the id of the new call.
        """
        call = Call(id=uuid4(), rep_id=rep_id, created_at=self.clock.now())
        entries: list[Entry] = []
        Logbook(CallState(), call.id, self.clock, entries.append).plan(tee_up)
        self.ask(lambda store: store.add_call(call, entries))
        self.call_changed.emit(call.id)
        return call.id

    def new_call(self, rep_id: UUID) -> UUID:
        """Add a call with a rep; what was agreed for the last one is carried over.

        :returns: the id of the new call.
        """
        earlier = [call for call in self.calls_with(rep_id) if call.started_at is not None]
        previous = self.state(earlier[0].call_id).tee_up if earlier else None
        rubric = self.rubric_for(rep_id, (previous or TeeUp()).call_type)
        return self.add_call(rep_id, next_tee_up(previous, rubric, self.clock.now()))

    def book(self, call_id: UUID) -> Logbook:
        """:returns: the log of one call, open for writing; what it writes is saved and reported from here."""
        if call_id not in self._books:
            state = self.ask(lambda store: store.state(call_id))
            self._books[call_id] = Logbook(state, call_id, self.clock, self._logged.emit)
        return self._books[call_id]

    def read_past_anew(self) -> None:
        """The file may hold more of calls that are over than was read here."""
        self._books = {
            call_id: book for call_id, book in self._books.items() if book.state.phase == Phase.RUNNING
        }

    def read_anew(self, call_id: UUID) -> None:
        """The file holds more of a call than was logged here; whoever shows it shows it again."""
        self._books.pop(call_id, None)
        self.call_changed.emit(call_id)

    def forget_erased(self) -> None:
        """Something was erased: nothing of it is written any more, and nothing of it stays in memory."""
        subjects = (subject for subject, _ in (*self._unwritten, *self._left_alone))
        known = {*self._books, *(subject for subject in subjects if isinstance(subject, UUID))}
        for call_id in self.ask(lambda store: [one for one in known if not store.calls.has(one)]):
            self._books.pop(call_id, None)
            for key in [key for key in self._unwritten if key[0] == call_id]:
                del self._unwritten[key]
            for key in [key for key in self._left_alone if key[0] == call_id]:
                del self._left_alone[key]
        self.erased.emit()

    def has(self, subject: UUID) -> bool:
        """:returns: whether there is such a call, or such a rep."""
        return self.ask(lambda store: store.calls.has(subject) or store.reps.has(subject))

    def state(self, call_id: UUID) -> CallState:
        """:returns: the state of one call. Read it, do not keep parts of it: it goes on changing."""
        return self.book(call_id).state

    @property
    def is_logging(self) -> bool:
        """Whether any call is being logged now, and is not paused."""
        return any(book.is_logging for book in self._books.values())

    def _on_entry(self, entry: Entry) -> None:
        self.pending.add(entry.id)
        self._keeper.append(entry)
        self.call_changed.emit(entry.call_id)

    def rubric_of(self, call_id: UUID) -> Rubric:
        """:returns: the rubric in the wording this call uses, or is to use where nothing was planned yet."""
        return self.rubric_planned(self.state(call_id).tee_up)

    def rubric_planned(self, plan: TeeUp) -> Rubric:
        """:returns: the rubric of a plan, also of one that is still written."""
        if not plan.rubric_id:
            return default_rubric()
        return self.rubric(plan.rubric_id, plan.rubric_version)

    def rubric_for(self, rep_id: UUID, call_type: CallType) -> Rubric:
        """:returns: the rubric that a new call of this type with this rep starts with."""
        today = self.clock.now().date()
        return self.ask(partial(rubric_for_call, rep_id=rep_id, call_type=call_type, today=today))

    def rubric(self, rubric_id: str, version: int) -> Rubric:
        """:raises KeyError: if this version is not stored."""
        return self.ask(lambda store: store.rubrics.get(rubric_id, version))

    def newest_version(self, rubric: Rubric) -> int:
        """:returns: the version of this rubric that is in use."""
        in_use = self.ask(lambda store: store.rubrics.in_use(rubric.id))
        return in_use.version if in_use else rubric.version

    # What is being written

    def draft(self, subject: UUID | str, kind: type[T]) -> T | None:
        """:returns: what is being written of this kind about a call (MyView, SelfView or Debrief) or about a rubric
        (RubricDraft), or None."""
        waiting = self._unwritten.get((subject, kind.__name__))
        if waiting is not None:
            return cast("T | None", waiting.draft)
        return self.ask(lambda store: store.drafts_about(subject).get(subject, kind.__name__, kind))

    def keep_draft(self, subject: UUID | str, draft: Any) -> None:
        """Keep what is being written, in place of what was kept before. It never waits; trouble is reported."""
        self._write_draft((subject, type(draft).__name__), draft)

    def drop_draft(self, subject: UUID | str, kind: type) -> None:
        """Forget what was being written, once the entries it became part of are durable. It never waits; trouble is
        reported."""
        self._left_alone.pop((subject, kind.__name__), None)
        self._write_draft((subject, kind.__name__), None)

    def is_saving_draft(self, subject: UUID | str, kind: type) -> bool:
        """:returns: whether what is being written, or that it was dropped, is not durable yet."""
        return (subject, kind.__name__) in self._unwritten

    def leave_alone(self, subject: UUID | str, kind: type, words: str) -> None:
        """Say no more of these words, as long as the draft lives. It is remembered here, and nowhere else."""
        self._left_alone.setdefault((subject, kind.__name__), set()).add(words)

    def is_left_alone(self, subject: UUID | str, kind: type, words: str) -> bool:
        """:returns: whether nothing is to be said of these words."""
        return words in self._left_alone.get((subject, kind.__name__), ())

    def _write_draft(self, key: DraftKey, draft: Any) -> None:
        """What cannot be written is tried again, unless something newer has taken its place."""
        waiting = self._unwritten[key] = _Unwritten(draft)
        if draft is None:
            writing = self._keeper.post(partial(self._drop, key, waiting), once_saved=True)
        else:
            writing = self._keeper.post(partial(_put, key, draft))
        writing.add_done_callback(partial(self._pass_on, key, waiting))

    def _drop(self, key: DraftKey, waiting: _Unwritten, store: Store) -> None:
        """Called in the keeper's thread, maybe long after something new has been begun."""
        if self._unwritten.get(key) is waiting:
            store.drafts_about(key[0]).drop(*key)

    def _pass_on(self, key: DraftKey, waiting: _Unwritten, writing: Future[None]) -> None:
        """Called in the keeper's thread."""
        self._draft_answered.emit(key, waiting, writing.exception())

    def _on_draft_answered(self, key: DraftKey, waiting: _Unwritten, error: BaseException | None) -> None:
        if not self.is_open:
            return
        if isinstance(error, KnownError):
            self._draft_trouble = error
            self._retry.start()
        elif error is not None:
            raise error
        elif self._unwritten.get(key) is waiting:
            del self._unwritten[key]
            self.draft_saved.emit(key[0])
        if not self._unwritten:
            self._draft_trouble = None
        self._tell_trouble()

    def _write_again(self) -> None:
        for key, waiting in list(self._unwritten.items()):
            self._write_draft(key, waiting.draft)


def _open_store(folder: Path) -> Store:
    from scoring.store import Store

    return Store.open(folder)


def _call_and_rep(store: Store, call_id: UUID) -> tuple[Call, UUID]:
    call = store.calls.get(call_id)
    return call, store.counts_as(call.rep_id)


def _put(key: DraftKey, draft: Any, store: Store) -> None:
    store.drafts_about(key[0]).put(*key, draft)
