"""Seeing who had the floor, and correcting it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from exports.wording import clock_text
from scoring.entry import Floor
from scoring.floor import FloorSpan, Span
from scoring.text import tr
from ui.theme import px
from ui.widgets.floor_edges import Edge, correction_of, edge_at, edges_of, with_moved
from ui.widgets.floor_editor_bar import FloorEditorBar
from ui.widgets.floor_editor_buttons import LookButton
from ui.widgets.floor_editor_nudges import FloorNudges
from ui.widgets.floor_window import FloorWindow
from ui.widgets.floor_words import neutral_names, read_aloud, stretch_words
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.party_row import PartyRow
from ui.widgets.text import Text, Voice


class FloorEditor(QWidget):
    """A window of the call's floor as a strip. A stretch is chosen by a tap or by the arrow keys; it can be given to
    somebody else, its ends can be moved, and while the call runs somebody can be said to have it since.

    It shows what ``show_floor`` says; a correction only tells.

    :signal corrected: (Floor, from_ms, until_ms): who really had the floor; until None is up to now, and has it.
    """

    corrected = Signal(object, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: list[FloorSpan] = []
        self._edges: list[Edge] = []
        self._window = FloorWindow()
        self._names = neutral_names()
        self._is_running = False
        self._chosen_ms: int | None = None  # a time in the chosen stretch, by which it is found again
        self.bar = named(FloorEditorBar(), "floor.strip")
        self._earlier = named(LookButton(tr("Earlier")), "floor.earlier")
        self._later = named(LookButton(tr("Later")), "floor.later")
        self._closer = named(LookButton(tr("Closer")), "floor.closer")
        self._wider = named(LookButton(tr("Wider")), "floor.wider")
        self._words = named(Text(), "floor.words")
        self._give = named(PartyRow("floor.give"), "floor.give")
        self._nudges = named(FloorNudges(), "floor.ends")
        self._since_words = Text("", Voice.MUTED)
        self._since = named(PartyRow("floor.since"), "floor.since")
        self._assemble()
        self._connect()
        self._show()

    def _assemble(self) -> None:
        look = FlowLayout(spacing=px(8))
        for button in self._look_buttons():
            look.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        strip = QVBoxLayout()
        strip.setSpacing(0)
        strip.addWidget(self.bar)
        strip.addLayout(look)
        strip.addWidget(self._words)
        column.addLayout(strip)
        for part in (self._give, self._nudges, self._since_words, self._since):
            column.addWidget(part)

    def _connect(self) -> None:
        self._earlier.setAccessibleDescription(tr("Chooses the stretch before"))
        self._later.setAccessibleDescription(tr("Chooses the stretch after"))
        self._give.set_meaning(tr("Gives the chosen stretch to them"))
        self._since.set_meaning(tr("Has had the floor since then, and has it now"))
        self._earlier.clicked.connect(self.bar.pick_earlier)
        self._later.clicked.connect(self.bar.pick_later)
        self._closer.clicked.connect(self._on_closer)
        self._wider.clicked.connect(self._on_wider)
        self.bar.picked.connect(self._on_picked)
        self.bar.moved.connect(self._on_moved)
        self.bar.zoomed.connect(self._zoom)
        self.bar.panned.connect(self._on_panned)
        self._give.given.connect(self._on_given)
        self._nudges.nudged.connect(self._on_moved)
        self._since.given.connect(self._on_since)

    def _look_buttons(self) -> tuple[LookButton, ...]:
        return self._earlier, self._later, self._closer, self._wider

    # Showing

    def show_floor(self, spans: Sequence[FloorSpan], start_ms: int, end_ms: int) -> None:
        """Show who had the floor from ``start_ms`` up to ``end_ms``. The chosen stretch stays chosen while there is one
        in its place.

        :param spans: all of them, or those of the window; while the call runs as ``floor_until`` gives them, so that
            the last one is known to go on.
        """
        self._spans = [span for span in spans if span.end_ms > start_ms and span.start_ms <= end_ms]
        self._window = self._window.moved_to(start_ms, end_ms)
        self._show()

    def forget(self) -> None:
        """Show nothing, choose nothing, and look at all of what is shown next."""
        self._spans, self._window, self._chosen_ms = [], FloorWindow(), None
        self._show()

    def set_names(self, names: Mapping[Floor, str]) -> None:
        """Call them by these names; without one they stay Rep, Customer, Me and Nobody."""
        self._names = {who: names.get(who) or neutral for who, neutral in neutral_names().items()}
        self._show()

    def set_running(self, is_running: bool) -> None:
        """Say whether the call runs. While it does the last stretch goes on, somebody can be said to have the floor
        since, and keys that mean nothing here are left to the screen around."""
        self._is_running = is_running
        for part in (self._give, self._since, self._nudges):
            part.set_live(is_running)
        for button in self._look_buttons():
            button.is_live = is_running
        self._show()

    @property
    def chosen(self) -> FloorSpan | None:
        """The stretch that is chosen, or None."""
        number = self._number()
        return None if number is None else self._spans[number]

    @property
    def view(self) -> Span:
        """What is seen of the window."""
        return self._window.view

    def _number(self) -> int | None:
        if self._chosen_ms is None:
            return None
        number = bisect_right(self._spans, self._chosen_ms, key=_start_of) - 1
        return number if number >= 0 and self._chosen_ms < self._spans[number].end_ms else None

    def _goes_on(self, span: FloorSpan) -> bool:
        return self._is_running and span is self._spans[-1] and span.end_ms >= self._window.end_ms

    def _show(self) -> None:
        window, chosen = self._window, self.chosen
        self._chosen_ms = _middle_of(chosen) if chosen else None
        goes_on = bool(self._spans) and self._goes_on(self._spans[-1])
        self._edges = edges_of(self._spans, window.start_ms, window.end_ms, goes_on=goes_on)
        self.bar.show_stretches(self._spans, self._edges, window.view, self._number())
        self._show_words(chosen)
        self._show_parties(chosen)
        self._show_ends(chosen)

    def _show_words(self, chosen: FloorSpan | None) -> None:
        words = tr("Choose a stretch to correct it.") if self._spans else tr("Nothing was tapped here.")
        heard = tr("Who had the floor")
        if chosen is not None:
            words = stretch_words(chosen, self._names, goes_on=self._goes_on(chosen))
            heard = tr("{words}. {heading}").format(words=words, heading=heard)
        self._words.set_voice(Voice.STRONG if chosen else Voice.MUTED)
        self._words.setText(words)
        self.bar.setAccessibleName(heard)
        view = self._window.view
        seen = [span for span in self._spans if span.end_ms > view.start_ms and span.start_ms < view.end_ms]
        goes_on = bool(seen) and self._goes_on(seen[-1])
        self.bar.setAccessibleDescription(read_aloud(seen, self._names, goes_on=goes_on))

    def _show_parties(self, chosen: FloorSpan | None) -> None:
        self._keep_keys(chosen)
        for row in (self._give, self._since):
            row.set_names(self._names)
        self._give.setEnabled(chosen is not None)
        self._give.set_chosen(chosen.who if chosen else None)
        if chosen is not None:
            words = tr("Since {time}, up to now")
            self._since_words.setText(words.format(time=clock_text(chosen.start_ms)))
        for part in (self._since_words, self._since):
            part.setVisible(self._asks_since(chosen))

    def _asks_since(self, chosen: FloorSpan | None) -> bool:
        return self._is_running and chosen is not None and not self._goes_on(chosen)

    def _keep_keys(self, chosen: FloorSpan | None) -> None:
        """Let the strip take the keys from what is about to go: Qt would give them to whatever is next, a field too."""
        leaving = [] if self._asks_since(chosen) else [self._since]
        leaving += [] if chosen else [self._give, self._nudges]
        now = QApplication.focusWidget()
        if now is not None and any(part.isAncestorOf(now) for part in leaving):
            self.bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_ends(self, chosen: FloorSpan | None) -> None:
        start = edge_at(self._edges, chosen.start_ms) if chosen else None
        end = edge_at(self._edges, chosen.end_ms) if chosen else None
        self._nudges.show_edges(start, end)
        self._nudges.setVisible(bool(start or end))

    # Looking

    def _on_picked(self, number: int) -> None:
        self._chosen_ms = _middle_of(self._spans[number])
        self._window = self._window.showing(self._spans[number])
        self._show()

    def _on_closer(self) -> None:
        self._zoom(1)

    def _on_wider(self) -> None:
        self._zoom(-1)

    def _zoom(self, steps: int) -> None:
        self._window = self._window.zoomed(steps, self._chosen_ms)
        self._show()

    def _on_panned(self, ms: int) -> None:
        self._window = self._window.panned(ms)
        self._show()

    # Correcting

    def _on_given(self, who: Floor) -> None:
        chosen = self.chosen
        if chosen is not None and who != chosen.who:
            until_ms = None if self._goes_on(chosen) else chosen.end_ms
            self.corrected.emit(who, chosen.start_ms, until_ms)

    def _on_since(self, who: Floor) -> None:
        if self.chosen is not None:
            self.corrected.emit(who, self.chosen.start_ms, None)

    def _on_moved(self, edge: Edge, to_ms: int) -> None:
        correction = correction_of(edge, to_ms)
        if correction is None:
            return
        number = self._number()
        if number is not None:
            self._chosen_ms = _middle_of(with_moved(self._spans, edge, to_ms)[number])
        self.corrected.emit(correction.who, correction.from_ms, correction.until_ms)


def _start_of(span: Span) -> int:
    return span.start_ms


def _middle_of(span: Span) -> int:
    return span.start_ms + span.length_ms // 2
