from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exports.rubrics_in_use import keep_defaults, keep_put_away
from scoring.call_type import CallType
from scoring.debrief import Commitment, Debrief
from scoring.entry import Planned
from scoring.people import Rep
from scoring.rubric import Rubric, default_rubric, shipped_rubrics
from scoring.rubric_choice import RubricDefaults
from scoring.rubric_draft import copy_of, draft_of, removed
from scoring.state import Phase
from scoring.teeup import Chooser, StepInReason, TeeUp, Told, Way
from scoring.tenure import Tenure
from tests.builders import FakeClock, a_rep, a_self_view, a_tee_up, a_view
from tests.ui.finding import find, press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, settle, show, worn
from tests.ui.screens.aftercall import everything_said_by
from ui.screens.teeup import TeeUpScreen
from ui.session import Session
from ui.ways import way_hint, way_words
from ui.widgets.button import LinkButton, PaintedButton
from ui.widgets.choice_row import Chip, ChoiceRow
from ui.widgets.field import LineEdit
from ui.widgets.menu_button import MenuButton
from ui.widgets.spin_fields import MinutesField, WhenField

SKILLS = [skill.id for skill in default_rubric().skills]
LINES = {
    "teeup.customer": "customer",
    "teeup.people": "people_met",
    "teeup.purpose": "purpose",
    "teeup.best": "best",
    "teeup.least": "least",
    "teeup.introduction": "introduction",
}
HOSTILE = ["  two  spaces ", "שלום עולם", "👩‍👩‍👧 & <b>bold</b>", "\u202e\u0007tab\there", "x" * 100_000]


@pytest.fixture
def priya(session: Session) -> Rep:
    rep = a_rep("Priya Nair", coaching="Ask, do not tell.")
    session.save_rep(rep)
    return rep


@pytest.fixture
def call_id(session: Session, priya: Rep) -> UUID:
    return session.new_call(priya.id)


Shown = Callable[[UUID], TeeUpScreen]


@pytest.fixture
def shown(qtbot: QtBot, session: Session) -> Shown:
    def show_call(call_id: UUID) -> TeeUpScreen:
        screen = TeeUpScreen(session)
        show(qtbot, screen)
        screen.show_subject(call_id)
        return screen

    return show_call


@pytest.fixture
def screen(shown: Shown, call_id: UUID) -> TeeUpScreen:
    return shown(call_id)


@pytest.fixture
def after_a_crash(
    qtbot: QtBot, session: Session, clock: FakeClock
) -> Iterator[Callable[[UUID], TeeUpScreen]]:
    """Show a call in a new copy of the app; the old one never got to leave its screen."""
    opened: list[Session] = []

    def show_call(call_id: UUID) -> TeeUpScreen:
        session.close()
        opened.append(Session(session.folder, clock))
        with qtbot.waitSignal(opened[-1].opened):
            opened[-1].start()
        screen = TeeUpScreen(opened[-1])
        show(qtbot, screen)
        screen.show_subject(call_id)
        return screen

    yield show_call
    for one in opened:
        one.close()


def _line(screen: TeeUpScreen, name: str) -> LineEdit:
    return find(screen, LineEdit, name)


def _choose(qtbot: QtBot, screen: TeeUpScreen, row: str, value: str) -> None:
    chips = {chip.value: chip for chip in find(screen, ChoiceRow, row).chips()}
    qtbot.mouseClick(chips[value], Qt.MouseButton.LeftButton)


def _chosen(screen: TeeUpScreen, row: str) -> list[str]:
    return find(screen, ChoiceRow, row).chosen_values()


def _write_all(qtbot: QtBot, screen: TeeUpScreen) -> None:
    for name, field in LINES.items():
        qtbot.keyClicks(_line(screen, name), f"The {field}")
    _choose(qtbot, screen, "teeup.type", CallType.TOGETHER)
    qtbot.keyClicks(_line(screen, "teeup.parts"), "Priya opens")
    _choose(qtbot, screen, "teeup.reasons", StepInReason.OTHER)
    qtbot.keyClicks(_line(screen, "teeup.other"), "Fire")
    _choose(qtbot, screen, "teeup.focus", SKILLS[2])
    _choose(qtbot, screen, "teeup.told", Told.WHO_SEES_IT)
    when = find(screen, WhenField, "teeup.when")
    when.setSelectedSection(when.Section.HourSection)
    qtbot.keyClicks(when, "15")
    minutes = find(screen, MinutesField, "teeup.minutes")
    minutes.selectAll()
    qtbot.keyClicks(minutes, "25")


def _assert_all_written(plan: TeeUp) -> None:
    assert {field: getattr(plan, field) for field in LINES.values()} == {
        field: f"The {field}" for field in LINES.values()
    }
    assert (plan.call_type, plan.parts) == (CallType.TOGETHER, "Priya opens")
    assert (plan.step_in_reasons, plan.step_in_other) == ((StepInReason.ASKED, StepInReason.OTHER), "Fire")
    assert (plan.focus_skills, plan.told) == ((SKILLS[2],), (Told.WHO_SEES_IT,))
    assert plan.planned_at
    assert (plan.planned_at.astimezone().hour, plan.planned_minutes) == (15, 25)


# Nothing is lost


def test_leaving_makes_it_the_plan(qtbot: QtBot, session: Session, screen: TeeUpScreen) -> None:
    _write_all(qtbot, screen)
    screen.leave()
    _assert_all_written(session.state(screen.subject).tee_up)
    assert session.draft(screen.subject, TeeUp) is None


def test_the_call_sheet_is_one_press_away(qtbot: QtBot, screen: TeeUpScreen) -> None:
    with qtbot.waitSignal(screen.call_sheet_requested) as requested:
        press(qtbot, screen, "teeup.callsheet")
    assert requested.args == [screen.subject]


def test_every_keystroke_is_there_after_a_crash(
    qtbot: QtBot, screen: TeeUpScreen, after_a_crash: Callable[[UUID], TeeUpScreen]
) -> None:
    _write_all(qtbot, screen)
    again = after_a_crash(screen.subject)
    for name, field in LINES.items():
        assert _line(again, name).text() == f"The {field}"
    again.leave()
    _assert_all_written(again.session.state(again.subject).tee_up)


def test_a_plan_that_was_only_looked_at_writes_nothing(
    session: Session, shown: Shown, priya: Rep, clock: FakeClock
) -> None:
    plan = a_tee_up(
        planned_at=clock.now().replace(second=17), planned_minutes=3, rubric_id=default_rubric().id
    )
    call_id = session.add_call(priya.id, plan)
    shown(call_id).leave()
    assert session.state(call_id).count == 1
    assert session.state(call_id).last_of(Planned) == Planned(tee_up=plan)


def test_a_call_without_a_time_is_not_given_one_by_looking_at_it(
    session: Session, shown: Shown, priya: Rep
) -> None:
    call_id = session.add_call(priya.id, a_tee_up(planned_at=None, rubric_id=default_rubric().id))
    shown(call_id).leave()
    assert session.state(call_id).tee_up.planned_at is None


@pytest.mark.parametrize("words", HOSTILE, ids=["spaces", "Hebrew", "emoji", "controls", "long"])
def test_words_are_kept_exactly_as_they_are_pasted(
    qtbot: QtBot, session: Session, screen: TeeUpScreen, words: str
) -> None:
    purpose = _line(screen, "teeup.purpose")
    QApplication.clipboard().setText(words)
    purpose.paste()
    screen.leave()
    assert session.state(screen.subject).tee_up.purpose == words
    assert session.state(screen.subject).count == 2
    screen.show_subject(screen.subject)
    screen.leave()
    assert session.state(screen.subject).count == 2, "looking at it again changes nothing"


# What is agreed


def test_two_skills_to_watch_for_at_most(qtbot: QtBot, session: Session, screen: TeeUpScreen) -> None:
    for skill in SKILLS[:3]:
        _choose(qtbot, screen, "teeup.focus", skill)
    assert _chosen(screen, "teeup.focus") == SKILLS[:2]
    _choose(qtbot, screen, "teeup.focus", SKILLS[0])
    _choose(qtbot, screen, "teeup.focus", SKILLS[2])
    screen.leave()
    assert session.state(screen.subject).tee_up.focus_skills == (SKILLS[1], SKILLS[2])


def test_never_stepping_in_can_be_agreed_and_is_said(
    qtbot: QtBot, session: Session, screen: TeeUpScreen
) -> None:
    assert _chosen(screen, "teeup.reasons") == [StepInReason.ASKED]
    _choose(qtbot, screen, "teeup.reasons", StepInReason.ASKED)
    assert "I do not step in" in everything_said_by(screen)
    screen.leave()
    assert session.state(screen.subject).tee_up.step_in_reasons == ()


def test_how_to_sit_in_is_chosen_said_and_kept(qtbot: QtBot, session: Session, screen: TeeUpScreen) -> None:
    assert _chosen(screen, "teeup.way") == [Way.OPEN_LAPTOP]
    for way in Way:
        _choose(qtbot, screen, "teeup.way", way)
        assert _chosen(screen, "teeup.way") == [way]
        assert way_hint(way) in _visible_words(screen)
    screen.leave()
    assert session.state(screen.subject).tee_up.way == Way.NO_DEVICE


def test_who_chose_the_call_can_be_said_and_taken_back_and_is_asked_anew_every_time(
    qtbot: QtBot, session: Session, screen: TeeUpScreen, priya: Rep, shown: Shown
) -> None:
    assert _chosen(screen, "teeup.chooser") == []
    _choose(qtbot, screen, "teeup.chooser", Chooser.REP)
    _choose(qtbot, screen, "teeup.chooser", Chooser.BOTH)
    assert _chosen(screen, "teeup.chooser") == [Chooser.BOTH]
    screen.leave()
    assert session.state(screen.subject).tee_up.chosen_by == Chooser.BOTH
    assert _chosen(shown(session.new_call(priya.id)), "teeup.chooser") == []
    screen.show_subject(screen.subject)
    _choose(qtbot, screen, "teeup.chooser", Chooser.BOTH)
    screen.leave()
    assert session.state(screen.subject).tee_up.chosen_by is None


def test_a_strip_that_cannot_be_had_here_is_not_offered_and_not_forgotten(
    monkeypatch: pytest.MonkeyPatch, session: Session, shown: Shown, priya: Rep
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    plan = a_tee_up(way=Way.DISCREET, rubric_id=default_rubric().id)
    screen = shown(session.add_call(priya.id, plan))
    assert _chosen(screen, "teeup.way") == [Way.OPEN_LAPTOP]
    assert way_words(Way.DISCREET) not in everything_said_by(screen)
    screen.leave()
    assert session.state(screen.subject).tee_up.way == Way.DISCREET


def test_only_a_call_without_a_device_can_be_over_before_it_was_begun(
    qtbot: QtBot, session: Session, screen: TeeUpScreen
) -> None:
    assert not find(screen, PaintedButton, "teeup.over").isVisible()
    _choose(qtbot, screen, "teeup.way", Way.NO_DEVICE)
    with qtbot.waitSignal(screen.write_down_requested) as requested:
        press(qtbot, screen, "teeup.over")
    assert requested.args == [screen.subject]
    assert session.state(screen.subject).phase == Phase.PLANNED, "when it ended is asked first"


def test_who_does_what_is_asked_only_where_both_sell(qtbot: QtBot, screen: TeeUpScreen) -> None:
    visible: list[bool] = []
    for kind in CallType:
        _choose(qtbot, screen, "teeup.type", kind)
        visible.append(_line(screen, "teeup.parts").isVisible())
    assert dict(zip(CallType, visible, strict=True)) == {
        CallType.OBSERVE: False,
        CallType.TOGETHER: True,
        CallType.SHOW: False,
    }


def test_a_wrong_date_cannot_be_typed(qtbot: QtBot, session: Session, screen: TeeUpScreen) -> None:
    when = find(screen, WhenField, "teeup.when")
    when.setSelectedSection(when.Section.DaySection)
    qtbot.keyClicks(when, "99")
    when.setSelectedSection(when.Section.HourSection)
    qtbot.keyClicks(when, "77")
    screen.leave()
    assert session.state(screen.subject).tee_up.planned_at is not None


def test_what_is_still_open_is_said_until_it_is_agreed(qtbot: QtBot, screen: TeeUpScreen) -> None:
    assert "purpose and the introduction" in everything_said_by(screen)
    qtbot.keyClicks(_line(screen, "teeup.purpose"), "A trial")
    assert "The introduction is still open" in everything_said_by(screen)
    qtbot.keyClicks(_line(screen, "teeup.introduction"), "Dana, who listens")
    assert "still open" not in _visible_words(screen)


def _visible_words(screen: TeeUpScreen) -> str:
    return "\n".join(part.accessibleName() for part in screen.findChildren(QWidget) if part.isVisible())


# Beside it


def _a_debriefed_call(session: Session, clock: FakeClock, rep: Rep) -> None:
    call_id = session.add_call(rep.id, a_tee_up(customer="Elm Street Clinic", rubric_id=default_rubric().id))
    book = session.book(call_id)
    book.start()
    clock.advance(minutes=20)
    book.step()
    book.end()
    book.finish_view(a_view())
    book.hear_rep(a_self_view())
    agreed = Debrief(
        can_say=True,
        commitments=(Commitment(words="I ask for the date before I stand up"),),
        parked=("Handling price",),
    )
    book.agree(agreed)


def test_what_was_agreed_last_time_stands_beside_it(
    session: Session, clock: FakeClock, priya: Rep, shown: Shown
) -> None:
    _a_debriefed_call(session, clock, priya)
    clock.advance(minutes=60 * 24 * 7)
    said = everything_said_by(shown(session.new_call(priya.id)))
    for words in ("I ask for the date before I stand up", "Elm Street Clinic", "Handling price"):
        assert words in said
    for words in ("Ask, do not tell.", "You stepped in once"):
        assert words in said


def test_what_was_agreed_with_somebody_else_does_not(
    session: Session, clock: FakeClock, priya: Rep, shown: Shown
) -> None:
    _a_debriefed_call(session, clock, priya)
    other = a_rep("Tom Adeyemi")
    session.save_rep(other)
    said = everything_said_by(shown(session.new_call(other.id)))
    assert "I ask for the date" not in said
    assert "Handling price" not in said
    assert "Ask, do not tell." not in said


def test_the_next_call_begins_where_the_last_one_ended(
    session: Session, clock: FakeClock, priya: Rep, shown: Shown
) -> None:
    _a_debriefed_call(session, clock, priya)
    screen = shown(session.new_call(priya.id))
    assert _line(screen, "teeup.introduction").text() == a_tee_up().introduction
    assert _line(screen, "teeup.customer").text() == ""
    assert _line(screen, "teeup.purpose").text() == ""


def test_the_view_of_another_call_that_is_still_sealed_is_nowhere(
    session: Session, priya: Rep, shown: Shown
) -> None:
    book = session.book(session.new_call(priya.id))
    book.start()
    book.end()
    book.finish_view(a_view())
    assert "SEALED" not in everything_said_by(shown(session.new_call(priya.id)))


# Going on


def test_sit_in_keeps_the_plan_and_starts_the_call(
    qtbot: QtBot, session: Session, screen: TeeUpScreen
) -> None:
    qtbot.keyClicks(_line(screen, "teeup.customer"), "Northgate")
    with qtbot.waitSignal(screen.call_requested) as requested:
        press(qtbot, screen, "teeup.sitin")
    assert requested.args == [screen.subject]
    assert session.state(screen.subject).phase == Phase.RUNNING
    assert session.state(screen.subject).tee_up.customer == "Northgate"


def test_leaving_after_the_start_does_not_plan_again(
    qtbot: QtBot, session: Session, screen: TeeUpScreen
) -> None:
    press(qtbot, screen, "teeup.sitin")
    count = session.state(screen.subject).count
    _line(screen, "teeup.purpose").setText("Too late")
    screen.leave()
    assert session.state(screen.subject).count == count


@pytest.mark.parametrize(
    ("name", "phase"), [("teeup.cancel", Phase.CANCELLED), ("teeup.noshow", Phase.NO_SHOW)]
)
def test_a_call_that_does_not_take_place_can_be_brought_back(
    qtbot: QtBot, session: Session, screen: TeeUpScreen, name: str, phase: Phase
) -> None:
    qtbot.keyClicks(_line(screen, "teeup.customer"), "Northgate")
    with qtbot.waitSignal(screen.place_requested) as left, qtbot.waitSignal(screen.undo_offered) as offered:
        press(qtbot, screen, name)
    assert left.args == ["home"]
    assert session.state(screen.subject).phase == phase
    _, undo = offered.args or []
    with qtbot.waitSignal(screen.call_requested) as requested:
        undo()
    assert requested.args == [screen.subject]
    assert session.state(screen.subject).phase == Phase.PLANNED
    assert session.state(screen.subject).tee_up.customer == "Northgate"


@pytest.mark.parametrize("by_key", [True, False])
def test_home_is_one_key_or_one_press_away(qtbot: QtBot, screen: TeeUpScreen, by_key: bool) -> None:
    with qtbot.waitSignal(screen.place_requested) as requested:
        if by_key:
            qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Escape)
        else:
            press(qtbot, screen, "back")
    assert requested.args == ["home"]


def test_a_teed_up_call_is_entered_with_one_key(
    qtbot: QtBot, session: Session, priya: Rep, shown: Shown
) -> None:
    screen = shown(session.add_call(priya.id, a_tee_up(rubric_id=default_rubric().id)))
    with qtbot.waitSignal(screen.call_requested):
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert session.state(screen.subject).phase == Phase.RUNNING


def test_the_form_is_filled_in_in_reading_order_with_tab(qtbot: QtBot, screen: TeeUpScreen) -> None:
    met: list[str] = []
    for _ in range(25):  # the day and its parts are several stops
        focused = screen.focusWidget()
        assert focused is not None
        met.append(_row_of(focused))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    start = met.index("teeup.customer")
    order = "customer when minutes purpose people best least chooser type way introduction"
    order += " reasons rubric focus told sitin"
    assert list(dict.fromkeys(met[start:]))[:16] == [f"teeup.{name}" for name in order.split()]


def _row_of(widget: QWidget) -> str:
    at: QWidget | None = widget
    while at is not None:
        if at.objectName().startswith("teeup."):
            return at.objectName()
        at = at.parentWidget()
    return ""


def test_another_call_shows_nothing_of_the_one_before(
    qtbot: QtBot, session: Session, screen: TeeUpScreen, priya: Rep
) -> None:
    _write_all(qtbot, screen)
    screen.leave()
    other = a_rep("Tom Adeyemi")
    session.save_rep(other)
    screen.show_subject(session.new_call(other.id))
    assert [_line(screen, name).text() for name in LINES] == [""] * len(LINES)
    settle()
    assert "Priya" not in _visible_words(screen)


@every_look
def test_everything_can_be_read(
    qapp: QApplication, qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep, look: Look
) -> None:
    _a_debriefed_call(session, clock, priya)
    with worn(qapp, look):
        screen = TeeUpScreen(session)
        show(qtbot, screen)
        screen.show_subject(session.new_call(priya.id))
        assert_all_can_be_read(screen)
        _choose(qtbot, screen, "teeup.type", CallType.TOGETHER)
        _choose(qtbot, screen, "teeup.reasons", StepInReason.OTHER)
        assert_all_can_be_read(screen)


def test_every_control_has_a_name_for_those_who_do_not_see_it(screen: TeeUpScreen) -> None:
    unnamed = [
        part
        for part in screen.findChildren(QWidget)
        if part.isVisible() and isinstance(part, LineEdit | Chip | WhenField | MinutesField)
        if not part.accessibleName()
    ]
    assert unnamed == []


# What we watch for


@pytest.fixture
def ours(session: Session) -> Rubric:
    """A rubric of one's own, without the first skill of the usual one."""
    draft = removed(copy_of(default_rubric(), "Ours"), SKILLS[0])
    return session.ask(lambda store: store.put_in_use(draft))


def _watch_with(screen: TeeUpScreen, rubric: Rubric) -> None:
    actions = find(screen, MenuButton, "teeup.rubric").menu.actions()
    next(action for action in actions if action.data() == rubric.id).trigger()


def _planned(session: Session, screen: TeeUpScreen) -> tuple[str, int, tuple[str, ...]]:
    screen.leave()
    plan = session.state(screen.subject).tee_up
    return plan.rubric_id, plan.rubric_version, plan.focus_skills


def test_another_rubric_is_chosen_and_keeps_the_focus_it_has_too(
    qtbot: QtBot, session: Session, ours: Rubric, screen: TeeUpScreen
) -> None:
    for skill in SKILLS[:2]:
        _choose(qtbot, screen, "teeup.focus", skill)
    _watch_with(screen, ours)
    assert _planned(session, screen) == (ours.id, 1, (SKILLS[1],))
    assert [chip.value for chip in find(screen, ChoiceRow, "teeup.focus").chips()] == SKILLS[1:]
    _watch_with(screen, default_rubric())
    assert _planned(session, screen)[2] == tuple(SKILLS[:2])


def test_where_only_one_is_offered_nothing_is_asked(
    session: Session, ours: Rubric, call_id: UUID, shown: Shown
) -> None:
    others = {one.id for one in (*shipped_rubrics(), ours)} - {default_rubric().id}
    session.ask(lambda store: keep_put_away(store, tuple(others)))
    assert not find(shown(call_id), MenuButton, "teeup.rubric").isVisible()


def test_the_rubric_goes_with_the_type_of_the_call_unless_it_was_chosen(
    qtbot: QtBot, session: Session, ours: Rubric, screen: TeeUpScreen
) -> None:
    defaults = RubricDefaults().setting(CallType.TOGETHER, Tenure.LATER, ours.id)
    session.ask(lambda store: keep_defaults(store, defaults))
    _choose(qtbot, screen, "teeup.type", CallType.TOGETHER)
    assert _planned(session, screen)[0] == ours.id
    _choose(qtbot, screen, "teeup.type", CallType.OBSERVE)
    assert _planned(session, screen)[0] == default_rubric().id
    _watch_with(screen, ours)
    _choose(qtbot, screen, "teeup.type", CallType.SHOW)
    assert _planned(session, screen)[0] == ours.id


def test_a_planned_call_keeps_its_words_until_the_newer_ones_are_taken(
    qtbot: QtBot, session: Session, ours: Rubric, call_id: UUID, screen: TeeUpScreen, shown: Shown
) -> None:
    _watch_with(screen, ours)
    screen.leave()
    session.ask(lambda store: store.put_in_use(removed(draft_of(ours), SKILLS[1])))
    later = shown(call_id)
    assert _planned(session, later)[:2] == (ours.id, 1)
    press(qtbot, later, "teeup.rubric.newest")
    assert _planned(session, later)[:2] == (ours.id, 2)
    assert not find(later, LinkButton, "teeup.rubric.newest").isVisible()
    assert [chip.value for chip in find(later, ChoiceRow, "teeup.focus").chips()] == SKILLS[2:]
