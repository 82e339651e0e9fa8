from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.finding import find, press
from tests.ui.looks import Look, every_look, settle, show, worn
from ui.widgets.button import LinkButton
from ui.widgets.field import LineEdit
from ui.widgets.recalled_lines import RecalledLine, RecalledLines


def _line(key: str, words: str = "", sign: str = "+") -> RecalledLine:
    return RecalledLine(
        key=key, sign=sign, name=f"Seen: {key}", words=words, note="recalled 25 minutes after the call"
    )


def _shown(qtbot: QtBot, *lines: RecalledLine) -> RecalledLines:
    made = RecalledLines()
    made.set_lines(lines)
    show(qtbot, made, (480, 300))
    return made


def _words(lines: RecalledLines, key: str) -> LineEdit:
    return find(lines, LineEdit, f"recalled.{key}.words")


def test_words_are_told_as_they_are_typed_and_once_they_are_finished(qtbot: QtBot) -> None:
    lines = _shown(qtbot, _line("a"))
    for typed, words in (("H", "H"), ("m", "Hm")):
        with qtbot.waitSignal(lines.edited) as told:
            qtbot.keyClicks(_words(lines, "a"), typed)
        assert told.args == ["a", words]
    with qtbot.waitSignal(lines.written):
        qtbot.keyClick(_words(lines, "a"), Qt.Key.Key_Return)


def test_the_line_to_go_is_told(qtbot: QtBot) -> None:
    lines = _shown(qtbot, _line("a"), _line("b"))
    with qtbot.waitSignal(lines.removed) as told:
        press(qtbot, lines, "recalled.b.remove")
    assert told.args == ["b"]


def test_showing_more_lines_leaves_the_one_that_is_being_written_alone(qtbot: QtBot) -> None:
    lines = _shown(qtbot, _line("a", "Silence"))
    field = _words(lines, "a")
    field.setFocus()
    field.setCursorPosition(2)
    lines.set_lines([_line("a", "Silence"), _line("b")])
    assert _words(lines, "a") is field
    assert (field.hasFocus(), field.cursorPosition()) == (True, 2)
    assert _words(lines, "b").isVisible()


def test_a_line_that_is_struck_is_gone_and_none_takes_no_room(qtbot: QtBot) -> None:
    lines = _shown(qtbot, _line("a"), _line("b"))
    lines.set_lines([_line("b")])
    assert [stop.objectName() for stop in lines.stops()] == ["recalled.b.words", "recalled.b.remove"]
    lines.set_lines([])
    assert not lines.isVisible()


def test_who_hears_it_knows_which_line_it_is(qtbot: QtBot) -> None:
    lines = _shown(qtbot, _line("a"))
    assert _words(lines, "a").accessibleName() == "Seen: a, in words"
    assert _words(lines, "a").accessibleDescription() == "recalled 25 minutes after the call"
    assert find(lines, LinkButton, "recalled.a.remove").accessibleName() == "Remove: Seen: a"


@every_look
def test_it_can_be_read(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        lines = _shown(qtbot, _line("a", "What happens if you change nothing?"), _line("b", sign=""))
        settle()
        lines.grab()
        assert find_clipped(lines) == []
