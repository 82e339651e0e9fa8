"""Draws the one-page coaching summary, the call sheet on half a page, and a rubric on one page, as PDF files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal

from exports.page.arrangement import call_sheet_layout, rubric_layout, summary_layout
from exports.page.clean import clean_line
from exports.page.drawing import Cut, Drawing
from exports.page.fitting import best_fit
from exports.page.layout import Layout
from exports.page.pdfa import (
    Attachment,
    record_attachment,
    rubric_attachment,
    statement_attachment,
    write_file,
)
from exports.page.sheet import Sheet
from exports.page.style import PAPERS
from exports.page.textbox import Setting
from exports.page.xmp import Properties
from exports.summary import CallSheet, RubricSheet, SummaryPage
from exports.word_count import words_by_part

Paper = Literal["a4", "letter"]

TOOL = "Second Chair"

_LANGUAGE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.IGNORECASE)
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "iw", "ps", "ur", "yi", "dv", "ckb", "sd", "ug"})


@dataclass(frozen=True, slots=True)
class Drawn:
    """The finished page.

    ``cuts`` are the parts that did not fit, ``size_pt`` is the size of the body in points, ``missing`` are the
    characters no bundled font has (drawn as U+FFFD, still there for who copies or listens), ``words`` says how many
    words each part has to read, whether or not all of them fitted.
    """

    pdf: bytes
    cuts: tuple[Cut, ...]
    size_pt: float
    missing: tuple[str, ...]
    words: Mapping[str, int] = field(default_factory=dict[str, int])


def draw_page(
    page: SummaryPage,
    *,
    paper: Paper,
    record: bytes | None = None,
    statement: bytes | None = None,
    created: datetime,
) -> Drawn:
    """Draw ``page`` on one sheet, whatever it says.

    Sizes go from 10 down to 8.5 pt; what does not fit then is cut and the page says how much. Names are never cut,
    unless they alone are more than a page. The same input gives the same bytes.

    :param record: the machine-readable record, attached to the file as ``record.json``.
    :param statement: the rep's statement where the page has no room for it, attached as ``statement.txt``.
    :param created: aware; becomes the file's date.
    :raises ValueError: ``created`` has no time zone.
    """
    attached = (
        *((record_attachment(record),) if record is not None else ()),
        *((statement_attachment(statement),) if statement is not None else ()),
    )
    drawn = _draw(page, summary_layout(page, _setting(page), PAPERS[paper]), attached, created)
    return replace(drawn, words=words_by_part(page))


def draw_call_sheet(sheet: CallSheet, *, paper: Paper, created: datetime) -> Drawn:
    """Draw ``sheet`` on the upper half of one sheet of paper, by the same rules as a page; the lower half stays empty.

    :param created: aware; becomes the file's date.
    :raises ValueError: ``created`` has no time zone.
    """
    return _draw(sheet, call_sheet_layout(sheet, _setting(sheet), PAPERS[paper]), (), created)


def draw_rubric(sheet: RubricSheet, *, paper: Paper, rubric: bytes, created: datetime) -> Drawn:
    """Draw ``sheet`` on one sheet of paper laid across, by the same rules as a page. Where it says little its letters
    are larger; where it says much, whole parts are left out, and a line says which.

    :param rubric: the rubric as a file, attached as ``rubric.json``.
    :param created: aware; becomes the file's date.
    :raises ValueError: ``created`` has no time zone.
    """
    height, width = PAPERS[paper]
    layout = rubric_layout(sheet, _setting(sheet), (width, height))
    return _draw(sheet, layout, (rubric_attachment(rubric),), created)


def _draw(
    page: SummaryPage | CallSheet | RubricSheet,
    layout: Layout,
    attached: Sequence[Attachment],
    created: datetime,
) -> Drawn:
    if created.tzinfo is None:
        raise ValueError("created needs a time zone")
    fit = best_fit(layout)
    title, setting = clean_line(page.title), layout.setting
    drawing = Drawing(Sheet(*layout.paper, mirrored=setting.level == 1), heading="H2" if title else "H1")
    layout.draw(drawing, fit)
    properties = Properties(
        title=clean_line(page.document_title) or title or TOOL,
        author=clean_line(page.author),
        subject=clean_line(page.record_id),
        language=setting.language,
        tool=TOOL,
        created=created.astimezone(UTC),
    )
    pdf = write_file(drawing.sheet, properties, attached)
    return Drawn(pdf, tuple(drawing.cuts), fit.size, tuple(drawing.missing))


def _setting(page: SummaryPage | CallSheet | RubricSheet) -> Setting:
    language = page.language if _LANGUAGE.fullmatch(page.language) else "und"
    level = int(language.split("-")[0].lower() in _RIGHT_TO_LEFT)
    return Setting(language, level, page.cut)
