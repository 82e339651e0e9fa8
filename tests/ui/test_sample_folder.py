"""Samples lie in a folder of their own, and nothing is left of them once they are put away."""

from __future__ import annotations

from pathlib import Path

import wakepy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.errors import KnownError
from scoring.state import Phase
from ui.sample_folder import SampleFolder


def test_the_samples_are_there_when_it_is_ready(qtbot: QtBot) -> None:
    sample = SampleFolder()
    with qtbot.waitSignal(sample.ready):
        sample.open()
    assert next(rep.name for rep in sample.session.reps()) == "Marcus Bell"
    assert len(sample.session.calls()) == 17
    sample.close()


def test_a_sample_call_keeps_the_computer_awake_like_any_other(qtbot: QtBot) -> None:
    sample = SampleFolder()
    with qtbot.waitSignal(sample.ready):
        sample.open()
    (planned,) = sample.session.calls_in(Phase.PLANNED)
    sample.session.book(planned.call_id).start()
    qtbot.waitUntil(lambda: [mode.active for mode in wakepy.global_modes()] == [True])
    sample.close()
    qtbot.waitUntil(lambda: wakepy.global_modes() == [])


def test_nothing_is_left_after_closing(qtbot: QtBot) -> None:
    sample = SampleFolder()
    with qtbot.waitSignal(sample.ready):
        sample.open()
    sample.close()
    assert not sample.path.exists()


def test_a_folder_that_cannot_hold_them_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    sample = SampleFolder()
    Path(sample.path, "secondchair.db").write_bytes(b"not a database, but a file of another program" * 100)
    with qtbot.waitSignal(sample.failed) as failed:
        sample.open()
    (error,) = failed.args or [None]
    assert isinstance(error, KnownError)
    sample.close()
