"""Erasing from a screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event
from uuid import UUID, uuid4

import pytest
from pytestqt.qtbot import QtBot

import exports.erasing
from exports.archive.lock import LOCK, prepare_archive
from exports.archive.writing import archive_page
from exports.page_source import page_source
from scoring.debrief import MyView
from scoring.erasure import Erasure
from scoring.handing_over import HandOver
from scoring.holds import place_hold
from scoring.people import Rep
from scoring.store.store import Store
from tests.exports.builders import MORNING, Told, a_debriefed_call
from tests.ui.apart import until_all_is_told
from tests.ui.finding import press, texts
from tests.ui.looks import show
from ui.archiving import Archiving
from ui.erasing import Erasing
from ui.session import Session
from ui.widgets.erase_panel import ErasePanel

PRIYA = Rep(id=uuid4(), name="Priya Nair")


@pytest.fixture
def archive(session: Session, tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    prepare_archive(folder)
    session.save_archive_folder(folder)
    return folder


@pytest.fixture
def call_id(session: Session, archive: Path) -> UUID:
    told = a_debriefed_call()
    _make_own(told, PRIYA)

    def put(store: Store) -> None:
        told.keep(store)
        source = page_source(store, told.call.id)
        handed = replace(told.book.hand_over(HandOver.SAVED, source.context), call_id=told.call.id)
        store.append([handed])
        store.archived.put(archive_page(archive, source, "a4", MORNING))

    session.ask(put)
    return told.call.id


def _make_own(told: Told, rep: Rep) -> None:
    told.rep = rep
    told.call = replace(told.call, id=uuid4(), rep_id=rep.id)
    told.written[:] = [replace(entry, call_id=told.call.id) for entry in told.written]


@pytest.fixture
def panel(qtbot: QtBot) -> ErasePanel:
    panel = ErasePanel()
    show(qtbot, panel)
    return panel


@pytest.fixture
def erasing(session: Session, panel: ErasePanel) -> Erasing:
    return Erasing(session, panel)


def ask(qtbot: QtBot, erasing: Erasing, panel: ErasePanel) -> None:
    erasing.begin(Erasure(rep_ids=frozenset({PRIYA.id})), "Erasing Priya Nair")
    qtbot.waitUntil(panel.word.isVisible)


def confirm(qtbot: QtBot, panel: ErasePanel) -> None:
    qtbot.keyClicks(panel.word, PRIYA.name)
    press(qtbot, panel, "erase.erase")


def test_a_rep_is_shown_confirmed_and_gone(
    qtbot: QtBot, session: Session, archive: Path, call_id: UUID, erasing: Erasing, panel: ErasePanel
) -> None:
    session.keep_draft(call_id, MyView(outcome_words="A draft"))
    assert session.state(call_id).count
    ask(qtbot, erasing, panel)
    assert "1 page in the archive" in texts(panel)
    with qtbot.waitSignal(erasing.erased, timeout=20_000) as erased, qtbot.waitSignal(session.erased):
        confirm(qtbot, panel)
    assert [rep.id for rep in session.reps()] == []
    assert list(archive.rglob("*.pdf")) == []
    assert any("Receipt" in words for words in texts(panel))
    assert erased.args
    with pytest.raises(KeyError):
        session.call(call_id)


def test_what_is_held_is_told_and_stays(
    qtbot: QtBot, session: Session, call_id: UUID, erasing: Erasing, panel: ErasePanel
) -> None:
    session.ask(lambda store: store.holds.save(place_hold("A lawsuit", MORNING, call_id=call_id)))
    erasing.begin(Erasure(rep_ids=frozenset({PRIYA.id})), "Erasing Priya Nair")
    qtbot.waitUntil(lambda: any("A lawsuit" in words for words in texts(panel)))
    assert not panel.word.isVisible()
    assert session.rep(PRIYA.id)


def test_an_archive_that_went_away_meanwhile_is_told_and_nothing_is_gone(
    qtbot: QtBot, session: Session, archive: Path, call_id: UUID, erasing: Erasing, panel: ErasePanel
) -> None:
    ask(qtbot, erasing, panel)
    (archive / LOCK).unlink()
    confirm(qtbot, panel)
    qtbot.waitUntil(lambda: any("Connect it first" in words for words in texts(panel)))
    assert session.call(call_id)


@pytest.mark.parametrize("way", ["leave", "stop"])
def test_what_only_looks_ends_at_once_and_can_be_asked_for_again(
    qtbot: QtBot,
    call_id: UUID,
    erasing: Erasing,
    panel: ErasePanel,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    """A share that is away may hold up the looking for minutes."""
    goes_on = Event()

    def hang(*_: object) -> None:
        goes_on.wait()

    with monkeypatch.context() as patch:
        patch.setattr(exports.erasing, "what_goes", hang)
        erasing.begin(Erasure(rep_ids=frozenset({PRIYA.id})), "Erasing Priya Nair")
        if way == "stop":
            press(qtbot, panel, "erase.progress.stop")
        else:
            erasing.leave()
        assert panel.isHidden()
    ask(qtbot, erasing, panel)
    goes_on.set()
    until_all_is_told(qtbot)
    assert panel.word.isVisible()


def test_nothing_is_archived_while_something_is_erased(
    qtbot: QtBot, session: Session, archive: Path, call_id: UUID
) -> None:
    """What waits could be what is erased: it must not come to lie there again."""
    archiving = Archiving.of(session)
    session.ask(lambda store: store.archived.forget([file.path for file in store.archived.all()]))
    rested: list[bool] = []
    archiving.rest(lambda: rested.append(archiving.state.is_busy))
    qtbot.waitUntil(lambda: rested == [False])
    before = sorted(archive.rglob("*.pdf"))
    archiving.try_again()
    archiving._look()
    assert not archiving.state.is_busy
    assert sorted(archive.rglob("*.pdf")) == before
    archiving.wake()
    qtbot.waitUntil(lambda: session.ask(lambda store: len(store.archived.all())) == 1, timeout=20_000)
