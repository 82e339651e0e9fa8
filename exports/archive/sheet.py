"""Which paper a page of the archive was drawn on, so that the same page can be made again."""

from __future__ import annotations

import re

from scoring.preferences import Paper

_BOX = re.compile(rb"/MediaBox\s{0,4}\[\s{0,4}0 0 ([0-9]{1,5})")
_WIDTHS = {595: Paper.A4, 612: Paper.LETTER}
"""Whole points of PDF."""


def drawn_on(data: bytes) -> Paper:
    """:returns: the paper of a page as we write it, AUTO where that does not stand there so plainly: saved anew by
    another program it cannot be made again anyway."""
    box = _BOX.search(data)
    return _WIDTHS.get(int(box[1]), Paper.AUTO) if box else Paper.AUTO
