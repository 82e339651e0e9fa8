"""The one sheet of paper: takes marks in points from its upper left corner and keeps them as PDF operators."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import lru_cache

from exports.page.embed import EmbeddedFont
from exports.page.fonts import Face, Ink
from exports.page.glyphs import run_operators
from exports.page.lines import Line
from exports.page.objects import array, dictionary, name, number
from exports.page.shaping import Shaped
from exports.page.style import MARGINS, Colour, Margins
from exports.page.tags import TagTree

_ROUND = 0.5523
"""How far the handles of a quarter circle's curve are from its ends, over its radius."""

Box = tuple[float, float, float, float]
"""Left and upper edge, width and height."""


class Sheet:
    """Collects what is drawn.

    ``mirrored`` swaps left and right of everything but the letters, for pages in a language that runs from the
    right. No ink of a letter reaches into the ``margins``. Everything is drawn inside ``marks`` (of the element open in
    ``tags``) or ``decoration``.
    """

    def __init__(
        self, width: float, height: float, *, mirrored: bool = False, margins: Margins = MARGINS
    ) -> None:
        self.width = width
        self.height = height
        self.mirrored = mirrored
        self.margins = margins
        self.tags = TagTree()
        self.fonts: dict[Face, EmbeddedFont] = {}
        self._operators: list[str] = []
        self._colour: Colour | None = None

    @property
    def content(self) -> bytes:
        """The operators so far."""
        return "\n".join(self._operators).encode("ascii")

    @contextmanager
    def marks(self) -> Generator[None]:
        """What is drawn meanwhile belongs to the open element."""
        role, mark = self.tags.mark()
        self._operators.append(f"/{role} <</MCID {mark}>> BDC")
        yield
        self._operators.append("EMC")

    @contextmanager
    def decoration(self) -> Generator[None]:
        """What is drawn meanwhile carries no meaning of its own."""
        self._operators.append("/Artifact <</Type /Layout>> BDC")
        yield
        self._operators.append("EMC")

    def box_attributes(self, x: float, y: float, width: float, height: float) -> str:
        """:returns: the attributes of a figure that stands in this box."""
        left = self._left(x, width)
        corners = (left, self.height - y - height, left + width, self.height - y)
        return dictionary(O=name("Layout"), Placement=name("Block"), BBox=array(map(number, corners)))

    def fill_box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle."""
        self._set_colour(colour)
        self._operators.append(f"{self._box(x, y, width, height)} f")

    def outline_box(
        self, x: float, y: float, width: float, height: float, colour: Colour, thickness: float
    ) -> None:
        """Draw the outline of a rectangle, inside it."""
        half = thickness / 2
        box = self._box(x + half, y + half, width - thickness, height - thickness)
        self._operators.append(f"{_colour(colour)} RG {number(thickness)} w {box} S")

    def hatch_boxes(self, boxes: list[Box], colour: Colour, step: float) -> None:
        """Fill rectangles with slanting lines that run on from one to the next."""
        if not boxes:
            return
        lines = [line for box in boxes for line in self._slanting(box, step)]
        clips = " ".join(self._box(*box) for box in boxes)
        self._operators.append(f"q {clips} W n {_colour(colour)} RG {number(step * 0.42)} w")
        self._operators.extend(dict.fromkeys(lines))
        self._operators.append("Q")

    def rule(self, x: float, y: float, width: float, colour: Colour, thickness: float) -> None:
        """Draw a level line whose upper edge is at ``y``."""
        self.fill_box(x, y, width, thickness, colour)

    def dot(self, x: float, y: float, radius: float, colour: Colour, *, filled: bool) -> None:
        """Draw a circle around a point; a hollow one has the same outer size."""
        thickness = 0.0 if filled else 0.8
        place = f"1 0 0 1 {number(self._left(x, 0))} {number(self.height - y)} cm"
        circle = _circle(radius - thickness / 2)
        if filled:
            self._set_colour(colour)
            self._operators.append(f"q {place} {circle} f Q")
        else:
            self._operators.append(f"q {place} {_colour(colour)} RG {number(thickness)} w {circle} S Q")

    def text(
        self,
        shaped: Shaped,
        line: Line,
        x: float,
        baseline: float,
        size: float,
        colour: Colour,
        *,
        then_more: bool = False,
    ) -> None:
        """Draw one line of a shaped text from ``x`` on, and the blank after it, which takes no room.

        The blank keeps the words of two lines from being read as one.

        :param then_more: whether another text is read behind this one.
        """
        width = shaped.width(line.start, line.end) * size / 1000
        ink = Ink(*(edge * size / 1000 for edge in shaped.ink(line.start, line.end)))
        left, squeeze = self._between_sides(ink, self._left(x, width))
        baseline = self._between_ends(ink, baseline)
        self._set_colour(colour)
        whole = _with_blank(shaped, line)
        runs = shaped.visual(whole.start, whole.end)
        then_more = then_more or shaped.text[line.end : line.end + 1] == "\n"
        then_blank = then_more and shaped.plain and whole is line
        if squeeze != 1:
            self._operators.append(f"q {number(100 * squeeze)} Tz")
        for run in runs:
            font = self._font(run.face)
            operators, advance = run_operators(
                shaped, run, whole, font, size, then_blank=then_blank and run is runs[-1]
            )
            if operators:
                place = f"1 0 0 1 {number(left)} {number(self.height - baseline)} Tm"
                self._operators.append(f"BT /{font.resource} {number(size)} Tf {place}")
                self._operators.extend(operators)
                self._operators.append("ET")
            left += advance * squeeze * size / 1000
        if squeeze != 1:
            self._operators.append("Q")

    def _between_sides(self, ink: Ink, left: float) -> tuple[float, float]:
        """Keep a line between the margins, tails and marks that reach out of it included.

        :returns: where it starts, and how much narrower it is made if even so it is too wide.
        """
        side, width = self.margins.side, ink.right - ink.left
        squeeze = min(1.0, (self.width - 2 * side) / width) if width else 1.0
        least, most = side - ink.left * squeeze, self.width - side - ink.right * squeeze
        return max(least, min(left, most)), squeeze

    def _between_ends(self, ink: Ink, baseline: float) -> float:
        least, most = self.margins.top + ink.top, self.height - self.margins.bottom + ink.bottom
        return max(least, min(baseline, most))

    def _font(self, face: Face) -> EmbeddedFont:
        if face not in self.fonts:
            self.fonts[face] = EmbeddedFont(face, f"F{len(self.fonts) + 1}")
        return self.fonts[face]

    def _left(self, x: float, width: float) -> float:
        return self.width - x - width if self.mirrored else x

    def _box(self, x: float, y: float, width: float, height: float) -> str:
        corner = f"{number(self._left(x, width))} {number(self.height - y - height)}"
        return f"{corner} {number(width)} {number(height)} re"

    def _slanting(self, box: Box, step: float) -> Iterator[str]:
        x, y, width, height = box
        left, bottom = self._left(x, width), self.height - y - height
        start = int((left - height) / step)
        for i in range(start, int((left + width) / step) + 1):
            foot = i * step
            yield f"{number(foot)} {number(bottom)} m {number(foot + height)} {number(bottom + height)} l S"

    def _set_colour(self, colour: Colour) -> None:
        if colour != self._colour:
            self._operators.append(f"{_colour(colour)} rg")
            self._colour = colour


@lru_cache
def _circle(radius: float) -> str:
    """The path of a circle around the origin, of four curves."""
    handle = radius * _ROUND
    path = [f"{number(radius)} 0 m"]
    for from_x, from_y, to_x, to_y in ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0)):
        points = (
            from_x * radius + to_x * handle,
            from_y * radius + to_y * handle,
            to_x * radius + from_x * handle,
            to_y * radius + from_y * handle,
            to_x * radius,
            to_y * radius,
        )
        path.append(f"{' '.join(map(number, points))} c")
    return " ".join(path)


def _with_blank(shaped: Shaped, line: Line) -> Line:
    if shaped.plain and shaped.text[line.end : line.end + 1] == " ":
        return Line(line.start, line.end + 1)
    return line


def _colour(colour: Colour) -> str:
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") or "0" for part in colour)
