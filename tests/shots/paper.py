"""Pictures of what is printed, from the PDF files themselves: another sheet is another entry in ``_sheets``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from PySide6.QtGui import QImage

from exports.page import draw_call_sheet, draw_page
from exports.page_file import draw_call
from exports.page_source import PageSource, page_source
from exports.raster import POINTS_AN_INCH, picture
from exports.rubric_paper import draw_rubric_paper
from exports.summarise import summarise
from exports.word_count import words_by_part
from scoring.entry import Debriefed, PageAmended, What
from scoring.fold import fold
from scoring.handing_over import Amendment
from scoring.page_versions import page_versions
from scoring.rubric import default_rubric
from scoring.state import DEBRIEFED_PHASES
from scoring.store.store import Store
from tests.exports.page import samples as pages
from ui.sample_data import samples
from ui.samples import made_samples

DOTS_AN_INCH = 100


def take_paper(out: Path, now: datetime) -> list[Path]:
    """Take the pictures of the printed sheets.

    :returns: where they lie.
    """
    with TemporaryDirectory() as folder:
        fullest = max(_debriefed(Path(folder), now), key=_words)
    return [_kept(pdf, out / f"{name}.png", is_grey=name.endswith("grey")) for name, pdf in _sheets(fullest)]


def _sheets(call: PageSource) -> Iterator[tuple[str, bytes]]:
    yield "page-short", draw_page(pages.short(), paper="a4", created=pages.CREATED).pdf
    yield "page-long", draw_page(pages.long(), paper="a4", created=pages.CREATED).pdf
    yield "page-scripts", draw_page(pages.scripts(), paper="a4", created=pages.CREATED).pdf
    yield "page-letter", draw_call(call, "letter").pdf
    yield "page-grey", draw_call(call, "a4").pdf
    yield "page-amended", draw_call(_amended(call), "a4").pdf
    yield "page-acknowledged", draw_page(pages.acknowledged(), paper="a4", created=pages.CREATED).pdf
    yield "rubric-sheet", draw_rubric_paper(default_rubric(), "a4").pdf
    yield "call-sheet", draw_call_sheet(pages.call_sheet(), paper="a4", created=pages.CREATED).pdf


def _amended(call: PageSource) -> PageSource:
    """The same call two days later, once the rep has added to her comment."""
    debrief = call.state.debrief
    assert debrief
    why = Amendment(reason="Her comment was not all she said", author=call.manager.name)
    changed = replace(debrief, comment=f"{debrief.comment} And I tried it twice since: it works.")
    last = call.version.entries[-1]
    later: tuple[What, ...] = (
        PageAmended(amendment=why, until=last.id, context=call.context),
        Debriefed(debrief=changed),
    )
    entries = [
        *call.version.entries,
        *(
            replace(last, id=UUID(int=number), at=last.at + timedelta(days=2), what=what)
            for number, what in enumerate(later, 1)
        ),
    ]
    return replace(call, version=page_versions(entries)[-1], state=fold(entries))


def _debriefed(folder: Path, now: datetime) -> list[PageSource]:
    """What the pages of the sample calls are made from."""
    made = made_samples(now)
    store = Store.open(folder)
    try:
        store.settings.put("manager", samples().manager)
        for rep in made.reps:
            store.reps.save(rep)
        for call, entries in made.calls:
            store.add_call(call, entries)
        sources = [page_source(store, call.id) for call, _ in made.calls]
    finally:
        store.close()
    return [source for source in sources if source.state.phase in DEBRIEFED_PHASES]


def _words(source: PageSource) -> int:
    return sum(words_by_part(summarise(source)).values())


def _kept(pdf: bytes, path: Path, *, is_grey: bool) -> Path:
    shot = picture(pdf, DOTS_AN_INCH / POINTS_AN_INCH)
    image = QImage(shot.data, shot.width, shot.height, shot.stride, QImage.Format.Format_RGB32)
    kind = QImage.Format.Format_Grayscale8 if is_grey else QImage.Format.Format_RGB888
    assert image.convertToFormat(kind).save(str(path)), f"{path} cannot be written"
    return path
