from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.looks import Look, every_look, worn
from ui.widgets.key_list import KeyCap, KeyList
from ui.widgets.text import Text

COLUMNS = ([("A", "Rep speaks"), ("S", "Customer speaks")], [("1 … 9", "Seen, skill 1 to 9")])


def test_every_key_stands_beside_what_it_does(qtbot: QtBot) -> None:
    keys = KeyList(COLUMNS)
    qtbot.addWidget(keys)
    keys.resize(640, keys.sizeHint().height())
    keys.show()
    beside = {
        cap.accessibleName(): text.text()
        for cap in keys.findChildren(KeyCap)
        for text in keys.findChildren(Text)
        if abs(cap.geometry().center().y() - text.geometry().center().y()) <= 1
        and 0 < text.x() - cap.geometry().right() < 40
    }
    assert beside == {key: words for column in COLUMNS for key, words in column}


def test_a_key_looks_like_one_and_is_read_as_what_stands_on_it(qtbot: QtBot) -> None:
    cap = KeyCap("Q … O")
    qtbot.addWidget(cap)
    found = QAccessible.queryAccessibleInterface(cap)
    assert found.text(QAccessible.Text.Name) == "Q … O"
    picture = cap.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 0) != picture.pixelColor(picture.width() // 2, 3)


@every_look
def test_it_can_be_read_in_every_look(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        keys = KeyList(COLUMNS)
        qtbot.addWidget(keys)
        keys.resize(640, keys.heightForWidth(640))
        keys.show()
        assert find_clipped(keys) == []
