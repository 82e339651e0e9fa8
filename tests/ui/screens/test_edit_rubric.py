from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoring.errors import KnownError
from scoring.rubric import DEFAULT_ID, Rubric, default_rubric
from scoring.rubric_draft import RubricDraft, SkillDraft, copy_of, new_rubric_id, with_skill
from scoring.store.tables import Rubrics
from tests.ui.finding import find, press, tab_stops
from tests.ui.in_window import a_window
from tests.ui.looks import Look, assert_all_can_be_read, every_look, worn
from tests.ui.screens.aftercall import everything_said_by
from tests.ui.screens.rubrics_place import rows
from ui.main_window import MainWindow
from ui.screens.edit_rubric import EditRubricScreen
from ui.screens.rubrics import RubricsScreen
from ui.session import Session
from ui.widgets.button import PaintedButton
from ui.widgets.draft_fields import DraftLine, DraftSentence
from ui.widgets.save_state import SaveState
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.skill_order import SkillOrder

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> MainWindow:
    return a_window(qtbot, session)


@pytest.fixture
def used(session: Session) -> Rubric:
    """A rubric of one's own, in use in version 1."""
    draft = copy_of(default_rubric(), "Our calls")
    return session.ask(lambda store: store.put_in_use(draft))


def _opened(window: MainWindow, rubric_id: str) -> EditRubricScreen:
    window.open_rubric_editor(rubric_id)
    screen = window.current()
    assert isinstance(screen, EditRubricScreen)
    return screen


def _keys(*, have: str) -> QWidget:
    now = QApplication.focusWidget()
    assert now is not None
    assert now.objectName() == have
    return now


def _type(words: str) -> None:
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClicks(now, words)


def _order(screen: QWidget) -> list[str]:
    return [row.accessibleName() for row in find(screen, SkillOrder, "rubric.order").rows()]


def test_the_window_leads_to_a_rubric_and_back_to_the_list(qtbot: QtBot, window: MainWindow) -> None:
    rubric_id = new_rubric_id()
    window.session.keep_draft(rubric_id, RubricDraft(id=rubric_id, name="First visits"))
    window.open_place("calls")
    assert "First visits" in everything_said_by(_opened(window, rubric_id))
    press(qtbot, window, "back")
    back = window.current()
    assert back is not None
    assert back.objectName() == "screen.calls"


def test_a_new_rubric_that_was_only_looked_at_is_not_in_the_list(qtbot: QtBot, window: MainWindow) -> None:
    window.open_place("rubrics")
    screen = window.current()
    assert isinstance(screen, RubricsScreen)
    before = rows(screen)
    press(qtbot, screen, "header.action")
    assert window.current() is not screen
    window.open_place("list")
    assert window.current() is screen
    assert rows(screen) == before


def test_a_rubric_is_made_from_nothing_and_put_in_use(
    qtbot: QtBot, session: Session, window: MainWindow
) -> None:
    rubric_id = new_rubric_id()
    screen = _opened(window, rubric_id)
    _keys(have="rubric.name")
    _type("First visits")
    for name in ("Opens", "Asks"):
        press(qtbot, screen, "rubric.add")
        _keys(have="rubric.skill.name")
        _type(name)
    press(qtbot, screen, "rubric.skill.up")
    assert _order(screen) == ["Asks", "Opens"]
    press(qtbot, screen, "rubric.use")
    press(qtbot, screen, "rubric.use.now")
    rubric = session.rubric(rubric_id, 1)
    assert (rubric.name, [skill.name for skill in rubric.skills]) == ("First visits", ["Asks", "Opens"])
    assert "Version 1 is in use." in everything_said_by(screen)
    assert find(screen, PaintedButton, "rubric.use").isHidden()


def test_everything_is_taken_back_by_the_keys_and_the_keys_go_where_it_changed(
    qtbot: QtBot, window: MainWindow, used: Rubric
) -> None:
    screen = _opened(window, used.id)
    before = _order(screen)
    row = find(screen, SkillOrder, "rubric.order").rows()[1]
    QTest.keyClick(row, Qt.Key.Key_Down, ALT)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    _keys(have="rubric.skill.name")
    _type(" now ")
    QTest.keyClick(_keys(have="rubric.skill.name"), Qt.Key.Key_Z, CTRL)
    assert find(screen, DraftLine, "rubric.skill.name").text() == used.skills[1].name
    QTest.keyClick(_keys(have="rubric.skill.name"), Qt.Key.Key_Z, CTRL)
    assert _order(screen) == before
    QTest.keyClick(_keys(have="rubric.skill.name"), Qt.Key.Key_Y, CTRL)
    QTest.keyClick(_keys(have="rubric.skill.name"), Qt.Key.Key_Y, CTRL)
    assert _order(screen)[2] == f"{used.skills[1].name} now"


def test_a_blank_at_the_end_stays_while_one_types(session: Session, window: MainWindow) -> None:
    rubric_id = new_rubric_id()
    screen = _opened(window, rubric_id)
    _type("First ")
    assert find(screen, DraftLine, "rubric.name").text() == "First "
    kept = session.draft(rubric_id, RubricDraft)
    assert kept is not None
    assert kept.name == "First"


def test_it_says_saved_only_once_it_is(qtbot: QtBot, window: MainWindow) -> None:
    screen = _opened(window, new_rubric_id())
    saved = find(screen, SaveState, "save.state")
    _type("F")
    assert saved.text() == "Saving"
    qtbot.waitUntil(lambda: saved.text() == "All saved")


def test_to_open_a_rubric_changes_nothing(session: Session, window: MainWindow, used: Rubric) -> None:
    screen = _opened(window, used.id)
    for row in find(screen, SkillOrder, "rubric.order").rows():
        row.click()
    assert session.draft(used.id, RubricDraft) is None


def test_a_removed_skill_is_brought_back(qtbot: QtBot, window: MainWindow, used: Rubric) -> None:
    screen = _opened(window, used.id)
    before = _order(screen)
    find(screen, SkillOrder, "rubric.order").rows()[0].click()
    press(qtbot, screen, "rubric.skill.remove")
    assert _order(screen) == before[1:]
    window.messages.bar.action_chosen.emit()
    assert _order(screen) == before


def test_after_the_last_skill_the_keys_are_where_one_is_added(qtbot: QtBot, window: MainWindow) -> None:
    screen = _opened(window, new_rubric_id())
    press(qtbot, screen, "rubric.add")
    press(qtbot, screen, "rubric.skill.remove")
    _keys(have="rubric.add")


def test_a_removal_is_offered_back_only_until_the_next_step(
    qtbot: QtBot, window: MainWindow, used: Rubric
) -> None:
    screen = _opened(window, used.id)
    find(screen, SkillOrder, "rubric.order").rows()[0].click()
    press(qtbot, screen, "rubric.skill.remove")
    assert window.messages.isVisible()
    press(qtbot, screen, "rubric.skill.down")
    assert not window.messages.isVisible()


def test_dropped_changes_are_brought_back(
    qtbot: QtBot, session: Session, window: MainWindow, used: Rubric
) -> None:
    screen = _opened(window, used.id)
    _type("!")
    press(qtbot, screen, "rubric.drop")
    assert session.draft(used.id, RubricDraft) is None
    press(qtbot, screen, "rubric.undo")
    assert find(screen, DraftLine, "rubric.name").text() == "Our calls!"


def test_a_skill_that_reads_differently_is_asked_about_before(
    qtbot: QtBot, session: Session, window: MainWindow, used: Rubric
) -> None:
    skill = used.skills[0]
    new = SkillDraft(
        id=skill.id, name="Quotes figures", summary="Numbers", seen="Says one", missed="Says none"
    )
    draft = replace(copy_of(used, used.name), id=used.id)
    session.keep_draft(used.id, replace(draft, skills=(new, *draft.skills[1:])))
    screen = _opened(window, used.id)
    press(qtbot, screen, "rubric.use")
    assert not find(screen, PaintedButton, "rubric.use.now").isEnabled()
    assert "Quotes figures" in everything_said_by(screen)
    _keys(have=f"rubric.same.{skill.id}")
    press(qtbot, screen, f"rubric.same.{skill.id}")
    press(qtbot, screen, "rubric.use.now")
    assert session.rubric(used.id, 2).skills[0].id == skill.id
    assert session.rubric(used.id, 1) == used


def test_on_a_full_disk_it_is_put_in_use_later(
    qtbot: QtBot, session: Session, window: MainWindow, used: Rubric, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise KnownError("The disk is full", "Make some room.")

    screen = _opened(window, used.id)
    _type("!")
    press(qtbot, screen, "rubric.use")
    with monkeypatch.context() as disk, qtbot.captureExceptions() as errors:
        disk.setattr(Rubrics, "keep", full)
        press(qtbot, screen, "rubric.use.now")
    assert [kind for kind, *_ in errors] == [KnownError]
    assert session.draft(used.id, RubricDraft) is not None
    press(qtbot, screen, "rubric.use.now")
    assert session.rubric(used.id, 2).name == "Our calls!"


def test_each_answer_leads_the_keys_to_the_next_question(
    qtbot: QtBot, session: Session, window: MainWindow, used: Rubric
) -> None:
    draft = replace(copy_of(used, used.name), id=used.id)
    for skill in used.skills[:2]:
        new = SkillDraft(id=skill.id, name=f"Quotes {skill.id}", summary="Numbers", seen="Says one")
        draft = with_skill(draft, new)
    session.keep_draft(used.id, draft)
    screen = _opened(window, used.id)
    press(qtbot, screen, "rubric.use")
    for skill in used.skills[:2]:
        QTest.keyClick(_keys(have=f"rubric.same.{skill.id}"), Qt.Key.Key_Space)
    _keys(have="rubric.use.now")


def test_what_is_missing_is_said_and_led_to(qtbot: QtBot, window: MainWindow) -> None:
    screen = _opened(window, new_rubric_id())
    press(qtbot, screen, "rubric.use")
    assert "The rubric has no name yet." in everything_said_by(screen)
    press(qtbot, screen, "rubric.use.missing")
    _keys(have="rubric.name")
    _type("First visits")
    press(qtbot, screen, "rubric.use")
    press(qtbot, screen, "rubric.use.missing")
    _keys(have="rubric.skill.name")


def test_a_rubric_of_the_app_is_copied_and_never_written(
    qtbot: QtBot, session: Session, window: MainWindow
) -> None:
    screen = _opened(window, DEFAULT_ID)
    assert not find(screen, PaintedButton, "rubric.add").isEnabled()
    assert find(screen, PaintedButton, "back").isEnabled()
    find(screen, QWidget, "rubric.copy").action_chosen.emit()  # pyright: ignore[reportAttributeAccessIssue]
    assert screen.subject != DEFAULT_ID
    assert len(_order(screen)) == len(default_rubric().skills)
    assert session.draft(DEFAULT_ID, RubricDraft) is None


def test_tab_leads_from_the_list_through_the_fields_and_passes_the_preview(
    window: MainWindow, used: Rubric
) -> None:
    screen = _opened(window, used.id)
    find(screen, SkillOrder, "rubric.order").rows()[0].click()
    stops = [stop.objectName() for stop in tab_stops(screen)]
    wanted = ["rubric.add", "rubric.skill.name", "rubric.skill.summary", "rubric.level.1.word"]
    assert [name for name in stops if name in wanted] == wanted
    assert not [name for name in stops if name.startswith(("preview", "level."))]


@every_look
def test_all_of_it_can_be_read(
    qapp: QApplication, qtbot: QtBot, session: Session, used: Rubric, look: Look
) -> None:
    with worn(qapp, look):
        window = a_window(qtbot, session)
        screen = _opened(window, used.id)
        _type("!")
        assert_all_can_be_read(window)
        find(screen, SkillOrder, "rubric.order").rows()[0].click()
        assert find(screen, DraftSentence, "rubric.skill.seen").isVisible()
        assert_all_can_be_read(window)
        find(screen, PaintedButton, "rubric.use").click()
        assert find(screen, PaintedButton, "rubric.use.now").isVisible()
        assert_all_can_be_read(window)
        pages = [page for page in screen.findChildren(ScrollPage) if page.isVisible()]
        assert not any(page.horizontalScrollBar().maximum() for page in pages), "nothing lies aside"


def test_a_long_name_is_spoken_of_once_it_is_left_and_can_be_left_alone(
    qtbot: QtBot, no_button_down: None, window: MainWindow, used: Rubric
) -> None:
    screen = _opened(window, used.id)
    find(screen, SkillOrder, "rubric.order").rows()[0].click()
    name = find(screen, DraftLine, "rubric.skill.name")
    name.clear()
    _type("Summarises what everybody wants from the meeting")
    leave = find(screen, PaintedButton, "rubric.skill.name.hint.leave")
    assert not leave.isVisible()
    find(screen, DraftSentence, "rubric.skill.seen").setFocus()
    qtbot.waitUntil(leave.isVisible)
    leave.click()
    assert not leave.isVisible()


def test_who_takes_back_a_move_goes_on_in_the_list(
    no_button_down: None, window: MainWindow, used: Rubric
) -> None:
    screen = _opened(window, used.id)
    before = _order(screen)
    second = find(screen, SkillOrder, "rubric.order").rows()[1]
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Up, ALT)
    assert _order(screen) != before
    QTest.keyClick(second, Qt.Key.Key_Z, CTRL)
    assert _order(screen) == before
    assert _keys(have=second.objectName())
