"""The look of the page: colours, sizes and spacing, as the design's print tokens say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Colour = tuple[float, float, float]

SMALLEST_SIZE = 8.5
SIZES = (10.0, 9.75, 9.5, 9.25, 9.0, 8.75, 8.5)

LEAST_AIR = 0.6
"""Before a word is cut, the parts move this close."""

TABLE_AIR = 0.3
"""The same for a sheet that is one table: rules keep its rows apart."""

WALL_SIZES = (18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.5, 11.0, 10.5, *SIZES)
"""For a sheet that is read from further away where it says little."""

PAPERS: dict[str, tuple[float, float]] = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
MARGIN_SIDE = 42.0
MARGIN_TOP = 40.0
MARGIN_BOTTOM = 32.0


class Margins(NamedTuple):
    """Where nothing is printed: at the left and right edge, the upper and the lower one, in points."""

    side: float
    top: float
    bottom: float


MARGINS = Margins(MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM)


def _rgb(code: str) -> Colour:
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


INK = _rgb("1d2329")
MUTED = _rgb("5c6570")
ACCENT = _rgb("1f6f5c")
LATE = _rgb("a8501f")
HAIRLINE = _rgb("d5d3cd")
PANEL = _rgb("f2f4f3")
REP = _rgb("1f4e79")
CUSTOMER = _rgb("d9b36a")
MANAGER = _rgb("9a6d8f")
NOBODY = _rgb("e4e3de")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: ``ratio`` is its size over the body's, ``leading`` its line height over its size.

    ``balanced`` texts have lines of about the same length.
    """

    ratio: float = 1.0
    bold: bool = False
    colour: Colour = INK
    leading: float = 1.36
    balanced: bool = False

    def size(self, body: float) -> float:
        """:returns: the size in points beside a body of ``body`` points, never under the smallest allowed."""
        return max(SMALLEST_SIZE, round(body * self.ratio, 2))


BODY = TextStyle()
STRONG = TextStyle(bold=True)
QUIET = TextStyle(colour=MUTED)
SMALL = TextStyle(ratio=0.86, colour=MUTED)
HEADING = TextStyle(ratio=0.88, bold=True, colour=MUTED)
TITLES = tuple(
    TextStyle(ratio=ratio, bold=True, leading=1.28, balanced=True) for ratio in (1.85, 1.5, 1.2, 1.0)
)
HEADING_GAP = 0.3
"""Between a heading and its text, over the size of the body."""

SUBTITLE = TextStyle(ratio=1.0, colour=MUTED)
CHANGE = TextStyle(ratio=1.28, leading=1.38, balanced=True)
