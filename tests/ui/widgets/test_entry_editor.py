from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoring.entry import Marked, WordsHeard
from tests.drawings import find_clipped
from tests.ui.finding import find
from tests.ui.looks import Look, every_look, settle, worn
from tests.ui.widgets.conftest import Stage
from tests.ui.widgets.loglines import KINDS, a_line
from ui.theme import LIVE, px, wear
from ui.widgets.entry_editor import EntryEditor
from ui.widgets.live_button import LiveButton
from ui.widgets.live_chips import LiveChip, LiveChips
from ui.widgets.press_button import PressButton
from ui.widgets.words_field import WordsField

LEFT = Qt.MouseButton.LeftButton
every_kind = pytest.mark.parametrize("kind", list(KINDS))
MARK = KINDS["mark"]
assert isinstance(MARK, Marked)


@pytest.fixture
def editor(stage: Stage) -> EntryEditor:
    return _shown(stage, "mark")


def _shown(stage: Stage, kind: str, size: tuple[int, int] = (400, 700)) -> EntryEditor:
    made = EntryEditor(a_line(KINDS[kind]))
    wear(stage(made, size=size), LIVE)
    settle()
    return made


def _words(editor: EntryEditor) -> WordsField:
    return find(editor, WordsField, "log.words")


def _stops(editor: EntryEditor) -> list[str]:
    return [stop.objectName() for stop in editor.stops()]


@pytest.mark.parametrize(
    ("value", "told"), [("seen", "seen"), ("missed", "missed"), ("stays-calm", "stays-calm")]
)
def test_one_press_says_what_it_really_was(qtbot: QtBot, editor: EntryEditor, value: str, told: str) -> None:
    with qtbot.waitSignal(editor.chosen) as chosen:
        qtbot.mouseClick(find(editor, LiveChip, f"choice.{value}"), LEFT)
    assert chosen.args == [told]


@pytest.mark.parametrize("seconds", [-10, -1, 1, 10])
def test_one_press_moves_it_in_time(qtbot: QtBot, editor: EntryEditor, seconds: int) -> None:
    with qtbot.waitSignal(editor.moved) as moved:
        qtbot.mouseClick(find(editor, LiveButton, f"log.move.{seconds}"), LEFT)
    assert moved.args == [seconds * 1000]


def test_one_press_strikes_it_and_one_is_done_with_it(qtbot: QtBot, editor: EntryEditor) -> None:
    with qtbot.waitSignal(editor.struck), qtbot.assertNotEmitted(editor.left):
        qtbot.mouseClick(find(editor, LiveButton, "log.strike"), LEFT)
    with qtbot.waitSignal(editor.left):
        qtbot.mouseClick(find(editor, LiveButton, "log.done"), LEFT)


def test_a_finger_that_bounces_moves_it_once(qtbot: QtBot, stage: Stage) -> None:
    now = [1_000]
    editor = EntryEditor(a_line(MARK), clock=lambda: now[0])
    stage(editor, size=(400, 700))
    moves: list[int] = []
    editor.moved.connect(moves.append)
    for passed in (0, 100, 200):
        now[0] += passed
        qtbot.mouseClick(find(editor, LiveButton, "log.move.1"), LEFT)
    assert moves == [1000, 1000]


def test_a_press_shows_nothing_until_the_record_says_so(qtbot: QtBot, editor: EntryEditor) -> None:
    qtbot.mouseClick(find(editor, LiveChip, "choice.seen"), LEFT)
    assert not find(editor, LiveChip, "choice.seen").isChecked()
    editor.show_line(a_line(Marked(skill="stays-calm", seen=True)))
    assert [chip.value for chip in editor.findChildren(LiveChip) if chip.isChecked()] == [
        "seen",
        "stays-calm",
    ]


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("mark", "choice.missed"),
        ("floor", "choice.customer"),
        ("step", "choice.asked"),
        ("introduction", "choice.as_boss"),
        ("words", "log.words"),
        ("moment", "log.words"),
        ("back", "log.done"),
        ("correction", "log.done"),
    ],
)
def test_the_keys_come_to_what_is_likely_wrong_and_never_to_the_button_that_strikes(
    stage: Stage, kind: str, first: str
) -> None:
    assert _shown(stage, kind).first().objectName() == first


def test_what_cannot_be_moved_or_have_words_offers_neither(stage: Stage) -> None:
    assert _stops(_shown(stage, "correction")) == ["log.strike", "log.done"]
    assert "log.words" not in _stops(_shown(stage, "floor"))


# Words


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_words_are_told_when_the_keys_are_given_back(qtbot: QtBot, editor: EntryEditor, key: Qt.Key) -> None:
    _words(editor).setFocus()
    qtbot.keyClicks(_words(editor), ", 1 2 3")
    assert editor.is_typing()
    with qtbot.waitSignal(editor.worded) as told:
        qtbot.keyClick(_words(editor), key)
    assert told.args == ["Gave a discount at once, 1 2 3"]
    assert not editor.is_typing()
    assert find(editor, LiveButton, "log.done").ring_visible, "and one sees where the keys are"


def test_words_that_are_half_typed_are_known_until_they_are_told(qtbot: QtBot, editor: EntryEditor) -> None:
    assert editor.new_words() is None
    qtbot.keyClicks(_words(editor), "!")
    assert editor.new_words() == "Gave a discount at once!"
    editor.show_line(a_line(Marked(skill="stays-calm", seen=False, words="Gave a discount at once!")))
    assert editor.new_words() is None


def test_half_typed_words_stay_when_something_else_about_the_entry_changes(
    qtbot: QtBot, editor: EntryEditor
) -> None:
    qtbot.keyClicks(_words(editor), "!")
    editor.show_line(a_line(Marked(skill="stays-calm", seen=True, words="Gave a discount at once")))
    assert _words(editor).text() == "Gave a discount at once!"


def test_words_that_are_taken_back_are_gone_from_the_field_too(editor: EntryEditor) -> None:
    editor.show_line(a_line(Marked(skill="stays-calm", seen=True, words="")))
    assert _words(editor).text() == ""
    assert editor.new_words() is None, "or closing the line would bring them back"


def test_words_heard_cannot_be_emptied_and_show_themselves_again(qtbot: QtBot, stage: Stage) -> None:
    editor = EntryEditor(a_line(WordsHeard(text="Too steep")))
    stage(editor)
    _words(editor).setFocus()
    _words(editor).selectAll()
    qtbot.keyClick(_words(editor), Qt.Key.Key_Delete)
    qtbot.keyClick(_words(editor), Qt.Key.Key_Return)
    assert _words(editor).text() == "Too steep"


# By keyboard, by screen reader, by eye


@every_kind
def test_every_control_has_a_name_and_a_handle(stage: Stage, kind: str) -> None:
    editor = _shown(stage, kind)
    controls = [part for part in editor.findChildren(QWidget) if isinstance(part, PressButton | WordsField)]
    assert controls
    assert [part for part in controls if not (part.accessibleName() and part.objectName())] == []
    assert len({part.objectName() for part in controls}) == len(controls)
    assert sorted(_stops(editor)) == sorted(part.objectName() for part in controls)


def test_the_steps_in_time_are_said_in_words(editor: EntryEditor) -> None:
    names = [find(editor, LiveButton, f"log.move.{step}").accessibleName() for step in (-10, -1, 1, 10)]
    assert names == ["10 s earlier", "1 s earlier", "1 s later", "10 s later"]


def test_what_is_chosen_is_said_too(editor: EntryEditor) -> None:
    groups = [part.accessibleName() for part in editor.findChildren(LiveChips)]
    assert groups == ["Seen or missed", "Skill"]


@every_kind
@every_look
def test_everything_can_be_read(qapp: QApplication, stage: Stage, look: Look, kind: str) -> None:
    with worn(qapp, look):
        editor = _shown(stage, kind, size=(px(380), 1300))
        assert find_clipped(editor) == []
        assert editor.width() <= px(380)
