"""What is tried out lies in a folder of its own, and nothing is left of it once it is put away."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from uuid import UUID

import pytest
import wakepy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.errors import KnownError
from scoring.state import Phase
from ui.archiving import Archiving
from ui.samples import write_samples
from ui.session import Session
from ui.trial_folder import TrialFolder


@pytest.fixture
def sample(qapp: QApplication) -> TrialFolder:
    return TrialFolder(write_samples, "You are looking at sample data.")


def test_all_is_there_when_it_is_ready(qtbot: QtBot, sample: TrialFolder) -> None:
    with qtbot.waitSignal(sample.ready) as ready:
        sample.open()
    assert next(rep.name for rep in sample.session.reps()) == "Marcus Bell"
    assert len(sample.session.calls()) == 17
    assert ready.args is not None
    assert sample.session.state(ready.args[0]).phase == Phase.PLANNED
    sample.close()


def test_it_has_an_archive_of_its_own(qtbot: QtBot, sample: TrialFolder) -> None:
    with qtbot.waitSignal(sample.ready):
        sample.open()
    qtbot.waitUntil(lambda: sample.session.archive_folder == sample.path / "archive")
    assert Archiving.of(sample.session).is_trial
    sample.close()


def test_nothing_is_left_after_closing(qtbot: QtBot, sample: TrialFolder) -> None:
    with qtbot.waitSignal(sample.ready):
        sample.open()
    sample.close()
    assert not sample.path.exists()


def test_a_folder_that_cannot_hold_it_is_told(qtbot: QtBot, sample: TrialFolder) -> None:
    Path(sample.path, "secondchair.db").write_bytes(b"not a database, but a file of another program" * 100)
    with qtbot.waitSignal(sample.failed) as failed:
        sample.open()
    (error,) = failed.args or [None]
    assert isinstance(error, KnownError)
    sample.close()


def test_a_folder_that_fills_up_at_once_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    full = KnownError("The disk is full", "Make some room.")

    def fill(_session: Session) -> Future[UUID]:
        raise full

    trial = TrialFolder(fill, "You are practising.")
    with qtbot.waitSignal(trial.failed) as failed:
        trial.open()
    assert failed.args == [full]
    trial.close()


def test_a_call_that_is_tried_out_keeps_the_computer_awake_like_any_other(
    qtbot: QtBot, sample: TrialFolder
) -> None:
    with qtbot.waitSignal(sample.ready):
        sample.open()
    (planned,) = sample.session.calls_in(Phase.PLANNED)
    sample.session.book(planned.call_id).start()
    qtbot.waitUntil(lambda: [mode.active for mode in wakepy.global_modes()] == [True])
    sample.close()
    qtbot.waitUntil(lambda: wakepy.global_modes() == [])
