"""What a packaged build must be able to do: keep data, read its rubrics and fonts, draw a page and read it back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from scoring.call import Call
from scoring.debrief import Commitment, Debrief, MyView, Observation, SelfView
from scoring.entry import Entry, Floor
from scoring.logbook import Logbook
from scoring.people import Manager, Rep
from scoring.rating import Rating
from scoring.rubric import default_rubric, latest_shipped
from scoring.state import CallState
from scoring.teeup import TeeUp
from scoring.text import tr, trn

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
ONE_LETTER_A_FONT = "AابאअกЖ東한"
FONT_FILES = 11


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether one thing works, and a few words on it: what was found, or what is wrong."""

    name: str
    passed: bool
    detail: str


class _NoonClock:
    """It is always noon."""

    def monotonic_ms(self) -> int:
        return 0

    def awake_ms(self) -> int:
        return 0

    def now(self) -> datetime:
        return NOON


def run_checks() -> Iterator[Outcome]:
    """Try everything in a temporary folder. :returns: one outcome each, as they come."""
    with tempfile.TemporaryDirectory(prefix="second-chair-selftest-") as folder:
        yield _outcome(tr("Database"), lambda: _try_database(Path(folder, "database")))
        yield _outcome(tr("Rubrics"), _try_rubrics)
        yield _outcome(tr("Fonts"), _try_fonts)
        yield _outcome(tr("Page"), lambda: _try_page(Path(folder, "page")))


def _outcome(name: str, attempt: Callable[[], str]) -> Outcome:
    try:
        return Outcome(name, passed=True, detail=attempt())
    except Exception as error:  # noqa: BLE001  whatever is broken in a build, and however, is what is looked for
        return Outcome(name, passed=False, detail=f"{type(error).__name__}: {error}")


def _require(condition: bool, what: str) -> None:
    if not condition:
        raise RuntimeError(what)


def _try_database(folder: Path) -> str:
    from scoring.store import Store

    call_id, entries = _keep_sample(folder)
    store = Store.open_read_only(folder)
    try:
        _require(store.entries.of(call_id) == entries, "what was written is not what was read")
        _require(store.check() == [], "the new file is not sound")
    finally:
        store.close()
    return tr("written and read back")


def _try_rubrics() -> str:
    rubrics = latest_shipped()
    _require(default_rubric() in rubrics, "the default rubric is not there")
    return ", ".join(f"{rubric.name} v{rubric.version}" for rubric in rubrics)


def _try_fonts() -> str:
    from exports.page.fonts import font_stack

    faces = {
        (bold, font_stack(bold).choose(letter)) for bold in (False, True) for letter in ONE_LETTER_A_FONT
    }
    names = {face.name for _, face in faces if face}
    _require(not any(face is None for _, face in faces), "a script cannot be drawn")
    _require(len(names) == FONT_FILES, f"{len(names)} of {FONT_FILES} fonts")
    return trn("{n} file", "{n} files", len(names)).format(n=len(names))


def _try_page(folder: Path) -> str:
    import pypdfium2

    from exports.page_file import draw_call
    from exports.page_source import page_source
    from exports.record import record_json
    from exports.record_file import record_in
    from exports.record_reader import read_record
    from scoring.store import Store

    call_id, _ = _keep_sample(folder)
    store = Store.open_read_only(folder)
    try:
        source = page_source(store, call_id)
    finally:
        store.close()
    drawn = draw_call(source, "a4")
    with pypdfium2.PdfDocument(drawn.pdf) as document:
        _require(len(document) == 1, f"{len(document)} sheets instead of one")
        _require(
            source.rep.name in document[0].get_textpage().get_text_bounded(), "the name is not on the page"
        )
    again = read_record(record_in(drawn.pdf))
    _require(record_json(again) == record_json(source), "the record in it is not what was written")
    return tr("drawn and read back, {n} KB").format(n=len(drawn.pdf) // 1024)


def _keep_sample(folder: Path) -> tuple[UUID, list[Entry]]:
    """:returns: a call that was kept in a new file in ``folder``, with its entries."""
    from scoring.store import Store

    rep = Rep(id=uuid4(), name="Zoë Łukasiewicz")
    call = Call(id=uuid4(), rep_id=rep.id, created_at=NOON)
    entries = _sample_entries(call.id)
    store = Store.open(folder)
    try:
        store.settings.put("manager", Manager(name="Dana Whitfield"))
        store.reps.save(rep)
        store.calls.add(call)
        store.append(entries)
    finally:
        store.close()
    return call.id, entries


def _sample_entries(call_id: UUID) -> list[Entry]:
    rubric, entries = default_rubric(), list[Entry]()
    book = Logbook(CallState(), call_id, _NoonClock(), entries.append)
    book.plan(TeeUp(customer="Elm Street Clinic", rubric_id=rubric.id, rubric_version=rubric.version))
    book.start()
    book.floor(Floor.REP)
    mark = book.mark(rubric.skills[0].id, seen=True)
    book.end()
    rating = Rating(skill=rubric.skills[0].id, level=3, evidence=(mark.id,))
    book.finish_view(MyView(ratings=(rating,), strengths=(Observation(words="Asked, and waited."),)))
    book.hear_rep(SelfView(went_well="I waited."))
    book.agree(Debrief(commitments=(Commitment(words="I will ask first."),), can_say=True))
    return entries
