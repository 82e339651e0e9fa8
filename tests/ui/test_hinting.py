"""The write-up check in front of a person: quiet, after leaving a field, and nowhere but on the screen."""

from __future__ import annotations

import zipfile
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exports.access_pack.pack import PackWish, write_pack
from exports.page_source import page_source
from exports.record import record_json
from scoring.debrief import Commitment, Debrief, MyView, Observation, SelfView
from scoring.writeup.hints import Kind
from tests.builders import FakeClock
from tests.ui.screens.aftercall import a_viewed_call, an_ended_call, find, on_show, press, priya, write
from ui.hint_words import hint_words
from ui.hinting import Hinting
from ui.screens.debrief import DebriefScreen
from ui.screens.myview import MyViewScreen
from ui.session import Session
from ui.widgets.growing_text import GrowingText
from ui.widgets.text import Text

PRAISE = Observation(words="Great job!")
WISH = Commitment(words="Be more confident")


def _shown(screen: QWidget, name: str) -> str:
    line = find(screen, Text, f"{name}.hint")
    return line.accessibleName() if line.isVisible() else ""


@pytest.fixture
def call_id(session: Session, clock: FakeClock) -> UUID:
    return an_ended_call(session, clock, priya(session))


def test_one_hint_at_a_time_the_weightiest_first(session: Session, call_id: UUID) -> None:
    hinting = Hinting(session, call_id)
    assert hinting.of_strengths().hint(PRAISE) == hint_words(Kind.EXAMPLE)
    assert hinting.of_strengths().hint(Observation(words="Priya is a natural")) == hint_words(Kind.PERSON)
    assert hinting.of_gaps().hint(Observation(words="You are lazy")) == hint_words(Kind.PERSON)
    assert hinting.of_changes().hint(WISH) == hint_words(Kind.WHAT)
    assert hinting.of_trials().hint(WISH) == hint_words(Kind.WHERE)


def test_what_is_left_alone_stays_so_until_the_words_change_or_the_draft_is_gone(
    session: Session, call_id: UUID
) -> None:
    changes, trials = Hinting(session, call_id).of_changes(), Hinting(session, call_id).of_trials()
    changes.leave(WISH)
    assert changes.hint(WISH) == ""
    assert trials.hint(WISH), "where is another matter"
    assert Hinting(session, call_id).of_changes().hint(WISH) == "", "also when the screen is made anew"
    assert changes.hint(Commitment(words="Be calmer")), "other words"
    session.drop_draft(call_id, MyView)
    assert changes.hint(WISH) == ""
    session.drop_draft(call_id, Debrief)
    assert changes.hint(WISH)


@pytest.mark.usefixtures("no_button_down")
def test_in_my_view_a_hint_comes_after_leaving_and_goes_with_the_words(
    qtbot: QtBot, session: Session, call_id: UUID
) -> None:
    screen = MyViewScreen(session)
    on_show(qtbot, screen, call_id)
    press(screen, "skill.view.strengths")
    write(screen, "myview.strength.0", "Great job!")
    assert _shown(screen, "myview.strength.0") == ""
    find(screen, GrowingText, "myview.strength.0").setFocus()
    last = find(screen, GrowingText, "myview.strength.1")
    last.setFocus()
    qtbot.waitUntil(lambda: _shown(screen, "myview.strength.0") == hint_words(Kind.EXAMPLE))
    assert last.hasFocus()
    write(screen, "myview.strength.0", " He named the date")
    assert _shown(screen, "myview.strength.0") == ""


@pytest.mark.usefixtures("no_button_down")
def test_nothing_of_the_hints_reaches_file_record_page_or_pack(
    qtbot: QtBot, session: Session, clock: FakeClock, tmp_path: Path
) -> None:
    rep = priya(session)
    call_id = a_viewed_call(session, clock, rep)
    session.book(call_id).hear_rep(SelfView(went_well="It went well"))
    screen = DebriefScreen(session)
    on_show(qtbot, screen, call_id)
    press(screen, "step.agree")
    write(screen, "debrief.change.0.words", "Be more confident")
    find(screen, GrowingText, "debrief.change.0.words").setFocus()
    find(screen, GrowingText, "debrief.parked").setFocus()
    for field, kind in (("words", Kind.WHAT), ("tried", Kind.WHERE)):
        name = f"debrief.change.0.{field}"
        qtbot.waitUntil(lambda name=name, kind=kind: _shown(screen, name) == hint_words(kind))
        press(screen, f"{name}.hint.leave")
        assert _shown(screen, name) == ""
    press(screen, "choice.yes")
    press(screen, "debrief.page")
    written = b"".join(path.read_bytes() for path in session.folder.rglob("*") if path.is_file())
    record = record_json(session.ask(partial(page_source, call_id=call_id)))
    wish = PackWish(rep_id=rep.id, now=clock.now(), usual="a4")
    path, _ = write_pack(session.ask, wish, tmp_path)
    with zipfile.ZipFile(path) as pack:
        packed = b"".join(pack.read(name) for name in pack.namelist())
    assert all(b"Be more confident" in data for data in (written, record, packed))
    for said in ("Leave it", *(hint_words(kind) for kind in (Kind.WHAT, Kind.WHERE))):
        assert not any(said.encode() in data for data in (written, record, packed)), said
