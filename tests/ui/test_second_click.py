from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot

from ui.second_click import SecondClick

MIDDLE = QPoint(150, 40)


class Screens(QStackedWidget):
    """Two screens with a button each, at the same place; the first button leads to the second screen."""

    def __init__(self) -> None:
        super().__init__()
        self.presses = 0
        self.guard = SecondClick(self)
        first, second = QPushButton("Sit in"), QPushButton("Words")
        for button in (first, second):
            self.addWidget(button)
        first.clicked.connect(self.on_first)
        second.pressed.connect(self.on_second)

    def on_first(self) -> None:
        self.setCurrentIndex(1)
        self.guard.forget(self.windowHandle())

    def on_second(self) -> None:
        self.presses += 1

    def click(self, place: QPoint = MIDDLE) -> None:
        """As a mouse does it: in the window, for whatever lies under the pointer."""
        QCursor.setPos(self.mapToGlobal(place))
        QTest.mouseClick(
            self.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )


def shown(qtbot: QtBot) -> Screens:
    screens = Screens()
    qtbot.addWidget(screens)
    screens.resize(300, 80)
    with qtbot.waitExposed(screens):
        screens.show()
    return screens


def test_a_second_click_at_once_does_nothing_on_the_screen_the_first_one_led_to(qtbot: QtBot) -> None:
    screens = shown(qtbot)
    screens.click()
    screens.click()
    assert screens.currentIndex() == 1
    assert screens.presses == 0


def test_a_click_elsewhere_counts_at_once(qtbot: QtBot) -> None:
    screens = shown(qtbot)
    screens.click()
    screens.click(MIDDLE + QPoint(60, 0))
    assert screens.presses == 1


def test_once_the_new_screen_stands_every_click_counts(qtbot: QtBot) -> None:
    screens = shown(qtbot)
    screens.click()
    screens.guard.forget(None)
    screens.click()
    assert screens.presses == 1
