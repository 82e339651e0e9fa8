"""My mirror: what the manager did in the second chair. Theirs alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from exports.mirror_figures import MONTHS, Mirror, keep_goals, mirror
from exports.mirror_words import others_words
from exports.wording import date_text
from scoring.mirror_goals import MirrorGoals
from scoring.text import tr, trn
from ui.mirror_cards import MirrorCards, RepKey
from ui.mirror_charts import DRAWN
from ui.models.word_table import WordTable
from ui.screen import PlaceScreen
from ui.screens.mirror_table import mirror_headings, mirror_row
from ui.session import Session
from ui.widgets.button import LinkButton
from ui.widgets.calm_table import CalmTable
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.figure_card import Figure, FigureCard
from ui.widgets.figure_cards import FigureCards
from ui.widgets.goal_panel import GoalPanel
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text, Voice

A_YEAR = 12


class MirrorScreen(PlaceScreen):
    """The manager looks at their own habits over a time, sets goals if they like, and goes to the calls behind them.

    :signal timeline_requested: show the call with this UUID.
    :signal rep_requested: open the rep with this UUID.
    """

    LISTS = True

    timeline_requested = Signal(object)
    rep_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._months = A_YEAR
        self._header = PageHeader(tr("My mirror"), tr("For you alone: it never stands on a page."))
        self._goals_link = named(LinkButton(tr("My goals"), quiet=True), "mirror.goals")
        self._goals = named(GoalPanel(), "mirror.goal_panel")
        self._times = named(ChoiceRow(_times()), "mirror.times")
        self._what = Text("", Voice.MUTED)
        self._empty = EmptyState()
        self._one_thing = named(FigureCard(), "mirror.one_thing")
        self._cards = FigureCards("mirror.measure")
        self._nothing_yet = named(Text("", Voice.SMALL), "mirror.nothing_yet")
        self._table_title = Text(tr("The latest calls I observed"), Voice.STRONG)
        self._rows, self._table = WordTable(mirror_headings()), named(CalmTable(), "mirror.calls")
        # Once for all that is logged in one go, and not at all by whoever leads away from here.
        self._changed = QTimer(self, interval=0, singleShot=True)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self._header.add_link(self._goals_link)
        self._goals.hide()
        self._times.setAccessibleName(tr("How far back"))
        self._table.setModel(self._rows)
        self._table.setAccessibleName(tr("The latest calls I observed"))
        page = ScrollPage()
        for part in (
            self._header,
            self._goals,
            self._times,
            self._what,
            self._empty,
            self._one_thing,
            self._cards,
            self._nothing_yet,
            self._table_title,
            self._table,
        ):
            page.column.addWidget(part)
        page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        self._goals_link.clicked.connect(self._on_goals)
        self._goals.goals_chosen.connect(self._on_goals_chosen)
        self._times.chosen.connect(self._on_time)
        self._empty.action_chosen.connect(self._on_new_call)
        self._one_thing.evidence_chosen.connect(self._on_evidence)
        self._cards.evidence_chosen.connect(self._on_evidence)
        self._table.opened.connect(self._on_row)
        self.session.call_changed.connect(self._on_call_changed)
        self._changed.timeout.connect(self._on_changed)

    @override
    def title(self) -> str:
        return tr("My mirror")

    @override
    def show_now(self) -> None:
        self._look()
        next(chip for chip in self._times.chips() if chip.isChecked()).setFocus()

    def _look(self) -> None:
        self._show(self.session.ask(partial(mirror, months=self._months, now=self.session.clock.now())))

    def _show(self, found: Mirror) -> None:
        today = self.session.clock.now().date()
        cards = MirrorCards(found, today)
        self._times.set_chosen([str(self._months)])
        self._goals.show_goals(found.goals)
        self._what.setText(_what(found))
        self._show_emptiness(found)
        one_thing = cards.one_thing()
        if one_thing:
            self._one_thing.show_figure(one_thing)
        self._one_thing.setVisible(one_thing is not None)
        self._show_figures(cards.figures() if found.calls else [])
        self._rows.show_rows([mirror_row(call, cards.call_words(call)) for call in found.observed])

    def _show_figures(self, figures: Sequence[Figure]) -> None:
        """A card each; what there is nothing of yet is named in one line instead of in as many empty cards."""
        empty = [figure.title for figure in figures if _is_empty(figure)]
        self._cards.show_figures([figure for figure in figures if not _is_empty(figure)])
        words = tr("Nothing to show yet: {measures}.")
        self._nothing_yet.setText(words.format(measures=", ".join(empty)) if empty else "")
        self._nothing_yet.setVisible(bool(empty))

    def _show_emptiness(self, found: Mirror) -> None:
        is_empty = not found.calls
        self._what.setVisible(not is_empty)
        self._cards.setVisible(not is_empty)
        for part in (self._table_title, self._table):
            part.setVisible(bool(found.observed))
        self._empty.set_words(
            tr("No joint call took place in this time. After the next one you see here what you did in it."),
            tr("New joint call"),
        )
        self._empty.setVisible(is_empty)

    def _on_goals(self) -> None:
        self._goals.setVisible(not self._goals.isVisible())
        self._goals_link.setText(tr("Close my goals") if self._goals.isVisible() else tr("My goals"))

    def _on_goals_chosen(self, goals: MirrorGoals) -> None:
        self.session.ask(partial(keep_goals, goals=goals))
        self._look()

    def _on_time(self, months: str) -> None:
        """The time that is shown already needs no other look."""
        if int(months) != self._months:
            self._months = int(months)
            self._look()

    def _on_call_changed(self) -> None:
        self._changed.start()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._look()

    def _on_new_call(self) -> None:
        self.place_requested.emit("newcall")

    def _on_evidence(self, key: object) -> None:
        if isinstance(key, RepKey):
            self.rep_requested.emit(key.rep_id)
        else:
            self.timeline_requested.emit(key)

    def _on_row(self, row: int) -> None:
        self.timeline_requested.emit(self._rows.key_at(row))


def _times() -> list[tuple[str, str]]:
    words = {3: tr("Last three months"), 12: tr("Last year"), 24: tr("Last two years")}
    return [(str(months), words[months]) for months in MONTHS]


def _is_empty(figure: Figure) -> bool:
    return not (figure.value or figure.chart or figure.evidence)


def _what(found: Mirror) -> str:
    said = (_calls_words(found), _observed_words(found), others_words(found.of_others))
    whole = " ".join(filter(None, said))
    if found.calls <= DRAWN:
        return whole
    drawn = tr("All of them count; the charts draw the latest {n}.").format(n=DRAWN)
    return f"{whole} {drawn}"


def _calls_words(found: Mirror) -> str:
    words = trn("{n} joint call since {day}.", "{n} joint calls since {day}.", found.calls)
    return words.format(n=QLocale().toString(found.calls), day=date_text(found.since))


def _observed_words(found: Mirror) -> str:
    observed = len(found.step_ins.a_call.points) + len(found.step_ins.a_call.left_out)
    if observed == found.calls:
        return trn("You observed it.", "You observed all of them.", observed)
    return tr("You observed {n} of them.").format(n=QLocale().toString(observed))
