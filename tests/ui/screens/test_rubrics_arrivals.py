"""The place of the rubrics, used as a manager uses it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exports.rubric_file import write_rubric
from scoring.errors import KnownError
from scoring.rubric import default_rubric
from scoring.store.tables import Rubrics
from tests.ui.finding import find, press
from tests.ui.screens.rubrics_place import (
    in_use,
    read,
    rows,
    said,
    shelf_of,
    the_screen,
)
from ui.screens.rubrics_arrivals import RubricArrivals
from ui.session import Session


def test_new_ones_are_taken_in_at_once_and_what_is_refused_holds_up_no_other(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    new, broken = tmp_path / "new.json", tmp_path / "broken.json"
    write_rubric(replace(default_rubric(), id="theirs", name="Theirs"), new)
    broken.write_text("{", encoding="utf-8")
    screen = the_screen(qtbot, session)
    screen.bring_in([broken, new])
    qtbot.waitUntil(lambda: "“Theirs” is new here." in said(screen))
    assert "broken.json" in said(screen)
    assert "Theirs" in [row[0] for row in rows(screen)]


def test_an_update_shows_the_difference_and_is_left_or_taken(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    ours = in_use(session, "Ours")
    file = tmp_path / "update.json"
    write_rubric(replace(ours, version=4, name="Ours, better"), file)
    screen = the_screen(qtbot, session)
    for answer, version in (("arrival.leave", 1), ("arrival.take", 4)):
        screen.bring_in([file])
        qtbot.waitUntil(find(screen, RubricArrivals, "rubrics.arrivals").isVisible)
        assert "Now: Ours, better" in read(screen)
        press(qtbot, screen, answer)
        found = shelf_of(session).get(ours.id)
        assert found is not None
        assert found.latest is not None
        assert found.latest.version == version


def test_on_a_full_disk_all_that_came_is_spoken_of_and_asked_again(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise KnownError("The disk is full", "Make some room.")

    ours = in_use(session, "Ours")
    new, update, broken = (tmp_path / f"{name}.json" for name in ("new", "update", "broken"))
    write_rubric(replace(ours, id="theirs"), new)
    write_rubric(replace(ours, version=4), update)
    broken.write_text("{", encoding="utf-8")
    screen = the_screen(qtbot, session)
    arrivals = find(screen, RubricArrivals, "rubrics.arrivals")
    with monkeypatch.context() as disk, qtbot.captureExceptions() as errors:
        disk.setattr(Rubrics, "keep", full)
        screen.bring_in([new, update, broken])
        qtbot.waitUntil(arrivals.isVisible)
        assert "new.json: The disk is full. Make some room." in said(screen)
        assert "broken.json" in said(screen)
        press(qtbot, screen, "arrival.take")
    assert [kind for kind, *_ in errors] == [KnownError]
    press(qtbot, screen, "arrival.take")
    assert arrivals.isHidden()
    found = shelf_of(session).get(ours.id)
    assert found is not None
    assert found.latest == replace(ours, version=4)


def test_other_words_under_the_same_version_come_in_as_a_copy(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    ours = in_use(session, "Ours")
    file = tmp_path / "other.json"
    write_rubric(replace(ours, name="Other words"), file)
    screen = the_screen(qtbot, session)
    screen.bring_in([file])
    qtbot.waitUntil(find(screen, RubricArrivals, "rubrics.arrivals").isVisible)
    press(qtbot, screen, "arrival.take")
    assert {"Ours", "Other words (copy)"} <= {row[0] for row in rows(screen)}
