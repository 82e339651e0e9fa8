"""A text in a box: set at the box's width, cut where the page has no room, drawn with its tag."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from exports.page.clean import clean_line, clean_text
from exports.page.drawing import Cut, Drawing, Fit
from exports.page.fonts import font_stack
from exports.page.rows import Piece, Rows, RowSetter
from exports.page.shaping import Shaped, rough_width, shape
from exports.page.sheet import Sheet
from exports.page.style import BODY, SMALL, TextStyle
from exports.summary import CutWords

LONGEST_SHOWN = 8_000
"""A page of letters at the smallest size holds fewer; what comes after is only counted."""

_TALLEST_ASCENT, _DEEPEST_DESCENT = 1200.0, 550.0
_STEP, _SAMPLE = 100, 500


@dataclass(slots=True)
class Setting:
    """What all texts of a page share: language, direction (1 runs from the right), words for a cut.

    ``boxes`` are those made so far that may be cut, in reading order.
    """

    language: str
    level: int
    cut: CutWords
    boxes: list[TextBox] = field(default_factory=list)
    _shaped: dict[tuple[str, bool, bool], Shaped] = field(default_factory=dict)

    def text(
        self,
        text: str,
        part: str,
        width: float,
        style: TextStyle = BODY,
        *,
        weight: int = 1,
        note: str = "",
        own_direction: bool = True,
    ) -> TextBox:
        """Make a box that may be cut.

        :param width: about how wide the box will be, in points.
        :param weight: how many lines it may have for each line of another text.
        :param note: stands after the text and is never cut.
        :param own_direction: False for texts that begin with a name but are in the page's language.
        """
        order = len(self.boxes)
        box = TextBox(self, text, part, style, _Terms(weight, order, width, own_direction), note)
        self.boxes.append(box)
        return box

    def name(self, text: str, part: str, style: TextStyle = BODY) -> TextBox:
        """:returns: a box for a name, which is never cut unless the names alone are more than a page."""
        return TextBox(self, clean_line(text), part, style, _Terms(None, 0, 0.0, False))

    def whole(self, text: str, part: str, style: TextStyle = BODY) -> TextBox:
        """:returns: a box for a text that is cut as little as a name, and has its own lines and direction."""
        return TextBox(self, text, part, style, _Terms(None, 0, 0.0, True))

    def shaped(self, text: str, style: TextStyle, *, own_direction: bool = True) -> Shaped:
        """:returns: ``text`` shaped for this page; a text that comes twice is shaped once."""
        key = (text, style.bold, own_direction)
        if key not in self._shaped:
            self._shaped[key] = shape(
                text,
                bold=style.bold,
                language=self.language,
                base=self.level,
                own_direction=own_direction,
            )
        return self._shaped[key]

    def announcement(self, left_out: int) -> Shaped:
        """:returns: the words that so many characters were left out."""
        return self.shaped(clean_line(self.cut.text.format(n=left_out)), SMALL)


class _Terms(NamedTuple):
    """How a box takes part in fitting; a ``weight`` of None is a name's."""

    weight: int | None
    order: int
    nominal_width: float
    own_direction: bool


class _Metrics(NamedTuple):
    """Points at one size of the body: the text's own size, the distance of its baselines, the first one's depth."""

    size: float
    leading: float
    baseline: float


class TextBox:
    """One text of the page, empty or not."""

    def __init__(
        self, setting: Setting, text: str, part: str, style: TextStyle, terms: _Terms, note: str = ""
    ) -> None:
        self.terms = terms
        self._setting = setting
        self.part = part
        self._style = style
        self._text = clean_text(text[:LONGEST_SHOWN])
        self._more = max(0, len(text) - LONGEST_SHOWN)
        self._note = clean_line(note)
        self._limit = len(self._text)
        self._setter: RowSetter | None = None
        self._metrics: dict[float, _Metrics] = {}
        self._rows: dict[tuple[float, float, int | None], Rows] = {}

    def __bool__(self) -> bool:
        return bool(self._text or self._note)

    def rough_lines(self, size: float) -> float:
        """:returns: about how many lines it takes at its nominal width; nothing is shaped for that."""
        width = self.terms.nominal_width * 1000 / self._style.size(size)
        sample = self._text[:_SAMPLE]
        share = len(self._text) / max(1, len(sample))
        return rough_width(sample, self._style.bold) * share / width + self._text.count("\n") + bool(sample)

    def shape_at_most(self, lines: float, size: float) -> None:
        """Leave out what is beyond about ``lines`` lines, before anything is shaped."""
        room = lines * self.terms.nominal_width * 1000 / self._style.size(size)
        for end in range(_STEP, len(self._text), _STEP):
            room -= rough_width(self._text[end - _STEP : end], self._style.bold)
            if room < 0:
                self._limit = end
                return

    def natural_width(self, fit: Fit) -> float:
        """:returns: how wide it is on one line, in points, without its note."""
        return self._main.reach[-1] * self._measure(fit).size / 1000

    def line_height(self, fit: Fit) -> float:
        """:returns: the distance of its baselines in points."""
        return self._measure(fit).leading

    def baseline(self, fit: Fit) -> float:
        """:returns: how far below its top the first baseline is, in points."""
        return self._measure(fit).baseline

    def height(self, width: float, fit: Fit) -> float:
        """:returns: the height in points at ``width`` points; 0 for an empty text."""
        return len(self._set(width, fit).rows) * self._measure(fit).leading if self else 0.0

    def draw(
        self,
        drawing: Drawing,
        x: float,
        y: float,
        width: float,
        fit: Fit,
        *,
        role: str = "P",
        at_end: bool = False,
    ) -> None:
        """Draw it with its upper corner at ``x``, ``y``; note what was cut and what no font has.

        :param role: its tag; empty if the caller has opened one and its marks.
        :param at_end: whether it stands at the far side of its box.
        """
        if not self:
            return
        rows = self._set(width, fit)
        self._report(drawing, rows)
        if not role:
            self._draw_rows(drawing.sheet, rows, x, y, width, fit, at_end, then_more=True)
            return
        with drawing.sheet.tags.element(role, spoken=_spoken(rows)), drawing.sheet.marks():
            self._draw_rows(drawing.sheet, rows, x, y, width, fit, at_end)

    @cached_property
    def _main(self) -> Shaped:
        text = self._text[: self._limit]
        return self._setting.shaped(text, self._style, own_direction=self.terms.own_direction)

    def _measure(self, fit: Fit) -> _Metrics:
        if fit.size not in self._metrics:
            self._metrics[fit.size] = _metrics(self._main, self._style, fit.size)
        return self._metrics[fit.size]

    def _allowed(self, fit: Fit) -> int | None:
        if self.terms.weight is None:
            return fit.names
        if fit.lines is None:
            return None
        return self.terms.weight * fit.lines + (self.terms.order < fit.bonus)

    def _set(self, width: float, fit: Fit) -> Rows:
        size, allowed = self._measure(fit).size, self._allowed(fit)
        key = (width, size, allowed)
        if key not in self._rows:
            self._setter = self._setter or self._new_setter()
            self._rows[key] = self._setter.rows(width * 1000 / size, allowed)
        return self._rows[key]

    def _new_setter(self) -> RowSetter:
        return RowSetter(
            self._main,
            self._style.colour,
            unshaped=len(self._text) - self._limit + self._more,
            announce=self._setting.announcement,
            note=self._setting.shaped(self._note, SMALL) if self._note else None,
            balanced=self._style.balanced,
        )

    def _report(self, drawing: Drawing, rows: Rows) -> None:
        if rows.left_out:
            drawing.cuts.append(Cut(part=self.part, count=rows.left_out, unit="characters"))
        for row in rows.rows:
            for piece in row:
                shown = (character for character in piece.shaped.missing if character in piece.text)
                drawing.missing.update(dict.fromkeys(shown))

    def _draw_rows(
        self,
        sheet: Sheet,
        rows: Rows,
        x: float,
        y: float,
        width: float,
        fit: Fit,
        at_end: bool,
        *,
        then_more: bool = False,
    ) -> None:
        size, leading, depth = self._measure(fit)
        # one line of a text that runs the other way stays with its neighbours, a paragraph of it does not
        far = at_end or (self._main.level != self._setting.level and len(rows.rows) > 1)
        last = rows.rows[-1][-1]
        for i, row in enumerate(rows.rows):
            for piece in row:
                offset, end = piece.offset * size / 1000, piece.end * size / 1000
                left = x + width - end if far else x + offset
                baseline = y + depth + i * leading
                more = piece.then_more or (then_more and piece is last)
                sheet.text(piece.shaped, piece.line, left, baseline, size, piece.colour, then_more=more)


def _metrics(shaped: Shaped, style: TextStyle, body: float) -> _Metrics:
    """Scripts with taller letters than Latin get a taller line."""
    latin = font_stack(style.bold).main
    size, leading = style.size(body), style.leading
    ascent, descent = min(shaped.ascent, _TALLEST_ASCENT), min(shaped.descent, _DEEPEST_DESCENT)
    if shaped.ascent > latin.ascent or shaped.descent > latin.descent:
        leading = max(leading, (ascent + descent) / 1000)
    depth = (leading - (ascent + descent) / 1000) / 2 + ascent / 1000
    return _Metrics(size, leading * size, depth * size)


def _spoken(rows: Rows) -> str:
    """The words in their own order where the drawn order or the glyphs could mislead, else nothing."""
    pieces = [piece for row in rows.rows for piece in row]
    if all(piece.shaped.plain for piece in pieces):
        return ""
    return "".join(piece.text + _between(piece, after) for piece, after in zip_longest(pieces, pieces[1:]))


def _between(piece: Piece, after: Piece | None) -> str:
    """What is read between two pieces: nothing where a line ends inside a word."""
    continues = after and not piece.then_more and after.line.start == piece.line.end
    return "" if after is None or continues else " "
