"""The card of the archive folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.finding import press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from ui.widgets.folder_card import FolderCard


@every_look
def test_it_can_be_read(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        card = FolderCard()
        show(qtbot, card)
        card.show_folder(Path("/Volumes/Human Resources/Coaching/Joint calls"), is_ours=True)
        card.show_status("The archive folder is not there. 3 wait here.", is_trouble=True)
        assert_all_can_be_read(card)


@pytest.mark.parametrize("what", ["again", "open", "other", "none"])
def test_each_thing_that_can_be_done_is_told(qtbot: QtBot, what: str) -> None:
    card = FolderCard()
    show(qtbot, card)
    card.show_folder(Path("/share"), is_ours=True)
    card.show_status("It is away.", is_trouble=what != "open")
    with qtbot.waitSignal(getattr(card, f"{what}_chosen")):
        press(qtbot, card, f"archive.{what}")


def test_the_keys_stay_on_the_card_when_there_is_trouble_and_when_it_is_over(qtbot: QtBot) -> None:
    card = FolderCard()
    show(qtbot, card)
    card.show_status("3 pages are kept there.", is_trouble=False)
    card.take_keys()
    card.show_status("It is away.", is_trouble=True)
    assert card.again.hasFocus()
    assert card.open.isHidden(), "there is nothing to open"
    card.show_status("3 pages are kept there.", is_trouble=False)
    assert card.open.hasFocus()


def test_there_is_nothing_to_try_again_where_all_is_well(qtbot: QtBot) -> None:
    card = FolderCard()
    show(qtbot, card)
    card.show_status("3 pages are kept there.", is_trouble=False)
    assert card.again.isHidden()
