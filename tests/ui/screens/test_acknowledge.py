from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QDate, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from scoring.acknowledgement import LONGEST_STATEMENT, Acknowledgement, Signing, scan_of
from scoring.debrief import Debrief
from scoring.entry import Acknowledged, HandedOver, PageAmended, ScanKept, Stated
from scoring.errors import KnownError
from scoring.handing_over import Amendment, HandOver
from scoring.page_versions import page_versions
from scoring.store.archive_tables import Scans
from tests.builders import FakeClock
from tests.ui.looks import Look, assert_all_can_be_read, every_look, worn
from tests.ui.screens.aftercall import everything_said_by, find, key, on_show, press, write
from tests.ui.screens.pages import a_handed_over_call
from ui.acknowledgement_form import AcknowledgementForm
from ui.screens.acknowledge import AcknowledgeScreen
from ui.session import Session
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField
from ui.widgets.growing_text import GrowingText
from ui.widgets.spin_fields import WhenField
from ui.widgets.text import Text

PDF = b"%PDF-1.4 a scan"
SIGNED, DECLINED = "choice.signed", "choice.declined"

Open = Callable[[], AcknowledgeScreen]


@pytest.fixture
def call_id(session: Session, clock: FakeClock) -> UUID:
    return a_handed_over_call(session, clock)


@pytest.fixture
def opened(qtbot: QtBot, session: Session, call_id: UUID) -> Open:
    def open_screen() -> AcknowledgeScreen:
        screen = AcknowledgeScreen(session)
        on_show(qtbot, screen, call_id)
        return screen

    return open_screen


@pytest.fixture
def screen(opened: Open) -> AcknowledgeScreen:
    return opened()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "signed sheet.pdf"
    path.write_bytes(PDF)
    return path


def take(qtbot: QtBot, screen: AcknowledgeScreen, path: Path) -> None:
    screen.choosing.take(path)
    qtbot.waitUntil(lambda: not screen.choosing.is_busy)


def add(qtbot: QtBot, screen: AcknowledgeScreen) -> None:
    with qtbot.waitSignal(screen.call_requested):
        press(screen, "acknowledge.add")


def note(screen: AcknowledgeScreen) -> str:
    return find(screen, Text, "acknowledge.note").accessibleName()


# Saying what became of it


def test_a_signed_sheet_takes_two_presses_and_makes_a_page_that_is_filed(
    qtbot: QtBot, session: Session, clock: FakeClock, screen: AcknowledgeScreen
) -> None:
    press(screen, SIGNED)
    add(qtbot, screen)
    state = session.state(screen.subject)
    assert state.acknowledgement == Acknowledgement(how=Signing.SIGNED, on=clock.now().date())
    first, second = page_versions(item.entry for item in state.entries.values())
    assert first.leaving
    assert second.leaving
    assert (second.leaving.how, second.context) == (HandOver.FILED, first.context)
    assert second.amendment
    assert second.amendment.author == "Dana Whitfield"


def test_a_declined_sheet_is_not_added_without_a_witness(
    qtbot: QtBot, session: Session, screen: AcknowledgeScreen
) -> None:
    press(screen, DECLINED)
    press(screen, "acknowledge.add")
    assert session.state(screen.subject).acknowledgement is None
    assert "Write the name of the witness" in everything_said_by(screen)
    witness = find(screen, QLineEdit, "acknowledge.witness")
    assert screen.focusWidget() is witness
    write(screen, "acknowledge.witness", "Jo Smith")
    assert "Write the name of the witness" not in everything_said_by(screen)
    add(qtbot, screen)
    said = session.state(screen.subject).acknowledgement
    assert said
    assert (said.how, said.witness) == (Signing.DECLINED, "Jo Smith")


def test_nobody_is_told_of_a_mistake_before_it_is_to_be_added(screen: AcknowledgeScreen) -> None:
    assert "Say first" not in everything_said_by(screen)
    press(screen, "acknowledge.add")
    assert "Say first what became of the sheet." in everything_said_by(screen)
    assert screen.focusWidget() is find(screen, QAbstractButton, SIGNED)


def test_another_day_can_be_said_but_none_to_come(
    qtbot: QtBot, session: Session, clock: FakeClock, screen: AcknowledgeScreen
) -> None:
    press(screen, SIGNED)
    today = clock.now().date()
    day = find(screen, WhenField, "acknowledge.day")
    day.setDate(QDate(today.year, today.month, today.day).addDays(1))
    press(screen, "acknowledge.add")
    assert "still to come" in everything_said_by(screen)
    day.setDate(QDate(today.year, today.month, today.day).addDays(-1))
    add(qtbot, screen)
    said = session.state(screen.subject).acknowledgement
    assert said
    assert (today - said.on).days == 1


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("", "Leave it empty if there is none."),
        ("I see it otherwise.", "It will be printed on the page."),
        ("I see it otherwise. " * 50, "attached to the PDF as a text file"),
    ],
)
def test_it_says_where_the_statement_will_be(screen: AcknowledgeScreen, words: str, hint: str) -> None:
    statement = find(screen, GrowingText, "acknowledge.statement")
    statement.insertPlainText(words)
    assert hint in statement.accessibleDescription()


def test_a_statement_without_end_is_kept_and_not_added(session: Session, screen: AcknowledgeScreen) -> None:
    press(screen, SIGNED)
    statement = find(screen, GrowingText, "acknowledge.statement")
    statement.insertPlainText("a" * (LONGEST_STATEMENT + 1))
    press(screen, "acknowledge.add")
    assert not session.state(screen.subject).statement.is_given
    assert len(statement.text()) == LONGEST_STATEMENT + 1
    assert "20000 characters" in statement.accessibleDescription()


def test_what_was_said_before_is_changed_by_another_page_that_says_only_what_is_new(
    qtbot: QtBot, session: Session, opened: Open, scan: Path
) -> None:
    screen = opened()
    press(screen, SIGNED)
    write(screen, "acknowledge.statement", "Hm")
    take(qtbot, screen, scan)
    add(qtbot, screen)
    screen = opened()
    assert find(screen, ChoiceRow, "acknowledge.how").chosen_values() == ["signed"]
    assert "A scan is kept already" in everything_said_by(screen)
    press(screen, DECLINED)
    write(screen, "acknowledge.witness", "Jo")
    add(qtbot, screen)
    state = session.state(screen.subject)
    counts = {kind: len(list(state.of(kind))) for kind in (PageAmended, Acknowledged, Stated, ScanKept)}
    assert counts == {PageAmended: 2, Acknowledged: 2, Stated: 1, ScanKept: 1}
    assert (state.statement.text, state.scan) == ("Hm", scan_of(PDF))


def test_adding_what_is_there_already_only_leads_back(qtbot: QtBot, session: Session, opened: Open) -> None:
    screen = opened()
    press(screen, SIGNED)
    add(qtbot, screen)
    count = session.state(screen.subject).count
    add(qtbot, opened())
    assert session.state(screen.subject).count == count


def test_a_page_that_was_changed_meanwhile_is_handed_over_first(
    session: Session, screen: AcknowledgeScreen
) -> None:
    press(screen, SIGNED)
    amendment = Amendment(reason="Hm", author="Dana")
    session.book(screen.subject).amend_page(amendment, Debrief(comment="Hm"))
    press(screen, "acknowledge.add")
    assert "changed meanwhile" in note(screen)
    assert session.draft(screen.subject, AcknowledgementForm)


# Nothing is lost


def test_every_keystroke_is_there_again(qtbot: QtBot, opened: Open, scan: Path) -> None:
    screen = opened()
    press(screen, DECLINED)
    write(screen, "acknowledge.witness", "J")
    write(screen, "acknowledge.statement", "I s")
    take(qtbot, screen, scan)
    screen.leave()
    again = opened()
    qtbot.waitUntil(lambda: not again.choosing.is_busy)
    assert find(again, ChoiceRow, "acknowledge.how").chosen_values() == ["declined"]
    assert find(again, QLineEdit, "acknowledge.witness").text() == "J"
    assert find(again, GrowingText, "acknowledge.statement").text() == "I s"
    assert "signed sheet.pdf, " in everything_said_by(again)


def test_the_draft_is_gone_once_it_is_on_the_page(
    qtbot: QtBot, session: Session, screen: AcknowledgeScreen
) -> None:
    press(screen, SIGNED)
    assert session.draft(screen.subject, AcknowledgementForm)
    add(qtbot, screen)
    assert session.draft(screen.subject, AcknowledgementForm) is None


# The scan


def test_the_bytes_of_the_scan_are_durable_before_the_page_speaks_of_it(
    qtbot: QtBot, session: Session, screen: AcknowledgeScreen, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken_of: list[bool] = []
    put = Scans.put

    def put_and_look(scans: Scans, call_id: UUID, sha256: str, data: bytes) -> None:
        spoken_of.append(session.state(screen.subject).scan is not None)
        put(scans, call_id, sha256, data)

    monkeypatch.setattr(Scans, "put", put_and_look)
    press(screen, SIGNED)
    take(qtbot, screen, scan)
    add(qtbot, screen)
    assert spoken_of == [False]
    sha256 = scan_of(PDF).sha256
    assert session.state(screen.subject).scan == scan_of(PDF)
    assert session.ask(lambda store: store.scans.get(screen.subject, sha256)) == PDF


def test_a_full_disk_is_said_and_nothing_is_added_until_there_is_room(
    qtbot: QtBot, session: Session, screen: AcknowledgeScreen, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise KnownError("The disk is full", "Make some room.")

    press(screen, SIGNED)
    take(qtbot, screen, scan)
    with monkeypatch.context() as patch:
        patch.setattr(Scans, "put", refuse)
        press(screen, "acknowledge.add")
        assert not find(screen, QAbstractButton, "acknowledge.add").isEnabled()
        qtbot.waitUntil(lambda: "The disk is full" in note(screen))
    assert session.state(screen.subject).last_of(PageAmended) is None
    assert session.draft(screen.subject, AcknowledgementForm)
    add(qtbot, screen)
    assert session.state(screen.subject).scan


def test_a_file_that_is_no_scan_is_not_added(
    qtbot: QtBot, session: Session, screen: AcknowledgeScreen, tmp_path: Path
) -> None:
    (tmp_path / "letter.docx").write_bytes(b"PK")
    press(screen, SIGNED)
    take(qtbot, screen, tmp_path / "letter.docx")
    assert "This file is not a scan" in everything_said_by(screen)
    press(screen, "acknowledge.add")
    assert session.state(screen.subject).acknowledgement is None
    assert screen.focusWidget() is find(screen, QWidget, "scan.choose")
    press(screen, "scan.leave_out")
    add(qtbot, screen)
    assert session.state(screen.subject).scan is None


def drop(screen: QWidget, where: QPoint, path: Path) -> None:
    """Drop a file as Qt does: on the innermost widget there that will have it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, no_key = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    widget: QWidget | None = screen.childAt(where)
    while widget is not None:
        at = widget.mapFrom(screen, where)
        entering = QDragEnterEvent(at, copy, data, left, no_key)
        entering.ignore()
        if widget.acceptDrops() and QApplication.sendEvent(widget, entering) and entering.isAccepted():
            QApplication.sendEvent(widget, QDropEvent(QPointF(at), copy, data, left, no_key))
            return
        widget = None if widget is screen else widget.parentWidget()
    raise AssertionError("nobody will have it")


@pytest.mark.parametrize("target", ["", "acknowledge.statement", "acknowledge.witness"])
def test_a_file_dropped_anywhere_here_is_the_scan(
    qtbot: QtBot, screen: AcknowledgeScreen, scan: Path, target: str
) -> None:
    field = find(screen, QWidget, target) if target else screen
    drop(screen, field.mapTo(screen, field.rect().center()), scan)
    qtbot.waitUntil(lambda: screen.choosing.chosen is not None)
    assert "signed sheet.pdf" in everything_said_by(screen)
    assert find(screen, GrowingText, "acknowledge.statement").text() == ""


# By keyboard, in every look


def tab_to(screen: QWidget, name: str) -> None:
    """Press Tab once, which leads there."""
    key(Qt.Key.Key_Tab)
    assert screen.focusWidget() is find(screen, QWidget, name)


def test_the_whole_form_is_filled_in_by_keyboard(
    qtbot: QtBot, session: Session, screen: AcknowledgeScreen
) -> None:
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Space)
    tab_to(screen, "acknowledge.day")
    for _ in range(4):  # weekday, day, month and year come one by one
        key(Qt.Key.Key_Tab)
    qtbot.keyClicks(screen.focusWidget(), "Jo")
    tab_to(screen, "acknowledge.statement")
    qtbot.keyClicks(screen.focusWidget(), "Hm")
    for name in ("scan.choose", "acknowledge.author", "acknowledge.add"):
        tab_to(screen, name)
    with qtbot.waitSignal(screen.call_requested):
        key(Qt.Key.Key_Return)
    state = session.state(screen.subject)
    assert state.acknowledgement
    assert (state.acknowledgement.how, state.acknowledgement.witness) == (Signing.DECLINED, "Jo")
    assert state.statement.text == "Hm"


@pytest.mark.parametrize("name", ["", "acknowledge.statement", "acknowledge.witness"])
def test_escape_leads_back_to_the_page_and_keeps_what_is_written(
    qtbot: QtBot, session: Session, screen: AcknowledgeScreen, name: str
) -> None:
    press(screen, SIGNED)
    if name:
        find(screen, QWidget, name).setFocus()
    with qtbot.waitSignal(screen.call_requested) as requested:
        key(Qt.Key.Key_Escape)
    assert requested.args == [screen.subject]
    assert session.state(screen.subject).last_of(HandedOver)
    draft = session.draft(screen.subject, AcknowledgementForm)
    assert draft
    assert draft.how == Signing.SIGNED


@every_look
def test_everything_can_be_read(
    qapp: QApplication, qtbot: QtBot, session: Session, call_id: UUID, tmp_path: Path, look: Look
) -> None:
    (tmp_path / "letter.docx").write_bytes(b"PK")
    with worn(qapp, look):
        screen = AcknowledgeScreen(session)
        on_show(qtbot, screen, call_id)
        assert_all_can_be_read(screen)
        press(screen, DECLINED)
        find(screen, GrowingText, "acknowledge.statement").insertPlainText("I see it otherwise. " * 50)
        take(qtbot, screen, tmp_path / "letter.docx")
        press(screen, "acknowledge.add")
        assert_all_can_be_read(screen)


def test_a_field_keeps_its_height_where_much_is_said_of_what_is_wrong_with_it(
    qtbot: QtBot, screen: AcknowledgeScreen
) -> None:
    witness = find(screen, QLineEdit, "acknowledge.witness")
    statement = find(screen, GrowingText, "acknowledge.statement")
    field = witness.parentWidget()
    assert isinstance(field, LabelledField)
    field.set_problem("Somebody else has to have been there. Write their name.")
    qtbot.waitUntil(lambda: witness.height() == witness.sizeHint().height())
    assert statement.height() == statement.sizeHint().height()
