"""Pictures of the screens over many calls: with none, with one, with those of the samples, and with ten thousand.

The ten thousand are those of the benchmark (``tests/bench/large_data.py``), with fewer entries each, so that they are
made in half a minute: it is the calls that fill these screens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from scoring.people import Rep
from scoring.state import Phase
from tests.bench.large_data import LargeSize, rep_with_sixty_calls, write_large_data
from tests.shots.walks import take_walk
from ui.demo_walk import Stage
from ui.driving import Script, opened, saved
from ui.sample_data import samples
from ui.samples import made_samples, write_samples
from ui.session import Session

PLACES = ("home", "calls", "mirror")
LARGE = LargeSize(entries=12)
SEARCH = "weekend"


@dataclass(frozen=True, slots=True)
class Filling:
    """What is in the data when the pictures ``…-name`` are taken: ``fill`` puts it there and says whose page is shown.
    ``before`` does so while the data is not open yet."""

    name: str
    fill: Callable[[Session], UUID]
    before: Callable[[Path, datetime], object] = lambda _folder, _now: None


def take_over_time(out: Path, now: datetime) -> list[Path]:
    """Take the pictures.

    :returns: where they lie.
    """
    return [path for filling in FILLINGS for path in _take(out, now, filling)]


def _take(out: Path, now: datetime, filling: Filling) -> list[Path]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        filling.before(folder, now)
        return take_walk(folder, out, now, partial(_walk, filling=filling))


def _walk(stage: Stage, filling: Filling) -> Script[None]:
    yield from opened(stage.session)
    rep_id = filling.fill(stage.session)
    yield from saved(stage.session)
    for place in PLACES:
        stage.window.open_place(place)
        yield from stage.see(f"{place}-{filling.name}")
    if filling.name == EMPTY:
        stage.session.save_rep(Rep(id=rep_id, name=samples().planned.rep))
    if filling.name == LARGEST:
        stage.window.open_place("calls")
        stage.write("calls.filter", SEARCH)
        yield from stage.see("calls-search")
    stage.window.open_subject("rep", rep_id)
    yield from stage.see(f"rep-{filling.name}")
    if filling.name == SOME:
        yield from _see_calls(stage, rep_id)


def _see_calls(stage: Stage, rep_id: UUID) -> Script[None]:
    """One that is over, and one whose view is still sealed."""
    closed = [call for call in stage.session.calls_in(Phase.CLOSED) if call.rep_id == rep_id]
    sealed = stage.session.calls_in(Phase.VIEWED)
    for name, call in (("closed", closed[0]), ("sealed", sealed[0])):
        stage.window.open_subject("call", call.call_id)
        yield from stage.see(f"call-{name}")


def _nothing(session: Session) -> UUID:
    """Nobody is there, until the page of somebody is shown who was never seen."""
    session.save_manager(samples().manager)
    return uuid4()


def _one_call(session: Session) -> UUID:
    session.save_manager(samples().manager)
    made = made_samples(session.clock.now())
    call, entries = made.calls[0]
    rep = next(rep for rep in made.reps if rep.id == call.rep_id)
    session.ask(lambda store: (store.reps.save(rep), store.add_call(call, entries)))
    return rep.id


def _the_samples(session: Session) -> UUID:
    write_samples(session).result()
    return next(rep.id for rep in session.reps() if rep.name == samples().planned.rep)


def _ten_thousand(_session: Session) -> UUID:
    return rep_with_sixty_calls()


EMPTY, SOME, LARGEST = "empty", "some", "10000"
FILLINGS = (
    Filling(EMPTY, _nothing),
    Filling("one", _one_call),
    Filling(SOME, _the_samples),
    Filling(LARGEST, _ten_thousand, before=lambda folder, now: write_large_data(folder, LARGE, now)),
)
