"""One process that draws the usual page with one program: ``python -m tests.bench.rival WHO FOLDER``.

WHO is ``ours``, ``typst`` or ``weasyprint``; FOLDER holds record.json. Prints the ms of the first page, import
included, then those of the next ones, each with other words in it; the last one is written to FOLDER.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from exports.summary import SummaryPage
from tests.bench.rival_pages import FONTS, HTML_STYLE, html_source, typst_source
from tests.exports.page.samples import CREATED, usual

NEXT = 40

Drawer = Callable[[SummaryPage], bytes]


def ours(folder: Path) -> Drawer:
    """:returns: what draws with this project."""
    from exports.page import draw_page

    record = (folder / "record.json").read_bytes()
    return lambda page: draw_page(page, paper="a4", record=record, created=CREATED).pdf


def typst(folder: Path) -> Drawer:
    """:returns: what draws with a compiler that is kept, so that fonts are read once."""
    from importlib import import_module

    library: Any = import_module("typst")
    compiler = library.Compiler(root=str(folder), font_paths=[str(FONTS)], ignore_system_fonts=True)
    main = folder / "page.typ"

    def draw(page: SummaryPage) -> bytes:
        main.write_text(typst_source(page), "utf-8")
        return compiler.compile(input=str(main), format="pdf", pdf_standards=["a-3a", "ua-1"])

    return draw


def weasyprint(folder: Path) -> Drawer:
    """:returns: what draws with fonts that are set up once."""
    from importlib import import_module

    library: Any = import_module("weasyprint")
    fonts = import_module("weasyprint.text.fonts").FontConfiguration()
    style = library.CSS(string=HTML_STYLE, font_config=fonts)

    def draw(page: SummaryPage) -> bytes:
        document = library.HTML(string=html_source(page)).render(font_config=fonts, stylesheets=[style])
        record = library.Attachment(filename=str(folder / "record.json"), relationship="Source")
        document.metadata.attachments = [record]
        return document.write_pdf(pdf_variant="pdf/a-3a", pdf_tags=True)

    return draw


def main() -> None:
    """Print the times as JSON."""
    who, folder = sys.argv[1], Path(sys.argv[2])
    page, drawers = usual(), {"ours": ours, "typst": typst, "weasyprint": weasyprint}
    gc.disable()
    began = time.perf_counter()
    draw = drawers[who](folder)
    draw(page)
    times = [(time.perf_counter() - began) * 1000]
    pdf = b""
    for number in range(NEXT):
        other = _other_words(page, number)
        began = time.perf_counter()
        pdf = draw(other)
        times.append((time.perf_counter() - began) * 1000)
    (folder / f"{who}.pdf").write_bytes(pdf)
    print(json.dumps({"first": times[0], "next": times[1:]}))


def _other_words(page: SummaryPage, number: int) -> SummaryPage:
    """As the next call has them: nothing of the last page but its headings serves again."""
    assert page.skills is not None
    rows = tuple(replace(row, seen=f"{row.seen} {number}") for row in page.skills.rows)
    return replace(
        page,
        title=f"{page.title} {number}",
        change=replace(page.change, text=f"{number} {page.change.text}"),
        strengths=tuple(replace(one, words=f"{number} {one.words}") for one in page.strengths),
        gaps=tuple(replace(one, words=f"{number} {one.words}") for one in page.gaps),
        skills=replace(page.skills, rows=rows),
        closing=tuple(replace(one, text=f"{number} {one.text}") for one in page.closing),
    )


if __name__ == "__main__":
    main()
