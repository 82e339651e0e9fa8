from __future__ import annotations

import threading
from uuid import UUID

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from exports.page_file import draw_call, page_name
from exports.page_source import PageSource
from exports.raster import page_size
from scoring.errors import SecondChairError
from tests.builders import FakeClock
from tests.ui.screens.aftercall import a_viewed_call, priya
from tests.ui.screens.pages import a_debriefed_call
from ui.background import Background
from ui.paper_maker import MadePaper, PaperMaker, gather_call
from ui.session import Session

Maker = PaperMaker[UUID, PageSource]


@pytest.fixture
def maker(session: Session) -> Maker:
    return PaperMaker(session, gather_call, draw_call, page_name, QObject(session))


def _made(args: list[object] | None) -> MadePaper:
    made = (args or [None])[0]
    assert isinstance(made, MadePaper)
    return made


def test_the_page_is_made_with_its_name_its_size_and_its_words(
    qtbot: QtBot, session: Session, clock: FakeClock, maker: Maker
) -> None:
    call_id = a_debriefed_call(session, clock)
    with qtbot.waitSignal(maker.made) as signal:
        maker.make(call_id, "letter")
    made = _made(signal.args)
    assert made.name.startswith("2026-03-10 Northgate Dental (")
    assert made.points.toTuple() == page_size(made.drawn.pdf) == (612, 792)
    assert "I ask for the date" in made.words


def test_the_window_is_free_while_the_keeper_is_busy(
    qtbot: QtBot, session: Session, clock: FakeClock, maker: Maker
) -> None:
    call_id = a_debriefed_call(session, clock)
    go_on = threading.Event()
    session.post(lambda _store: go_on.wait())
    maker.make(call_id, "a4")
    with qtbot.waitSignal(maker.made):
        go_on.set()


def test_only_the_latest_wish_is_answered(
    qtbot: QtBot, session: Session, clock: FakeClock, maker: Maker
) -> None:
    call_id = a_debriefed_call(session, clock)
    heard: list[MadePaper] = []
    maker.made.connect(heard.append)
    maker.make(call_id, "a4")
    with qtbot.waitSignal(maker.made):
        maker.make(call_id, "letter")
    with qtbot.waitSignal(Background.shared().run(int).done):
        pass  # whatever else there was to draw is drawn
    assert [made.points.toTuple() for made in heard] == [(612, 792)]


def test_a_sealed_call_gives_no_page(qtbot: QtBot, session: Session, clock: FakeClock, maker: Maker) -> None:
    call_id = a_viewed_call(session, clock, priya(session))
    with qtbot.assertNotEmitted(maker.made), qtbot.waitSignal(maker.failed) as failed:
        maker.make(call_id, "a4")
    error = (failed.args or [None])[0]
    assert isinstance(error, SecondChairError)
    assert "SEALED" not in str(error)
