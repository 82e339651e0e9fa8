"""One joint call, walked through the real screens from the welcome to the saved page, with pictures on the way."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scoring.entry import FloorTaken, HandedBack, Introduced, Marked, SteppedIn, WordsHeard
from scoring.rubric import default_rubric
from ui.archiving import Archiving
from ui.driving import Script, Until, VirtualClock, find, hold, press, press_key, saved, write
from ui.main_window import MainWindow
from ui.sample_data import Ride, samples
from ui.sample_talk import MINUTE_MS, NO_CHANCE, Happening, happenings
from ui.samples import SEED, write_samples
from ui.save_dialog import SaveDialog
from ui.screens.myview_page_outcome import OUTCOMES
from ui.screens.page import PageScreen
from ui.session import Session
from ui.widgets.action_card import ActionCard
from ui.widgets.button import PaintedButton
from ui.widgets.level_picker import LevelRow
from ui.widgets.logged_button import LoggedButton
from ui.widgets.press_button import PressButton

TEE_UP_MS = 9 * MINUTE_MS
LOOK_AT_MS = 18 * MINUTE_MS
WRITE_VIEW_MS = 4 * MINUTE_MS
WALK_TO_CAR_MS = 3 * MINUTE_MS
DEBRIEF_MS = 12 * MINUTE_MS
MOST_OBSERVATIONS = 2
LAYOUT_ROUNDS = 5
SCREENS = (
    "welcome",
    "first-home",
    "reps",
    "calls",
    "mirror",
    "rubrics",
    "settings",
    "home",
    "newcall",
    "rep",
    "editrep",
    "teeup",
    "observe",
    "curtain",
    "log",
    "myview",
    "debrief-1-rep-first",
    "debrief-2-what-was-seen",
    "debrief-3-agree-one-thing",
    "page",
    "acknowledge",
    "archive",
)
"""What is looked at on the way, in this order."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the walk takes place. ``look`` is called with the name of what is to be seen just then."""

    window: MainWindow
    session: Session
    clock: VirtualClock
    look: Callable[[str], None]

    def see(self, name: str) -> Script[None]:
        """Look at what is shown, once the layout has come to rest: it goes from part to part, a round each."""
        for _ in range(LAYOUT_ROUNDS):
            yield
        self.look(name)

    def part(self, *names: str) -> QWidget:
        """:returns: the part of the shown screen with the last of ``names``, looked for inside the ones before."""
        at: QWidget = self.window.current() or self.window
        for name in names:
            at = find(at, QWidget, name)
        return at

    def press(self, *names: str) -> None:
        """Press a part of the shown screen."""
        press(self.part(*names))

    def write(self, name: str, text: str) -> None:
        """Write into a field of the shown screen."""
        write(self.part(name), text)


def walk(stage: Stage, pdf: Path) -> Script[UUID]:
    """Walk from the first start through one call to its page, saved as ``pdf``.

    The session is open on an empty folder.

    :returns: the call.
    """
    yield from _welcome(stage)
    call_id = write_samples(stage.session).result()
    yield from _look_around(stage)
    yield from _tee_up(stage, call_id)
    yield from _sit_in(stage, call_id)
    yield from _my_view(stage, call_id)
    yield from _debrief(stage, call_id)
    yield from _page(stage, pdf)
    yield from _archive(stage)
    yield from saved(stage.session)
    return call_id


def _welcome(stage: Stage) -> Script[None]:
    manager = samples().manager
    stage.write("welcome.name", manager.name)
    stage.write("welcome.title", manager.title)
    stage.write("welcome.organisation", manager.organisation)
    yield from stage.see("welcome")
    stage.press("welcome.begin")
    yield from stage.see("first-home")


def _look_around(stage: Stage) -> Script[None]:
    for place in ("reps", "calls", "mirror", "rubrics", "settings", "home"):
        press(find(stage.window, PaintedButton, f"nav.{place}"))
        yield from stage.see(place)
    stage.press("header.action")
    yield from stage.see("newcall")
    rep = next(rep for rep in stage.session.reps() if rep.name == samples().planned.rep)
    stage.window.open_rep(rep.id)
    yield from stage.see("rep")
    stage.press("over.edit")
    yield from stage.see("editrep")
    stage.window.open_place("home")
    yield


def _tee_up(stage: Stage, call_id: UUID) -> Script[None]:
    ride = samples().planned
    press(find(stage.window, ActionCard, f"home.call.{call_id}"))
    yield
    stage.write("teeup.purpose", ride.purpose)
    stage.write("teeup.best", ride.best)
    stage.write("teeup.least", ride.least)
    yield from stage.see("teeup")
    stage.clock.advance(TEE_UP_MS)
    stage.press("teeup.sitin")
    yield


# During the call


def _sit_in(stage: Stage, call_id: UUID) -> Script[None]:
    ride, began_ms = samples().planned, stage.clock.monotonic_ms()
    is_seen = False
    for offset_ms, happening in happenings(ride, random.Random(SEED)):
        if offset_ms >= LOOK_AT_MS and not is_seen:
            is_seen = True
            stage.clock.advance_to(began_ms + LOOK_AT_MS)
            yield from _look_at_live(stage, call_id)
        stage.clock.advance_to(began_ms + offset_ms)
        yield from _act(stage, happening)
    stage.clock.advance_to(began_ms + ride.minutes * MINUTE_MS)
    stage.press("observe.end")
    yield


def _look_at_live(stage: Stage, call_id: UUID) -> Script[None]:
    yield from saved(stage.session)
    stage.window.open_call(call_id)  # the screen's own minute timer does not know the virtual clock
    yield from stage.see("observe")
    stage.press("observe.curtain")
    yield from stage.see("curtain")
    press_key(stage.part("curtain.page"), Qt.Key.Key_Escape)
    yield
    stage.press("observe.log")
    yield from stage.see("log")
    stage.press("observe.log")
    yield


def _act(stage: Stage, happening: Happening) -> Script[None]:
    """Do with the live screen what a manager does who sees ``happening``."""
    match happening:
        case Introduced(how=how):
            stage.press("observe.introduction", f"choice.{how}")
        case FloorTaken(who=who):
            stage.press(f"observe.{who}")
        case Marked(words=""):
            press(_half(stage, happening))
        case Marked(words=words):
            yield from hold(_half(stage, happening))
            _write_words(stage, words)
        case WordsHeard(text=text):
            _write_words(stage, text)
        case SteppedIn(reason=reason):
            stage.press("observe.step")
            yield
            stage.press("observe.reasons", f"choice.{reason}")
        case HandedBack():
            stage.press("observe.step")
    yield


def _half(stage: Stage, mark: Marked) -> PressButton:
    return find(stage.window, PressButton, f"skill.{mark.skill}.{'seen' if mark.seen else 'missed'}")


def _write_words(stage: Stage, words: str) -> None:
    stage.write("observe.words", words)
    press_key(stage.part("observe.words"), Qt.Key.Key_Return)


# After the call


def _my_view(stage: Stage, call_id: UUID) -> Script[None]:
    ride = samples().planned
    stage.clock.advance(WRITE_VIEW_MS)
    for skill, sign in zip(default_rubric().skills, ride.levels, strict=True):
        number = 0 if sign == NO_CHANCE else int(sign)
        press(find(stage.part("myview.level"), LevelRow, f"level.{number}"))
        yield
        if skill.id in ride.focus:
            yield from stage.see("myview")
        stage.press("myview.next")
        yield
    stage.press("myview.next")  # from the floor, which is only looked at
    yield
    stage.press("myview.outcome", f"level.{OUTCOMES.index(ride.outcome) + 1}")
    stage.write("myview.outcome.words", ride.outcome_words)
    stage.press("myview.next")
    yield
    for side, seen in (("strength", True), ("gap", False)):
        for mark_id in _marks_with_words(stage, call_id, seen=seen)[:MOST_OBSERVATIONS]:
            press(find(stage.window, LoggedButton, f"myview.{side}.pick.{mark_id}"))
            yield
        stage.clock.advance(WALK_TO_CAR_MS // 2)
        stage.press("myview.next")
        yield


def _marks_with_words(stage: Stage, call_id: UUID, *, seen: bool) -> list[UUID]:
    marks = stage.session.state(call_id).of(Marked)
    return [item.entry.id for item, mark in marks if mark.seen == seen and mark.words]


def _debrief(stage: Stage, call_id: UUID) -> Script[None]:
    ride = samples().planned
    yield from _rep_first(stage, ride)
    yield from stage.see("debrief-2-what-was-seen")
    assert ride.last is not None, "the rep came with a commitment"
    stage.press("closing.0.kept", f"choice.{ride.last}")
    yield
    yield from _link_first_words(stage, call_id)
    stage.press("debrief.to_agree")
    yield
    stage.clock.advance(DEBRIEF_MS)
    yield from _agree(stage, ride)


def _link_first_words(stage: Stage, call_id: UUID) -> Script[None]:
    """What shows that the commitment was kept is what the customer said first."""
    stage.press("closing.0.more")
    yield
    heard, _ = next(iter(stage.session.state(call_id).of(WordsHeard)))
    press(find(stage.window, LoggedButton, f"closing.0.link.{heard.entry.id}"))
    yield


def _rep_first(stage: Stage, ride: Ride) -> Script[None]:
    stage.write("debrief.well", ride.went_well)
    stage.write("debrief.differently", ride.differently)
    for skill in ride.focus:
        stage.press(f"debrief.own.{skill}", f"level.{ride.own}")
    stage.press("debrief.nerves", f"choice.{ride.nerves}")
    yield from stage.see("debrief-1-rep-first")
    stage.press("debrief.open")
    yield


def _agree(stage: Stage, ride: Ride) -> Script[None]:
    stage.write("debrief.change.0.words", ride.change)
    stage.write("debrief.change.0.tried", ride.first_tried)
    stage.write("debrief.parked", "\n".join(ride.parked))
    stage.write("debrief.comment", ride.comment)
    stage.press("debrief.can_say", "choice.yes")
    yield from stage.see("debrief-3-agree-one-thing")
    stage.press("debrief.page")
    yield


def _page(stage: Stage, pdf: Path) -> Script[None]:
    screen = stage.window.current()
    assert isinstance(screen, PageScreen)
    yield Until(lambda: screen.is_ready)
    yield from stage.see("page")
    stage.press("page.save")
    dialog = find(screen, SaveDialog, "page.save_dialog")
    dialog.fileSelected.emit(str(pdf))  # as a person chooses it, in the system's own dialog too
    dialog.close()
    yield Until(pdf.is_file)
    yield Until(stage.part("page.open").isVisible)
    stage.press("page.acknowledge")
    stage.press("acknowledge.how", "choice.signed")
    yield from stage.see("acknowledge")


def _archive(stage: Stage) -> Script[None]:
    archiving = Archiving.of(stage.window.session)
    yield Until(lambda: bool(archiving.state.waiting), (archiving.changed,))
    stage.window.open_place("archive")
    yield from stage.see("archive")
