from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exports.rubric_file import write_rubric
from scoring.rubric import default_rubric
from ui.dropped_files import DroppedFiles


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A rubric, a record and a page."""
    found = [tmp_path / name for name in ("theirs.json", "record.json", "page.pdf")]
    write_rubric(replace(default_rubric(), id="theirs"), found[0])
    found[1].write_text('{"format": 1, "call": {}}', encoding="utf-8")
    return found


def _sorted(qtbot: QtBot, files: Sequence[Path], *, at_rubrics: bool) -> list[list[Path]]:
    dropped = DroppedFiles()
    with qtbot.waitSignal(dropped.rubrics_found) as rubrics, qtbot.waitSignal(dropped.pages_found) as pages:
        dropped.sort(files, at_rubrics=at_rubrics)
    assert pages.args
    assert rubrics.args
    return [pages.args[0], rubrics.args[0]]


def test_a_rubric_is_told_from_pages_and_records(qtbot: QtBot, files: list[Path]) -> None:
    rubric, record, page = files
    assert _sorted(qtbot, files, at_rubrics=False) == [[record, page], [rubric]]


def test_where_the_rubrics_are_shown_the_name_is_enough(qtbot: QtBot, files: list[Path]) -> None:
    rubric, record, page = files
    assert _sorted(qtbot, files, at_rubrics=True) == [[page], [rubric, record]]
