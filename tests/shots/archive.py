"""Pictures of the Archive screen: empty, as it mostly is, in trouble, and each of its parts."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from exports.keeping import keep_for
from scoring.handing_over import HandOver, PageContext
from scoring.holds import place_hold
from scoring.privacy import card_of
from scoring.state import DEBRIEFED_PHASES
from tests.shots.walks import take_walk
from ui.archiving import Archiving
from ui.demo_walk import Stage
from ui.driving import Script, Until, opened, saved
from ui.sample_data import samples
from ui.samples import write_samples
from ui.screens.archive import ArchiveScreen
from ui.session import Session

MONTHS = 2
DATA, SHARE, AWAY = Path("SecondChair"), Path("Shared drive/Joint calls"), Path("Shared drive/away")


def take_archive(out: Path, now: datetime) -> list[Path]:
    """Take the pictures, in a working folder of their own: the screen names the folder of the archive.

    :returns: where they lie.
    """
    return take_walk(DATA, out, now, _walk)


def _walk(stage: Stage) -> Script[None]:
    yield from opened(stage.session)
    stage.session.save_manager(samples().manager)
    write_samples(stage.session).result()
    stage.window.open_place("archive")
    yield from stage.see("archive-empty")
    SHARE.mkdir(parents=True)
    archiving = Archiving.of(stage.session)
    archiving.use_folder(SHARE)
    pages = _hand_over(stage.session)
    yield from saved(stage.session)
    yield Until(lambda: archiving.state.pages == pages and not archiving.state.is_busy)
    stage.window.open_place("archive")
    yield from stage.see("archive")
    stage.press("archive.check")
    yield Until(lambda: stage.part("archive.found.summary").isVisible())
    yield from stage.see("archive-whole")
    _say_what_is_kept(stage.session)
    for part in ("people", "due", "backups"):
        yield from _see_part(stage, part)
    yield from _see_trouble(stage, archiving)


def _hand_over(session: Session) -> int:
    """:returns: how many pages there are."""
    calls = [call for call in session.calls() if call.phase in DEBRIEFED_PHASES]
    for call in calls:
        context = PageContext(rep=card_of(session.rep(call.rep_id)), manager=session.manager)
        session.book(call.call_id).hand_over(HandOver.PRINTED, context)
    return len(calls)


def _say_what_is_kept(session: Session) -> None:
    """Pages are kept for a short time here, but those of one rep are held."""
    sofia = next(rep for rep in session.reps() if rep.name.startswith("Sofia"))
    hold = place_hold("Asked for by our lawyer", session.clock.now(), rep_id=sofia.id)
    organisation = session.manager.organisation
    session.ask(lambda store: store.holds.save(hold))
    session.ask(partial(keep_for, organisation=organisation, months=MONTHS))


def _see_part(stage: Stage, part: str) -> Script[None]:
    screen = stage.window.current()
    assert isinstance(screen, ArchiveScreen)
    screen.open_part(part)
    yield from stage.see(f"archive-{part}")


def _see_trouble(stage: Stage, archiving: Archiving) -> Script[None]:
    """Somebody has pulled the cable, put a picture among the pages and changed one of them."""
    page, lost, *_ = sorted(SHARE.rglob("*.pdf"))
    page.write_bytes(page.read_bytes() + b" ")
    lost.unlink()
    (SHARE / "Summer party.jpg").write_bytes(b"\xff\xd8\xff")
    screen = stage.window.current()
    assert isinstance(screen, ArchiveScreen)
    screen.open_part("pages")
    yield
    stage.press("archive.check")
    yield Until(lambda: stage.part("archive.check").isEnabled())
    yield from stage.see("archive-found")
    SHARE.rename(AWAY)
    stage.session.ask(lambda store: store.archived.forget([lost.relative_to(SHARE).as_posix()]))
    archiving.try_again()
    yield Until(lambda: archiving.state.trouble is not None)
    stage.window.open_place("archive")
    yield from stage.see("archive-trouble")
