"""Starting stays light, and the toolkit in use does not wear out a long day."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parent.parent

HEAVY = {"reportlab", "uharfbuzz", "pypdfium2", "sqlite_utils", "icalendar", "PIL", "wakepy"}


def test_the_window_opens_without_loading_what_it_does_not_need_yet() -> None:
    script = "import json, sys, ui.app, ui.main_window; print(json.dumps(list(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert HEAVY.intersection(json.loads(run.stdout)) == set()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot run out of references there")
def test_a_clock_that_ticks_all_day_does_not_use_up_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for second in range(2_000):
        label.setText(str(second))
    assert abs(sys.getrefcount(None) - before) < 50
