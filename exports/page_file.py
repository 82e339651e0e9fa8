"""The page and the call sheet as files: under a name any system takes, the page with its record attached and never in
the place of something else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from exports.call_sheet import call_sheet
from exports.file_names import MOST_WORDS, file_words, numbered
from exports.page_source import PageSource, page_count, page_source, short_id
from exports.paper import sheet_of
from exports.record import record_json
from exports.statement import statement_file
from exports.summarise import summarise
from scoring.files import holds, make_folder, write_new
from scoring.preferences import Sheet
from scoring.text import texts_in, tr

if TYPE_CHECKING:
    from exports.page import Drawn
    from scoring.store import Store


def draw_call(source: PageSource, sheet: Sheet) -> Drawn:
    """Draw the page of a call with its record attached. The same call gives the same bytes.

    :raises SecondChairError: while the manager's view is sealed, or nothing is agreed yet.
    """
    with texts_in(source.context.language):
        page = summarise(source)
        statement = statement_file(source, page)
    from exports.page import draw_page

    return draw_page(
        page,
        paper=sheet,
        record=record_json(source),
        statement=statement,
        created=source.version.made_at,
    )


def draw_tee_up(source: PageSource, sheet: Sheet) -> Drawn:
    """Draw the call sheet of a call. The same plan gives the same bytes."""
    words = call_sheet(source)
    from exports.page import draw_call_sheet

    return draw_call_sheet(words, paper=sheet, created=source.version.made_at)


def export_pages(
    store: Store, call_id: UUID, folder: Path, usual: Sheet, chosen: Sheet | None = None
) -> list[Path]:
    """Write each page of a call into ``folder``, which is made if it is missing.

    A file that is there already stays: if it is another one, the page gets a name with a number.

    :param usual: the sheet of a page that nobody has yet; the others have the one they were handed over on.
    :param chosen: the sheet of all pages, if one was asked for.
    :returns: where the pages lie, the oldest first.
    :raises KeyError: if there is no such call.
    :raises SecondChairError: if the call has no page yet.
    :raises KnownError: if the system refuses.
    """
    return [
        copy_page(source, folder, chosen or sheet_of(source.version, usual))
        for source in page_sources(store, call_id)
    ]


def page_sources(store: Store, call_id: UUID) -> list[PageSource]:
    """:returns: what each page of a call is made from, the oldest first.
    :raises KeyError: if there is no such call."""
    numbers = range(1, page_count(store, call_id) + 1)
    return [page_source(store, call_id, number) for number in numbers]


def copy_page(source: PageSource, folder: Path, sheet: Sheet) -> Path:
    """Write one page into ``folder``, as ``export_pages`` does. Nothing is handed over by it.

    :returns: where it lies.
    :raises SecondChairError: if the call has no page yet.
    :raises KnownError: if the system refuses.
    """
    data = draw_call(source, sheet).pdf
    make_folder(folder)
    for name in numbered(page_name(source), ".pdf"):
        path = folder / name
        if write_new(path, data) or holds(path, data):
            return path
    raise AssertionError("unreachable: the names never end")


def page_name(source: PageSource, most: int = MOST_WORDS) -> str:
    """:returns: ``"2026-11-23 Northgate Dental (01AD9F7B)"``, which is a file name on every system, with
    ``" amendment 1"`` behind it for the page that takes the place of the first.
    :param most: how long the name of the customer may be in it, as for ``file_words``.
    """
    name = call_name(source, most)
    if source.version.number == 1:
        return name
    return tr("{name} amendment {number}").format(name=name, number=source.version.number - 1)


def call_name(source: PageSource, most: int = MOST_WORDS) -> str:
    """:returns: the name of the call itself, as that of its first page."""
    return _dated(source, "{customer}", most)


def call_sheet_name(source: PageSource) -> str:
    """:returns: ``"2026-11-23 Northgate Dental call sheet (01AD9F7B)"``, a file name as the page's."""
    return _dated(source, tr("{customer} call sheet"))


def _dated(source: PageSource, words: str, most: int = MOST_WORDS) -> str:
    customer = file_words(source.state.tee_up.customer, most) or tr("Joint call")
    return f"{source.day.isoformat()} {words.format(customer=customer)} ({short_id(source.call.id)})"
