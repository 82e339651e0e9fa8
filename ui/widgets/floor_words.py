"""Who had the floor in a stretch, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from exports.wording import clock_text
from scoring.entry import Floor
from scoring.floor import FloorSpan
from scoring.text import tr, trn

MOST_READ: Final = 40
"""So many stretches are read aloud at once."""


def neutral_names() -> dict[Floor, str]:
    """:returns: what anybody at the table may read, in the order of the live screen."""
    return {
        Floor.REP: tr("Rep"),
        Floor.CUSTOMER: tr("Customer"),
        Floor.ME: tr("Me"),
        Floor.NOBODY: tr("Nobody"),
    }


def stretch_words(span: FloorSpan, names: Mapping[Floor, str], *, goes_on: bool) -> str:
    """:returns: ``"Customer, 12:30 to 13:10"``, or ``"Customer, since 12:30"`` of a stretch that goes on."""
    start, end = clock_text(span.start_ms), clock_text(span.end_ms)
    if goes_on:
        return tr("{who}, since {time}").format(who=names[span.who], time=start)
    return tr("{who}, {start} to {end}").format(who=names[span.who], start=start, end=end)


def read_aloud(spans: Sequence[FloorSpan], names: Mapping[Floor, str], *, goes_on: bool) -> str:
    """:returns: the stretches as a list in words; of very many the first, and how many more there are.

    :param goes_on: the last one does.
    """
    last = len(spans) - 1
    said = [
        stretch_words(span, names, goes_on=goes_on and number == last)
        for number, span in enumerate(spans[:MOST_READ])
    ]
    if (more := len(spans) - MOST_READ) > 0:
        said.append(trn("and {n} more", "and {n} more", more).format(n=more))
    return "; ".join(said)
