"""Whether the name of a skill is taken in at a glance where it is tapped, on a small laptop."""

from __future__ import annotations

from typing import Final

from ui import theme
from ui.theme import px
from ui.widgets.mark_row import MarkRow
from ui.widgets.mark_tile import MarkTile
from ui.widgets.painting import longest_word, text_size
from ui.widgets.press_button import live_height
from ui.widgets.skill_grid import columns_of

MOST_LINES: Final = 2
_GRID: Final = 1096  # px at 100 %: what a screen of 1366 px leaves the tiles beside the floor
_BETWEEN: Final = 10
_STRIP: Final = 280  # px at 100 %: a strip of 300 px without its margins


def fits_tile(name: str, count: int) -> bool:
    """:param count: how many skills there are.
    :returns: whether ``name`` stands on its tile in at most two lines, no word of it broken."""
    columns = columns_of(count)
    tile = MarkTile(name, focus_skill=True)
    tile.resize((px(_GRID) - (columns - 1) * px(_BETWEEN)) // columns, px(3 * theme.TARGET))
    font = theme.font(theme.LARGE, bold=True)
    needed = text_size(name, font, tile.title_room().width()).height()
    line = text_size("Å", font).height()
    widest = longest_word(name, font)
    return widest <= tile.title_room().width() and needed <= MOST_LINES * line


def fits_strip(name: str) -> bool:
    """:returns: whether ``name`` stands in the strip beside its two halves, no word of it broken, and takes no more
    height than they do."""
    row = MarkRow(name, focus_skill=True)
    width = px(_STRIP)
    row.resize(width, live_height())
    widest = longest_word(name, row.title_font())
    return widest <= row.title_room().width() and row.heightForWidth(width) <= live_height()
