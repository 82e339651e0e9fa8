"""Playing the turns of a recorded meeting through the real Sit in, as the taps of a person who watches it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import QLocale

from exports.console import say_json
from exports.page_file import export_pages
from exports.paper import sheet_for
from scoring.debrief import Debrief, MyView
from scoring.entry import Floor, FloorTaken
from scoring.files import make_folder
from scoring.floor import PARTIES, FloorFigures, end_ms, floor_figures
from scoring.paths import default_data_dir
from scoring.people import Rep
from scoring.rubric import default_rubric
from scoring.state import CallState
from scoring.teeup import TeeUp
from scoring.text import tr
from scoring.turns import Tap, observer_taps, parties, read_turns, speech_by_party, true_shares
from scoring.turns import end_ms as end_of_recording_ms
from ui.driving import Script, VirtualClock, application_for_script, drive, find, opened, press, saved
from ui.main_window import MainWindow
from ui.session import Session
from ui.widgets.button import PrimaryButton
from ui.widgets.floor_tile import FloorTile
from ui.widgets.live_button import LiveButton
from ui.window_state import WindowState

PAGES = "pages"
WINDOW_SIZE = (1180, 720)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A recorded meeting as somebody watched it: the ``taps`` they made, and the shares as they really were.

    ``name`` is what the meeting is called, ``rep`` the name of the rep; ``end_ms`` is when the watcher noticed the end.
    """

    name: str
    rep: str
    taps: tuple[Tap, ...]
    true_share: Mapping[Floor, float]
    end_ms: int


def run(arguments: argparse.Namespace) -> int:
    """Replay a meeting into the data folder and print what came of it, as one JSON object.

    :returns: 0, the exit code.
    :raises SecondChairError: when the turns cannot be read, a speaker is not in them, or the data is in use.
    """
    meeting = watch(arguments)
    folder: Path = arguments.data_dir or default_data_dir()
    pages: Path = arguments.out or folder / PAGES
    application_for_script()
    say_json(replay(meeting, folder, pages))
    return 0


def watch(arguments: argparse.Namespace) -> Meeting:
    """:returns: the meeting as a steady observer taps it.

    :raises SecondChairError: when the turns cannot be read, or a speaker is not in them.
    """
    turns = read_turns(arguments.turns)
    speech = speech_by_party(turns, parties(turns, arguments.rep, arguments.me))
    lag_ms, ignore_under_ms, silence_ms = (
        round(seconds * 1000) for seconds in (arguments.lag, arguments.ignore_under, arguments.silence)
    )
    shares = true_shares(speech)
    assert shares is not None, "turns without speech are refused when they are read"
    return Meeting(
        name=arguments.turns.stem,
        rep=tr("Replay {speaker}").format(speaker=arguments.rep),
        taps=observer_taps(speech, lag_ms=lag_ms, ignore_under_ms=ignore_under_ms, silence_ms=silence_ms),
        true_share=shares,
        end_ms=end_of_recording_ms(turns) + lag_ms,
    )


def replay(meeting: Meeting, folder: Path, pages: Path) -> dict[str, Any]:
    """Log a meeting through the real screens, on a clock of its own that runs until now.

    The call is debriefed without the rep, with nothing said about it, so that it has a page.

    :param folder: the data folder the call is stored in.
    :param pages: the folder its page is written to.
    :returns: what came of it, as plain data: see the README. ``seconds`` is the length of the call.
    :raises SecondChairError: when a folder cannot be used.
    """
    make_folder(pages)
    clock = VirtualClock(datetime.now().astimezone() - timedelta(milliseconds=meeting.end_ms))
    session = Session(folder, clock)
    state = WindowState(folder)
    window = MainWindow(session, state)
    state.restore(window)
    window.resize(*WINDOW_SIZE)
    window.show()
    try:
        return drive(_script(meeting, session, window, clock, pages))
    finally:
        window.close()
        window.deleteLater()
        session.close()


def _script(
    meeting: Meeting, session: Session, window: MainWindow, clock: VirtualClock, pages: Path
) -> Script[dict[str, Any]]:
    yield from opened(session)
    call_id = _planned_call(session, meeting)
    window.open_call(call_id)
    yield
    press(find(window, PrimaryButton, "teeup.sitin"))
    yield
    yield from _sit_in(meeting, window, clock)
    _debrief_alone(session, call_id)
    yield from saved(session)
    state = session.ask(lambda store: store.state(call_id))
    sheet = sheet_for(session.preferences.paper, QLocale.system().name())
    pdf = session.ask(lambda store: export_pages(store, call_id, pages, sheet))[-1]
    return {"call": str(call_id), **_figures(meeting, state), "pdf": str(pdf)}


def _planned_call(session: Session, meeting: Meeting) -> UUID:
    rubric = default_rubric()
    plan = TeeUp(
        customer=meeting.name,
        planned_at=session.clock.now(),
        planned_minutes=max(1, round(meeting.end_ms / 60_000)),
        rubric_id=rubric.id,
        rubric_version=rubric.version,
    )
    return session.add_call(_rep_called(session, meeting.rep).id, plan)


def _rep_called(session: Session, name: str) -> Rep:
    for rep in session.reps():
        if rep.name == name and rep.retired_at is None:
            return rep
    rep = Rep(id=uuid4(), name=name)
    session.save_rep(rep)
    return rep


def _sit_in(meeting: Meeting, window: MainWindow, clock: VirtualClock) -> Script[None]:
    tiles = {floor: find(window, FloorTile, f"observe.{floor}") for floor in Floor}
    began_ms = clock.monotonic_ms()
    for tap in meeting.taps:
        clock.advance_to(began_ms + tap.offset_ms)
        press(tiles[tap.floor])
        yield
    clock.advance_to(began_ms + meeting.end_ms)
    press(find(window, LiveButton, "observe.end"))
    yield


def _debrief_alone(session: Session, call_id: UUID) -> None:
    book = session.book(call_id)
    book.finish_view(MyView())
    book.debrief_alone()
    book.agree(Debrief())


def _figures(meeting: Meeting, state: CallState) -> dict[str, Any]:
    """:returns: the truth beside what the stored record says; None where nobody was seen to have the floor."""
    logged = floor_figures(state)
    return {
        "true_share": {party.value: meeting.true_share[party] for party in PARTIES},
        "logged_share": logged and {party.value: logged.share(party) for party in PARTIES},
        "error_points": logged and _error_points(meeting, logged),
        "taps": sum(1 for _ in state.of(FloorTaken)),
        "entries": len(state.entries),
        "seconds": end_ms(state) / 1000,
    }


def _error_points(meeting: Meeting, logged: FloorFigures) -> dict[str, float]:
    return {
        party.value: round(abs(logged.share(party) - meeting.true_share[party]) * 100, 3) for party in PARTIES
    }
