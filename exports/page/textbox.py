"""A text in a box: broken to the box's width, cut where the page has no room, its cut announced."""

from __future__ import annotations

from dataclasses import dataclass, field

from exports.page.clean import clean_line, clean_text
from exports.page.drawing import Cut, Drawing, Fit
from exports.page.fonts import font_stack
from exports.page.lines import Breaker, Line
from exports.page.shaping import Shaped, rough_width, shape
from exports.page.sheet import Sheet
from exports.page.style import BODY, SMALL, Colour, TextStyle
from exports.summary import CutWords

LONGEST_SHOWN = 15_000
"""No page can show more characters of one text, whatever they are; what comes after is only counted."""

_TALLEST_ASCENT, _DEEPEST_DESCENT = 1200.0, 550.0


@dataclass(slots=True)
class Setting:
    """What all texts of a page share: language, direction (1 runs from the right), words for a cut, and the boxes
    made so far."""

    language: str
    level: int
    cut: CutWords
    boxes: list[TextBox] = field(default_factory=list)

    def text(
        self, text: str, part: str, width: float, style: TextStyle = BODY, *, weight: int = 1, note: str = ""
    ) -> TextBox:
        """:param width: about how wide the box will be, in points.
        :param weight: how many lines it may have for each line of another text.
        :param note: stands after the text and is never cut.
        :returns: a box that may be cut.
        """
        box = TextBox(self, text, part, style, weight=weight, order=len(self.boxes), note=note, width=width)
        self.boxes.append(box)
        return box

    def name(self, text: str, part: str, style: TextStyle = BODY) -> TextBox:
        """:returns: a box for a name, which is never cut unless the names alone are more than a page."""
        return TextBox(self, clean_line(text), part, style)

    def shaped(self, text: str, style: TextStyle) -> Shaped:
        """:returns: ``text`` shaped for this page."""
        return shape(text, bold=style.bold, language=self.language, base=self.level)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line of a shaped text in a row, ``offset`` thousandths from where the row starts."""

    shaped: Shaped
    line: Line
    offset: float
    colour: Colour

    @property
    def end(self) -> float:
        return self.offset + self.shaped.width(self.line.start, self.line.end)


@dataclass(frozen=True, slots=True)
class _Set:
    """A text set for one width and size; ``left_out`` characters are not in it."""

    rows: list[list[_Piece]]
    left_out: int


class _Tail:
    """A short text that follows another one: on the same row if there is room."""

    def __init__(self, shaped: Shaped, colour: Colour) -> None:
        self.shaped = shaped
        self.colour = colour
        self.width = shaped.width(0, len(shaped.text))
        self._breaker = Breaker(shaped)

    def append_to(self, rows: list[list[_Piece]], width: float, gap: float) -> None:
        start = rows[-1][-1].end + gap if rows and rows[-1] else 0.0
        if rows and start + self.width <= width:
            rows[-1].append(_Piece(self.shaped, Line(0, len(self.shaped.text)), start, self.colour))
        else:
            rows.extend([_Piece(self.shaped, line, 0.0, self.colour)] for line in self._breaker.lines(width))


class TextBox:
    """One text of the page, empty or not."""

    def __init__(
        self,
        setting: Setting,
        text: str,
        part: str,
        style: TextStyle,
        *,
        weight: int | None = None,
        order: int = 0,
        note: str = "",
        width: float = 0.0,
    ) -> None:
        self.part = part
        self.style = style
        self.weight = weight
        self.nominal_width = width
        self._setting = setting
        self._order = order
        self._text = clean_text(text[:LONGEST_SHOWN])
        self._more = max(0, len(text) - LONGEST_SHOWN)
        self._note = clean_line(note)
        self._limit = len(self._text)
        self._shaped: Shaped | None = None
        self._known: dict[tuple[float, float, int | None], _Set] = {}

    def __bool__(self) -> bool:
        return bool(self._text or self._note)

    @property
    def right_to_left(self) -> bool:
        """Whether the text itself runs from the right."""
        return self._main.level == 1

    def rough_lines(self, size: float) -> float:
        """:returns: about how many lines it takes at its nominal width; nothing is shaped for that."""
        width = self.nominal_width * 1000 / self.style.size(size)
        return rough_width(self._text, self.style.bold) / width + self._text.count("\n") + bool(self._text)

    def shape_at_most(self, lines: float, size: float) -> None:
        """Forget what does not fit about ``lines`` lines, before anything is shaped."""
        room = lines * self.nominal_width * 1000 / self.style.size(size)
        for end in range(0, len(self._text), 100):
            room -= rough_width(self._text[end : end + 100], self.style.bold)
            if room < 0:
                self._limit = min(end + 100, len(self._text))
                return

    def natural_width(self, fit: Fit) -> float:
        """:returns: how wide it is on one line, in points, without its note."""
        return self._main.width(0, len(self._main.text)) * self.style.size(fit.size) / 1000

    def line_height(self, fit: Fit) -> float:
        """:returns: the distance of its baselines in points."""
        ascent, descent = self._extents()
        latin = font_stack(self.style.bold).main
        tall = self._main.ascent > latin.ascent or self._main.descent > latin.descent
        leading = max(self.style.leading, (ascent + descent) / 1000) if tall else self.style.leading
        return leading * self.style.size(fit.size)

    def height(self, width: float, fit: Fit) -> float:
        """:returns: the height in points at ``width`` points; 0 for an empty text."""
        return len(self._set(width, fit).rows) * self.line_height(fit) if self else 0.0

    def baseline(self, fit: Fit) -> float:
        """:returns: how far below its top the first baseline is."""
        ascent, descent = self._extents()
        size = self.style.size(fit.size)
        return (self.line_height(fit) - (ascent + descent) * size / 1000) / 2 + ascent * size / 1000

    def draw(
        self,
        drawing: Drawing,
        x: float,
        y: float,
        width: float,
        fit: Fit,
        *,
        role: str = "P",
        end: bool = False,
    ) -> None:
        """Draw it with its upper corner at ``x``, ``y`` and note what was cut or has no glyph.

        :param role: its tag; empty if the caller has opened one and its marks.
        :param end: whether it stands at the far side of its box.
        """
        if not self:
            return
        text = self._set(width, fit)
        self._report(drawing, text)
        if not role:
            self._draw_rows(drawing.sheet, text, x, y, width, fit, end=end)
            return
        with drawing.sheet.tags.element(role, spoken=self._spoken(text)), drawing.sheet.marks():
            self._draw_rows(drawing.sheet, text, x, y, width, fit, end=end)

    @property
    def _main(self) -> Shaped:
        if self._shaped is None:
            self._shaped = self._setting.shaped(self._text[: self._limit], self.style)
            self._breaker = Breaker(self._shaped)
        return self._shaped

    def _extents(self) -> tuple[float, float]:
        return min(self._main.ascent, _TALLEST_ASCENT), min(self._main.descent, _DEEPEST_DESCENT)

    def _allowed(self, fit: Fit) -> int | None:
        if self.weight is None:
            return fit.names
        if fit.lines is None:
            return None
        return self.weight * fit.lines + (self._order < fit.bonus)

    def _set(self, width: float, fit: Fit) -> _Set:
        size, allowed = self.style.size(fit.size), self._allowed(fit)
        key = (width, size, allowed)
        if key not in self._known:
            self._known[key] = self._arrange(width * 1000 / size, allowed)
        return self._known[key]

    def _arrange(self, width: float, allowed: int | None) -> _Set:
        main = self._main
        lines = self._breaker.lines(width) if main.text else []
        whole = self._limit == len(self._text) and not self._more
        rows = self._rows(lines, width)
        if whole and (allowed is None or len(rows) <= allowed):
            return _Set(rows, 0)
        return self._cut(lines, width, len(lines) if allowed is None else allowed)

    def _rows(self, lines: list[Line], width: float, announcement: _Tail | None = None) -> list[list[_Piece]]:
        rows = [[_Piece(self._main, line, 0.0, self.style.colour)] for line in lines]
        for tail in (announcement, self._note_tail()):
            if tail:
                tail.append_to(rows, width, self._gap())
        return rows

    def _cut(self, lines: list[Line], width: float, allowed: int) -> _Set:
        """As many lines as leave room for the announcement."""
        widest = self._announcement(len(self._text) + self._more)
        room = width - widest.width - self._gap()
        for count in range(min(allowed, len(lines)), -1, -1):
            kept = self._make_room(lines[:count], room)
            left_out = self._left_out(kept)
            rows = self._rows(kept, width, self._announcement(left_out) if left_out else None)
            if len(rows) <= allowed or not count:
                return _Set(rows, left_out)
        raise AssertionError("the last try always returns")

    def _make_room(self, lines: list[Line], room: float) -> list[Line]:
        """Shorten the last line so that the announcement can stand behind it."""
        if not lines or room <= 0:
            return lines
        last = lines[-1]
        end = self._breaker.shorten(last, room)
        return [*lines[:-1], Line(last.start, end)] if end > last.start else lines[:-1]

    def _left_out(self, kept: list[Line]) -> int:
        end = kept[-1].end if kept else 0
        return len(self._text[end:].lstrip()) + self._more

    def _announcement(self, count: int) -> _Tail:
        words = clean_line(self._setting.cut.text.format(n=count))
        return _Tail(self._setting.shaped(words, SMALL), SMALL.colour)

    def _note_tail(self) -> _Tail | None:
        return _Tail(self._setting.shaped(self._note, SMALL), SMALL.colour) if self._note else None

    def _gap(self) -> float:
        return 300.0

    def _report(self, drawing: Drawing, text: _Set) -> None:
        if text.left_out:
            drawing.cuts.append(Cut(part=self.part, count=text.left_out, unit="characters"))
        for row in text.rows:
            for piece in row:
                shown = piece.shaped.text[piece.line.start : piece.line.end]
                drawing.missing.update(dict.fromkeys(c for c in piece.shaped.missing if c in shown))

    def _spoken(self, text: _Set) -> str:
        """The words in their own order where the drawn order or the glyphs could mislead."""
        pieces = [piece for row in text.rows for piece in row]
        if all(piece.shaped.plain for piece in pieces):
            return ""
        return " ".join(piece.shaped.text[piece.line.start : piece.line.end] for piece in pieces)

    def _draw_rows(
        self, sheet: Sheet, text: _Set, x: float, y: float, width: float, fit: Fit, *, end: bool
    ) -> None:
        size = self.style.size(fit.size)
        baseline = y + self.baseline(fit)
        far = end or (self._main.level != self._setting.level and len(text.rows) > 1)
        for row in text.rows:
            for piece in row:
                offset, reach = piece.offset * size / 1000, piece.end * size / 1000
                left = x + width - reach if far else x + offset
                sheet.text(piece.shaped, _with_blank(piece), left, baseline, size, piece.colour)
            baseline += self.line_height(fit)


def _with_blank(piece: _Piece) -> Line:
    """The blank after a line is drawn too, so that the words of two lines are not read as one."""
    end = piece.line.end
    if piece.shaped.plain and end < len(piece.shaped.text) and piece.shaped.text[end] == " ":
        return Line(piece.line.start, end + 1)
    return piece.line
