from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import scoring.keeper
import ui.session
from exports.backups import back_up, look_into
from exports.rubrics_in_use import keep_defaults
from scoring import paths
from scoring.call_type import CallType
from scoring.debrief import MyView, SelfView
from scoring.entry import Entry
from scoring.erasure import Erasure, Receipt
from scoring.errors import KnownError, SecondChairError
from scoring.notes import CurtainNotes
from scoring.people import Manager, Rep
from scoring.preferences import Paper, Preferences
from scoring.rubric import default_rubric
from scoring.rubric_choice import RubricDefaults
from scoring.rubric_draft import RubricDraft, copy_of
from scoring.state import Phase
from scoring.store import Store
from scoring.store.entries import Entries
from scoring.store.tables import Drafts
from scoring.teeup import StepInReason, TeeUp
from scoring.tenure import Tenure
from tests.builders import NINE, FakeClock, a_call, a_rep, a_tee_up, a_view, an_id
from ui.session import Session

FULL = KnownError("The disk is full", "Make some room.")

Opened = Callable[[], Session]


@pytest.fixture
def again(qtbot: QtBot, session: Session, clock: FakeClock) -> Iterator[Opened]:
    """Open the same data in a new copy of the app, after the first one has ended."""
    opened: list[Session] = []

    def start() -> Session:
        session.close()
        opened.append(Session(session.folder, clock))
        with qtbot.waitSignal(opened[-1].opened):
            opened[-1].start()
        return opened[-1]

    yield start
    for one in opened:
        one.close()


class Refusing:
    """Lets a method of the store fail as long as ``error`` is set."""

    def __init__(self, patch: pytest.MonkeyPatch, owner: type, name: str) -> None:
        self.error: KnownError | None = None
        original: Callable[..., Any] = getattr(owner, name)

        def guarded(*given: Any) -> Any:
            if self.error:
                raise self.error
            return original(*given)

        patch.setattr(owner, name, guarded)


@pytest.fixture(autouse=True)
def _tries_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring.keeper, "RETRY_SECONDS", 0.01)
    monkeypatch.setattr(ui.session, "RETRY_MS", 5)


# Opening


def test_what_was_kept_is_there_after_a_restart(session: Session, again: Opened) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    session.save_preferences(Preferences(paper=Paper.LETTER, neutral_face=False))
    call_id = session.add_call(priya.id, a_tee_up())
    other = again()
    assert other.manager == Manager(name="Dana Whitfield", title="Sales manager", organisation="Larkfield")
    assert other.preferences == Preferences(paper=Paper.LETTER, neutral_face=False)
    assert other.reps() == [priya]
    assert other.state(call_id).tee_up == a_tee_up()


def _garbage(folder: Path) -> None:
    (folder / paths.DATABASE).write_bytes(b"This is no database. " * 200)


def test_two_copies_on_one_folder_are_refused_and_let_in_once_the_other_has_ended(
    qtbot: QtBot, session: Session, clock: FakeClock
) -> None:
    second = Session(session.folder, clock)
    with qtbot.waitSignal(second.refused) as refused:
        second.start()
    assert isinstance((refused.args or [])[0], KnownError)
    assert not second.is_open
    session.close()
    with qtbot.waitSignal(second.opened):
        second.start()
    assert second.manager.name == "Dana Whitfield"
    second.close()


def test_a_damaged_file_is_refused_and_opened_once_a_good_one_is_in_its_place(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    _garbage(tmp_path)
    session = Session(tmp_path)
    with qtbot.waitSignal(session.refused):
        session.start()
    with qtbot.waitSignal(session.refused):
        session.start()
    (tmp_path / paths.DATABASE).unlink()
    with qtbot.waitSignal(session.opened):
        session.start()
    session.close()


def test_starting_twice_in_one_breath_opens_once(
    qtbot: QtBot, session: Session, clock: FakeClock, tmp_path: Path
) -> None:
    other = Session(tmp_path / "other", clock)
    with qtbot.waitSignal(other.opened):
        other.start()
        other.start()
    with qtbot.assertNotEmitted(other.opened, wait=50):
        other.start()
    other.close()


# People


def test_retiring_keeps_the_rep_and_the_calls(session: Session, clock: FakeClock) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    session.new_call(priya.id)
    session.set_retired(priya.id, retired=True)
    assert session.rep(priya.id).retired_at == clock.now()
    assert len(session.calls_with(priya.id)) == 1
    session.set_retired(priya.id, retired=False)
    assert session.rep(priya.id) == priya


def test_two_reps_may_share_a_name(session: Session) -> None:
    first, second = a_rep("Sam Lee"), a_rep("Sam Lee", employee_number="7")
    session.save_rep(first)
    session.save_rep(second)
    session.new_call(second.id)
    assert session.calls_with(first.id) == []
    assert len(session.calls_with(second.id)) == 1


# Calls


def test_what_was_agreed_is_carried_over_to_the_next_call_and_the_rest_is_new(
    session: Session, clock: FakeClock
) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    agreed = a_tee_up(
        call_type=CallType.TOGETHER,
        step_in_reasons=(StepInReason.FACTS,),
        focus_skills=("listens-it-out",),
        planned_minutes=30,
        rubric_id=default_rubric().id,
    )
    session.book(session.add_call(priya.id, agreed)).start()
    clock.advance(minutes=12)
    plan = session.state(session.new_call(priya.id)).tee_up
    kept = (plan.call_type, plan.introduction, plan.step_in_reasons, plan.focus_skills, plan.planned_minutes)
    assert kept == (
        CallType.TOGETHER,
        agreed.introduction,
        (StepInReason.FACTS,),
        ("listens-it-out",),
        30,
    )
    assert (plan.customer, plan.purpose, plan.best, plan.least) == ("", "", "", "")
    assert plan.planned_at == clock.now() + timedelta(minutes=18)


def test_a_call_is_there_with_its_plan_or_not_at_all(
    session: Session, again: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    with monkeypatch.context() as patch:
        Refusing(patch, Entries, "append").error = FULL
        with pytest.raises(KnownError):
            session.new_call(priya.id)
    assert session.calls_with(priya.id) == []
    assert again().ask(lambda store: store.calls.all()) == []


def test_a_call_of_which_nothing_is_known_opens_with_the_skills_that_are_usual(session: Session) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    call = a_call(priya)
    session.ask(lambda store: store.calls.add(call))
    assert session.rubric_of(call.id) == default_rubric()


def test_a_new_call_starts_with_the_rubric_set_for_the_type_that_is_carried_over(session: Session) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    ours = session.ask(lambda store: store.put_in_use(copy_of(default_rubric(), "Ours")))
    set_for = RubricDefaults().setting(CallType.TOGETHER, Tenure.LATER, ours.id)
    session.ask(lambda store: keep_defaults(store, set_for))
    assert session.rubric_of(session.new_call(priya.id)) == default_rubric()
    focus = default_rubric().skills[0].id
    agreed = a_tee_up(call_type=CallType.TOGETHER, focus_skills=(focus,), rubric_id=default_rubric().id)
    session.book(session.add_call(priya.id, agreed)).start()
    new = session.new_call(priya.id)
    assert session.rubric_of(new) == ours
    assert session.state(new).tee_up.focus_skills == (focus,)


def test_a_call_that_never_began_hands_nothing_on(session: Session) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    session.add_call(priya.id, a_tee_up())
    assert session.state(session.new_call(priya.id)).tee_up.introduction == ""


def test_the_facts_follow_the_life_of_a_call(session: Session) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    call_id = session.new_call(priya.id)
    phases: list[Phase] = [session.calls()[0].phase]
    for step in (session.book(call_id).start, session.book(call_id).end):
        step()
        phases.append(session.calls()[0].phase)
    assert phases == [Phase.PLANNED, Phase.RUNNING, Phase.ENDED]
    assert [facts.call_id for facts in session.calls_in(Phase.ENDED)] == [call_id]
    assert session.calls_in(Phase.PLANNED, Phase.RUNNING) == []


def test_logging_shows_at_once_and_is_told_once_it_is_saved(qtbot: QtBot, session: Session) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    call_id = session.new_call(priya.id)
    session.book(call_id).start()
    qtbot.waitUntil(lambda: not session.pending)
    with qtbot.waitSignal(session.saved) as saved, qtbot.waitSignal(session.call_changed) as changed:
        entry = session.book(call_id).moment()
        assert entry.id in session.pending
    assert changed.args == [call_id]
    assert entry.id in (saved.args or [])[0]
    assert not session.pending


def test_what_could_not_be_written_is_told_waits_and_is_written(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    book = session.book(session.new_call(priya.id))
    book.start()
    disk = Refusing(monkeypatch, Store, "append")
    with qtbot.waitSignal(session.trouble_changed) as told:
        disk.error = FULL
        moments = [book.moment().id for _ in range(5)]
    assert told.args == [FULL]
    with qtbot.waitSignal(session.trouble_changed) as told:
        disk.error = None
    assert told.args == [None]
    qtbot.waitUntil(lambda: not session.pending)
    stored = session.ask(lambda store: store.state(book.call_id))
    assert set(moments) <= set(stored.standing)


def test_the_same_trouble_is_told_once_however_often_it_is_met(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    book = session.book(session.new_call(priya.id))
    attempts: list[Entry] = []
    told: list[object] = []
    session.trouble_changed.connect(told.append)

    def refuse(_store: Store, entries: list[Entry]) -> None:
        attempts.append(entries[0])
        raise KnownError("The disk is full", "Make some room.")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "append", refuse)
        book.start()
        qtbot.waitUntil(lambda: len(attempts) > 5)
        qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(lambda: not session.pending)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] is None


def test_closing_writes_what_waits(session: Session, again: Opened) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    book = session.book(session.new_call(priya.id))
    book.start()
    moments = [book.moment().id for _ in range(50)]
    assert set(moments) <= set(again().state(book.call_id).standing)


def test_it_knows_whether_any_call_is_being_logged(session: Session) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    first, second = (session.book(session.new_call(priya.id)) for _ in range(2))
    assert not session.is_logging
    first.start()
    second.start()
    second.pause()
    assert session.is_logging
    first.end()
    assert not session.is_logging


def test_a_closed_session_ends_with_the_last_who_holds_it_and_so_in_the_thread_of_the_window(
    qtbot: QtBot, clock: FakeClock, tmp_path: Path
) -> None:
    other = Session(tmp_path / "other", clock)
    with qtbot.waitSignal(other.opened):
        other.start()
    priya = a_rep("Priya Nair")
    other.save_rep(priya)
    other.book(other.new_call(priya.id)).start()
    other.close()
    held = weakref.ref(other)
    del other
    assert held() is None, "it was left to the garbage collector, which runs in any thread"


def test_it_says_that_it_is_closed_once_all_is_written(qtbot: QtBot, session: Session) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    session.book(session.new_call(priya.id)).start()
    with qtbot.waitSignal(session.closed):
        assert session.close() == []


def test_closing_says_what_could_not_be_written(
    qtbot: QtBot, session: Session, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = Session(tmp_path / "other", clock)
    with qtbot.waitSignal(other.opened):
        other.start()
    priya = a_rep("Priya Nair")
    other.save_rep(priya)
    book = other.book(other.new_call(priya.id))
    qtbot.waitUntil(lambda: not other.pending)
    Refusing(monkeypatch, Store, "append").error = FULL
    started = book.start()
    assert other.close() == [started]


# What is being written


def test_what_is_being_written_survives_a_crash(session: Session, again: Opened) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    call_id = session.new_call(priya.id)
    session.keep_draft(call_id, a_view())
    session.keep_draft(call_id, SelfView(went_well="I let them tal"))
    session.keep_draft(call_id, SelfView(went_well="I let them talk"))
    other = again()
    assert other.draft(call_id, SelfView) == SelfView(went_well="I let them talk")
    assert other.draft(call_id, MyView) == a_view()
    other.drop_draft(call_id, SelfView)
    assert other.draft(call_id, SelfView) is None
    assert other.draft(call_id, MyView) == a_view()
    assert other.draft(call_id, TeeUp) is None


def test_a_draft_that_could_not_be_kept_is_told_and_kept_later(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    call_id = session.new_call(priya.id)
    disk = Refusing(monkeypatch, Drafts, "put")
    disk.error = FULL
    with qtbot.waitSignal(session.trouble_changed) as told:
        session.keep_draft(call_id, SelfView(went_well="I let"))
        session.keep_draft(call_id, SelfView(went_well="I let them talk"))
    assert told.args == [FULL]
    with qtbot.waitSignal(session.trouble_changed) as told:
        disk.error = None
    assert told.args == [None]
    assert session.draft(call_id, SelfView) == SelfView(went_well="I let them talk")


def test_a_draft_is_told_to_be_saved_once_nothing_newer_of_it_is_on_its_way(
    qtbot: QtBot, session: Session
) -> None:
    told: list[tuple[str, bool]] = []

    def note(subject: str) -> None:
        told.append((subject, session.is_saving_draft(subject, RubricDraft)))

    session.draft_saved.connect(note)
    draft = RubricDraft(id="first-visits")
    for letters in ("F", "First"):
        session.keep_draft(draft.id, replace(draft, name=letters))
    assert session.is_saving_draft(draft.id, RubricDraft)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("first-visits", False)]


def test_what_was_written_stays_until_the_entry_that_holds_it_is_durable(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    call_id = session.new_call(priya.id)
    session.keep_draft(call_id, a_view())
    disk = Refusing(monkeypatch, Store, "append")
    disk.error = FULL
    with qtbot.waitSignal(session.trouble_changed):
        session.book(call_id).start()
        session.drop_draft(call_id, MyView)
    assert session.draft(call_id, MyView) is None, "on the screens it is part of the record"
    assert _on_disk(session, call_id) == a_view(), "but a crash now must not lose it"
    with qtbot.waitSignal(session.trouble_changed):
        disk.error = None
    qtbot.waitUntil(lambda: _on_disk(session, call_id) is None)


def test_what_is_begun_anew_while_saving_is_in_trouble_is_not_dropped_with_what_was_before(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    call_id = session.new_call(priya.id)
    disk = Refusing(monkeypatch, Store, "append")
    disk.error = FULL
    with qtbot.waitSignal(session.trouble_changed):
        session.book(call_id).start()
        session.drop_draft(call_id, MyView)
        session.keep_draft(call_id, a_view())
    with qtbot.waitSignal(session.trouble_changed):
        disk.error = None
    qtbot.waitUntil(lambda: not session.pending)
    assert session.draft(call_id, MyView) == a_view() == _on_disk(session, call_id)


def _on_disk(session: Session, call_id: UUID) -> MyView | None:
    return session.ask(lambda store: store.drafts.get(call_id, MyView.__name__, MyView))


def test_a_draft_that_cannot_be_dropped_keeps_nobody_waiting(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    priya = a_rep("Priya Nair")
    session.save_rep(priya)
    call_id = session.new_call(priya.id)
    session.keep_draft(call_id, SelfView(went_well="Done"))
    disk = Refusing(monkeypatch, Drafts, "drop")
    disk.error = FULL
    with qtbot.waitSignal(session.trouble_changed):
        session.drop_draft(call_id, SelfView)
    with qtbot.waitSignal(session.trouble_changed):
        disk.error = None
    assert session.draft(call_id, SelfView) is None


def test_the_facts_of_a_call_are_those_of_now(session: Session) -> None:
    rep = a_rep()
    session.save_rep(rep)
    call_id = session.add_call(rep.id, a_tee_up())
    session.book(call_id).start()
    facts = session.facts_of(call_id)
    assert (facts.call_id, facts.rep_id, facts.phase) == (call_id, rep.id, Phase.RUNNING)


def test_what_was_dropped_twice_in_a_row_does_not_come_back(qtbot: QtBot, session: Session) -> None:
    rep = a_rep()
    session.save_rep(rep)
    call_id = session.new_call(rep.id)
    with qtbot.waitSignals([session._draft_answered] * 4):
        for text in ("first", "second"):
            session.keep_draft(call_id, CurtainNotes(text=text))
            session.drop_draft(call_id, CurtainNotes)
    assert session.draft(call_id, CurtainNotes) is None


def test_somebody_entered_twice_is_one_person_everywhere(session: Session) -> None:
    kept, other = a_rep("Priya Nair", coaching="Ask."), a_rep("Priya  nair", coaching="Wait.")
    for rep in (kept, other):
        session.save_rep(rep)
    calls = [session.add_call(rep.id, a_tee_up()) for rep in (kept, other)]
    session.merge_reps(other.id, kept.id)
    assert session.reps() == [kept]
    assert session.rep(other.id) == session.rep_of(calls[1]) == kept
    assert session.call(calls[1]).rep_id == other.id
    assert {facts.call_id for facts in session.calls_with(kept.id)} == set(calls)
    assert session.calls_with(other.id) == session.calls_with(kept.id)
    assert session.facts_of(calls[1]).rep_id == kept.id
    assert session.entries_of_rep(kept.id) == [kept, other]
    assert session.unmerge_rep(other.id) == kept.id
    assert session.rep_of(calls[1]) == other
    assert [facts.call_id for facts in session.calls_with(kept.id)] == calls[:1]


def test_a_new_call_with_a_merged_entry_is_one_with_the_entry_that_counts(session: Session) -> None:
    kept, other = a_rep("Priya Nair"), a_rep("Priya Nair")
    for rep in (kept, other):
        session.save_rep(rep)
    before = session.add_call(other.id, a_tee_up())
    session.merge_reps(other.id, kept.id)
    after = session.new_call(session.rep_of(before).id)
    assert session.call(after).rep_id == kept.id


def test_what_is_erased_is_neither_remembered_nor_written_again(qtbot: QtBot, session: Session) -> None:
    rep = a_rep()
    session.save_rep(rep)
    call_id = session.new_call(rep.id)
    session.keep_draft(call_id, MyView(outcome_words="A draft"))
    erasure, receipt = Erasure.of_calls([call_id]), Receipt(id=an_id(), at=NINE)
    session.ask(lambda store: store.erasing.erase(erasure, receipt))
    with qtbot.waitSignal(session.erased):
        session.forget_erased()
    assert session.draft(call_id, MyView) is None
    assert session.state(call_id).count == 0


# A copy in the place of all data


def _ready(session: Session, rep: Rep | None = None) -> Path:
    """:returns: a copy of what is here now, made ready; then ``rep`` is added."""
    look = look_into(back_up(session.folder), session.folder)
    if rep:
        session.save_rep(rep)
    return look.prepared


def test_after_a_copy_took_its_place_nothing_is_remembered_of_what_was_here(
    qtbot: QtBot, session: Session
) -> None:
    rep = a_rep()
    session.save_rep(rep)
    call_id = session.add_call(rep.id, a_tee_up())
    prepared = _ready(session)
    session.save_manager(Manager(name="Somebody else"))
    session.book(call_id).plan(a_tee_up(customer="Another"))
    with qtbot.waitSignals([session.replacing, session.replaced]):
        session.replace_data(prepared)
    assert session.manager.name == "Dana Whitfield"
    assert session.state(call_id).tee_up == a_tee_up()


def test_nothing_is_replaced_while_a_call_goes_on_be_it_paused(session: Session) -> None:
    rep = a_rep()
    prepared = _ready(session, rep)
    book = session.book(session.add_call(rep.id, a_tee_up()))
    book.start()
    for _ in range(2):
        with pytest.raises(SecondChairError, match="A call is going on"):
            session.replace_data(prepared)
        book.pause()


def test_nothing_is_replaced_while_something_waits_to_be_saved(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, session: Session
) -> None:
    rep = a_rep()
    prepared = _ready(session, rep)
    call_id = session.add_call(rep.id, a_tee_up())
    refusing = Refusing(monkeypatch, Drafts, "put")
    refusing.error = FULL
    session.keep_draft(call_id, a_view())
    with qtbot.waitSignal(session.not_replaced) as refused:
        session.replace_data(prepared)
    assert "Not everything is saved" in str((refused.args or [])[0])
    refusing.error = None
    with qtbot.waitSignal(session.replaced) as replaced:
        qtbot.waitUntil(lambda: session.trouble is None)
        session.replace_data(prepared)
    (before,) = replaced.args or []
    assert look_into(before, session.folder).comparison.reps_back == (rep.name,)


def test_what_is_kept_at_the_last_moment_is_in_the_copy_of_what_was_here(
    qtbot: QtBot, session: Session
) -> None:
    rep = a_rep()
    session.save_rep(rep)
    call_id = session.add_call(rep.id, a_tee_up())
    prepared = _ready(session)

    def keep() -> None:
        session.book(call_id).plan(a_tee_up(customer="Another"))
        session.keep_draft(call_id, a_view())

    session.replacing.connect(keep)
    with qtbot.waitSignal(session.replaced) as replaced:
        session.replace_data(prepared)
    (before,) = replaced.args or []
    found = look_into(before, session.folder).comparison
    assert [(call.only_here, call.only_there) for call in found.calls_different] == [(0, 1)]
    assert session.draft(call_id, MyView) is None


def test_what_cannot_be_kept_calls_it_off(qtbot: QtBot, session: Session) -> None:
    rep = a_rep()
    prepared = _ready(session, rep)

    def call_off() -> None:
        session.call_off_replacing(FULL)

    session.replacing.connect(call_off)
    with qtbot.waitSignal(session.not_replaced) as refused:
        session.replace_data(prepared)
    assert refused.args == [FULL]
    assert session.reps() == [rep]
