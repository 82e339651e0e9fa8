from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoring.errors import KnownError
from scoring.people import Rep
from scoring.store.tables import Reps
from tests.builders import FakeClock, a_rep
from tests.ui.finding import find, press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from tests.ui.screens.aftercall import everything_said_by
from ui.screens.edit_rep import EditRepScreen
from ui.session import Session
from ui.widgets.button import PaintedButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LineEdit
from ui.widgets.growing_text import GrowingText

LONG = "Wolfeschlegelsteinhausenbergerdorff" * 300
NAMES = {
    "long": LONG,
    "Arabic": "عبد الرحمن الخوارزمي",
    "Hebrew": "שרה \u202eכהן",
    "emoji": "Zoë 👩‍👩‍👧 O’Neil",
    "markup": "<b>Bold</b> & Söhne",
    "controls": "Bell\u0007 and\ttab",
}


@pytest.fixture
def screen(qtbot: QtBot, session: Session) -> EditRepScreen:
    shown = EditRepScreen(session)
    show(qtbot, shown)
    shown.show_new()
    return shown


@pytest.fixture
def priya(session: Session) -> Rep:
    rep = a_rep("Priya Nair", title="Account executive", team="North", started_on=date(2025, 9, 1))
    session.save_rep(rep)
    return rep


def _line(screen: EditRepScreen, name: str) -> LineEdit:
    return find(screen, LineEdit, f"rep.{name}")


def _write(qtbot: QtBot, screen: EditRepScreen, name: str, words: str) -> None:
    """Replace what stands in a field."""
    field = _line(screen, name)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, words)


def _choose(qtbot: QtBot, screen: EditRepScreen, value: str) -> None:
    chips = find(screen, ChoiceRow, "rep.every").chips()
    chip = next(chip for chip in chips if chip.value == value)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def _refuse(_reps: Reps, _rep: Rep) -> None:
    raise KnownError("The disk is full", "Make some room.")


def _visible_words(screen: EditRepScreen) -> str:
    return "\n".join(part.accessibleName() for part in screen.findChildren(QWidget) if part.isVisible())


def test_a_rep_is_added_with_all_that_is_known(qtbot: QtBot, session: Session, screen: EditRepScreen) -> None:
    for name, words in (
        ("name", "Priya Nair"),
        ("title", "Account executive"),
        ("team", "North"),
        ("number", "0042"),
        ("started", "2025-09-01"),
    ):
        _write(qtbot, screen, name, words)
    qtbot.keyClicks(find(screen, GrowingText, "rep.coaching"), "Ask, do not tell.")
    with qtbot.waitSignal(screen.place_requested) as requested:
        press(qtbot, screen, "rep.save")
    assert requested.args == ["home"]
    (rep,) = session.reps()
    assert rep == Rep(
        id=rep.id,
        name="Priya Nair",
        title="Account executive",
        team="North",
        employee_number="0042",
        started_on=date(2025, 9, 1),
        coaching="Ask, do not tell.",
    )


def test_a_rep_needs_a_name_and_the_screen_says_so(
    qtbot: QtBot, session: Session, screen: EditRepScreen
) -> None:
    _write(qtbot, screen, "title", "Account executive")
    for name in ("rep.save", "rep.call"):
        press(qtbot, screen, name)
        assert "A name is needed." in _visible_words(screen)
        assert screen.focusWidget() is _line(screen, "name")
    assert session.reps() == []


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "01.03.2026", "2026-02-30"])
def test_a_wrong_first_day_is_said_and_changes_nothing(
    qtbot: QtBot, session: Session, screen: EditRepScreen, priya: Rep, day: str
) -> None:
    screen.show_subject(priya.id)
    _write(qtbot, screen, "started", day)
    press(qtbot, screen, "rep.save")
    assert "such as 2026-03-01" in _visible_words(screen)
    assert screen.focusWidget() is _line(screen, "started")
    assert session.reps() == [priya]
    assert _line(screen, "started").text() == day, "it can be put right"
    _write(qtbot, screen, "started", "2026-03-01")
    press(qtbot, screen, "rep.save")
    assert session.rep(priya.id).started_on == date(2026, 3, 1)


def test_return_saves(qtbot: QtBot, session: Session, screen: EditRepScreen) -> None:
    qtbot.keyClicks(_line(screen, "name"), "Priya Nair")
    qtbot.keyClick(_line(screen, "name"), Qt.Key.Key_Return)
    assert [rep.name for rep in session.reps()] == ["Priya Nair"]


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_names_of_any_kind_are_kept_exactly(
    qtbot: QtBot, session: Session, screen: EditRepScreen, name: str
) -> None:
    QApplication.clipboard().setText(name)
    _line(screen, "name").paste()
    press(qtbot, screen, "rep.save")
    (rep,) = session.reps()
    assert rep.name == name
    screen.show_subject(rep.id)
    assert _line(screen, "name").text() == name
    screen.grab()
    screen.leave()
    assert session.reps() == [rep], "looking at it changes nothing"


def test_pasted_rich_text_becomes_the_words_it_shows(
    qtbot: QtBot, session: Session, screen: EditRepScreen, priya: Rep
) -> None:
    screen.show_subject(priya.id)
    rich = QMimeData()
    rich.setHtml("<p>Ask <b>first</b></p><p>then wait</p>")
    coaching = find(screen, GrowingText, "rep.coaching")
    coaching.insertFromMimeData(rich)
    press(qtbot, screen, "rep.save")
    assert session.rep(priya.id).coaching == "Ask first\nthen wait"


def test_very_long_words_about_coaching_are_kept_exactly(
    qtbot: QtBot, session: Session, screen: EditRepScreen, priya: Rep
) -> None:
    words = "Frag zuerst. \u00a0\n" * 8_000
    screen.show_subject(priya.id)
    QApplication.clipboard().setText(words)
    find(screen, GrowingText, "rep.coaching").paste()
    press(qtbot, screen, "rep.save")
    assert session.rep(priya.id).coaching == words


def test_two_of_the_same_name_are_two_people(qtbot: QtBot, session: Session, screen: EditRepScreen) -> None:
    for number in ("1", "2"):
        screen.show_new()
        qtbot.keyClicks(_line(screen, "name"), "Sam Lee")
        qtbot.keyClicks(_line(screen, "number"), number)
        press(qtbot, screen, "rep.save")
    first, second = session.reps()
    assert (first.name, second.name) == ("Sam Lee", "Sam Lee")
    screen.show_subject(second.id)
    _write(qtbot, screen, "team", "South")
    screen.leave()
    assert session.rep(first.id).team == ""
    assert session.rep(second.id).team == "South"


# Leaving


def test_leaving_keeps_what_was_changed(
    qtbot: QtBot, session: Session, screen: EditRepScreen, priya: Rep
) -> None:
    screen.show_subject(priya.id)
    _write(qtbot, screen, "team", "South")
    screen.leave()
    assert session.rep(priya.id).team == "South"


@pytest.mark.parametrize(("field", "words"), [("started", "soon"), ("name", "  ")])
def test_leaving_keeps_all_that_is_valid(
    qtbot: QtBot, session: Session, screen: EditRepScreen, priya: Rep, field: str, words: str
) -> None:
    screen.show_subject(priya.id)
    _write(qtbot, screen, "team", "South")
    _write(qtbot, screen, field, words)
    screen.leave()
    kept = session.rep(priya.id)
    assert (kept.team, kept.name, kept.started_on) == ("South", "Priya Nair", date(2025, 9, 1))


def test_what_could_not_be_saved_is_saved_on_leaving_once_there_is_room_again(
    qtbot: QtBot, session: Session, screen: EditRepScreen, priya: Rep, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.show_subject(priya.id)
    _write(qtbot, screen, "team", "South")
    with monkeypatch.context() as full:
        full.setattr(Reps, "save", _refuse)
        with qtbot.captureExceptions() as told:
            press(qtbot, screen, "rep.save")
    assert [kind for kind, *_ in told] == [KnownError]
    assert session.rep(priya.id).team == "North"
    screen.leave()
    assert session.rep(priya.id).team == "South"


def test_a_form_that_was_begun_is_still_there_after_looking_at_somebody_else(
    qtbot: QtBot, session: Session, screen: EditRepScreen, priya: Rep
) -> None:
    qtbot.keyClicks(_line(screen, "title"), "Trainee")
    qtbot.keyClicks(find(screen, GrowingText, "rep.coaching"), "Gently")
    screen.leave()
    screen.show_subject(priya.id)
    assert _line(screen, "title").text() == "Account executive"
    screen.leave()
    screen.show_new()
    assert _line(screen, "title").text() == "Trainee"
    assert find(screen, GrowingText, "rep.coaching").text() == "Gently"
    assert [rep.name for rep in session.reps()] == ["Priya Nair"]


def test_after_saving_the_form_is_empty_for_the_next(
    qtbot: QtBot, session: Session, screen: EditRepScreen
) -> None:
    qtbot.keyClicks(_line(screen, "name"), "Priya Nair")
    press(qtbot, screen, "rep.save")
    screen.leave()
    screen.show_new()
    assert _line(screen, "name").text() == ""
    assert not find(screen, PaintedButton, "rep.retire").isVisible()
    screen.leave()
    assert len(session.reps()) == 1


# Going on


def test_saving_leads_back_to_the_rep(
    qtbot: QtBot, session: Session, screen: EditRepScreen, priya: Rep
) -> None:
    screen.show_subject(priya.id)
    _write(qtbot, screen, "team", "South")
    with qtbot.waitSignal(screen.rep_requested) as requested:
        press(qtbot, screen, "rep.save")
    assert requested.args == [priya.id]
    assert session.rep(priya.id).team == "South"


def test_so_does_going_back_which_somebody_new_has_not(
    qtbot: QtBot, screen: EditRepScreen, priya: Rep
) -> None:
    assert not find(screen, PaintedButton, "rep.back").isVisible()
    screen.show_subject(priya.id)
    with qtbot.waitSignal(screen.rep_requested) as requested:
        press(qtbot, screen, "rep.back")
    assert requested.args == [priya.id]


def test_a_new_call_with_somebody_new_saves_them_first(
    qtbot: QtBot, session: Session, screen: EditRepScreen
) -> None:
    qtbot.keyClicks(_line(screen, "name"), "Priya Nair")
    with qtbot.waitSignal(screen.call_requested) as requested:
        press(qtbot, screen, "rep.call")
    (rep,) = session.reps()
    assert [call.call_id for call in session.calls_with(rep.id)] == requested.args


def test_retiring_is_taken_back_with_undo(
    qtbot: QtBot, session: Session, screen: EditRepScreen, priya: Rep, clock: FakeClock
) -> None:
    screen.show_subject(priya.id)
    _write(qtbot, screen, "team", "South")
    with qtbot.waitSignal(screen.undo_offered) as offered:
        press(qtbot, screen, "rep.retire")
    assert session.rep(priya.id).retired_at == clock.now()
    sentence, undo = offered.args or []
    assert "Priya Nair is retired" in sentence
    screen.leave()
    assert session.rep(priya.id).retired_at == clock.now(), "leaving does not bring them back"
    undo()
    back = session.rep(priya.id)
    assert (back.retired_at, back.team) == (None, "South")


def test_a_retired_rep_is_brought_back_and_not_ridden_along_with(
    qtbot: QtBot, session: Session, screen: EditRepScreen, priya: Rep
) -> None:
    session.set_retired(priya.id, retired=True)
    screen.show_subject(priya.id)
    assert not find(screen, PaintedButton, "rep.call").isVisible()
    assert find(screen, PaintedButton, "rep.retire").text() == "Bring back"
    press(qtbot, screen, "rep.retire")
    assert session.rep(priya.id).retired_at is None


def test_how_often_they_are_to_be_seen_is_kept_on_leaving(
    qtbot: QtBot, session: Session, screen: EditRepScreen, priya: Rep
) -> None:
    other = a_rep("Sam Ortiz")
    session.save_rep(other)
    for value, months in (("6", 6), ("0", 0), ("", None)):
        screen.show_subject(priya.id)
        _choose(qtbot, screen, value)
        assert session.ask(lambda store: store.cadences.get(priya.id)) != months, "not before it is saved"
        screen.leave()
        assert session.ask(lambda store: store.cadences.get(priya.id)) == months
        screen.show_subject(priya.id)
        assert find(screen, ChoiceRow, "rep.every").chosen_values() == [value]
    screen.show_subject(other.id)
    assert find(screen, ChoiceRow, "rep.every").chosen_values() == [""], "by the plan"


def test_what_no_choice_says_is_left_as_it_is(session: Session, screen: EditRepScreen, priya: Rep) -> None:
    session.ask(lambda store: store.cadences.put(priya.id, 4))
    screen.show_subject(priya.id)
    screen.leave()
    assert session.ask(lambda store: store.cadences.get(priya.id)) == 4


def test_how_they_like_to_be_coached_is_said_to_be_private(screen: EditRepScreen) -> None:
    assert "never stands on a page" in everything_said_by(screen)


@every_look
def test_everything_can_be_read(
    qapp: QApplication, qtbot: QtBot, session: Session, priya: Rep, look: Look
) -> None:
    with worn(qapp, look):
        screen = EditRepScreen(session)
        show(qtbot, screen)
        _entered_twice(session, priya)
        screen.show_subject(priya.id)
        _write(qtbot, screen, "started", "soon")
        press(qtbot, screen, "rep.save")
        assert_all_can_be_read(screen)


def test_a_very_long_name_is_shown_whole(qtbot: QtBot, session: Session, screen: EditRepScreen) -> None:
    rep = a_rep(LONG[:400])
    session.save_rep(rep)
    screen.show_subject(rep.id)
    assert_all_can_be_read(screen)


def _entered_twice(session: Session, priya: Rep) -> Rep:
    other = a_rep("P. Nair", employee_number="0042", coaching="Wait before you ask.")
    session.save_rep(other)
    session.merge_reps(other.id, priya.id)
    return other


def test_the_notes_of_the_other_entry_can_still_be_read(
    session: Session, screen: EditRepScreen, priya: Rep
) -> None:
    other = _entered_twice(session, priya)
    screen.show_subject(other.id)
    assert _line(screen, "name").text() == "Priya Nair"
    words = everything_said_by(screen)
    assert "Also entered as P. Nair (0042)" in words
    assert "From the other entry: Wait before you ask." in words
    screen.show_new()
    assert "Also entered" not in _visible_words(screen)


def test_what_was_merged_can_be_taken_apart_and_put_together_again(
    qtbot: QtBot, session: Session, screen: EditRepScreen, priya: Rep
) -> None:
    other = _entered_twice(session, priya)
    screen.show_subject(priya.id)
    _write(qtbot, screen, "team", "South")
    with qtbot.waitSignal(screen.undo_offered) as offered:
        press(qtbot, screen, "entries.apart.0")
    assert [rep.id for rep in session.reps()] == [other.id, priya.id]
    assert session.rep(priya.id).team == "South"
    assert "Also entered" not in _visible_words(screen)
    sentence, undo = offered.args or ("", None)
    assert sentence == "P. Nair stands alone again, with the calls entered there."
    assert undo
    undo()
    assert [rep.id for rep in session.reps()] == [priya.id]
