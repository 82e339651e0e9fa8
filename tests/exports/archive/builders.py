"""Pages to put into an archive."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid5

from exports.page_source import PageSource
from scoring.fold import fold
from scoring.handing_over import PageContext
from scoring.page_versions import PageVersion
from scoring.privacy import card_of
from scoring.rubric import default_rubric
from tests.exports.builders import DANA, PRIYA, Told, a_plan


def a_page(
    number: int = 1, *, customer: str = "Northgate Dental", rep: str = PRIYA.name, page: int = 1
) -> PageSource:
    """:returns: page ``page`` of call ``number``, the same in every process; the names may be anything."""
    told = Told(number=number, rep=replace(PRIYA, name=rep), plan=a_plan(customer))
    told.book.start()
    told.clock.go(42)
    told.end().view().debrief()
    entries = tuple(
        replace(entry, id=uuid5(told.call.id, str(nth))) for nth, entry in enumerate(told.written)
    )
    return PageSource(
        call=told.call,
        version=PageVersion(number=page, entries=entries),
        state=fold(entries),
        rubric=default_rubric(),
        context=PageContext(rep=card_of(told.rep), manager=DANA),
    )
