"""How the columns of a table share its width."""

from __future__ import annotations

from collections.abc import Sequence


def shared_widths(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Share ``room`` (px) among columns.

    :param natural: the widths (px) that their words need on one line.
    :param least: those that their longest words need.
    :returns: a width a column. More than ``room`` together only where the longest words need it.
    """
    spare = room - sum(natural)
    if not natural:
        return []
    if spare >= 0:
        widths = [width + spare // len(natural) for width in natural]
        widths[-1] += spare % len(natural)
        return widths
    return _squeezed(natural, least, room)


def _squeezed(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Take the missing width from the widest columns first, but never so much that their words take more lines than
    all columns could do with, and never less than a column's longest word."""
    least = _for_few_lines(natural, least, room)
    cap = max(natural)
    while (
        cap > 0 and sum(max(min(width, cap), low) for width, low in zip(natural, least, strict=True)) > room
    ):
        cap -= 4
    widths = [max(min(width, cap), low) for width, low in zip(natural, least, strict=True)]
    widths[-1] += max(room - sum(widths), 0)
    return widths


def _for_few_lines(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """:returns: the least widths at which no cell takes more lines than it must for all to fit into ``room``."""
    for lines in (2, 3, 4):
        # Words seldom fill their lines to the end.
        share = 1.2 / lines
        narrow = [max(round(width * share), low) for width, low in zip(natural, least, strict=True)]
        if sum(narrow) <= room:
            return narrow
    return list(least)
