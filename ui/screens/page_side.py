"""What stands beside the page: what it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from exports.wording import near_date_text, quoted
from scoring.debrief import Commitment
from scoring.page_versions import PageVersion
from scoring.text import tr
from ui.layouts import tab_through
from ui.page_words import acknowledged_words, handed_over_words, page_words
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField
from ui.widgets.named import named
from ui.widgets.painting import shown
from ui.widgets.paper_side import PaperSide
from ui.widgets.reminder_list import Remindable, ReminderList
from ui.widgets.text import Text, Voice

SHORT_WORDS = 40  # characters of a commitment that only says which one it is


class PageSide(PaperSide):
    """Beside the coaching summary: whether the coaching is still open, and the way to the debrief.

    :signal debrief_chosen: go on with the debrief.
    :signal acknowledge_chosen: say what became of the printed sheet.
    :signal way_on_chosen: go where a page comes from, when there is none yet.
    :signal page_chosen: show another page of the call: its number, from 1, as text.
    """

    debrief_chosen = Signal()
    acknowledge_chosen = Signal()
    way_on_chosen = Signal()
    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", tr("Back"), parent)
        self._coaching_open = False
        self._offered: Sequence[tuple[str, str]] = ()
        self.way_on = named(PrimaryButton(), "page.way_on")
        self._carried = named(Text("", Voice.SMALL), "page.carried")
        self._coaching = named(Text(tr("The coaching is still open."), Voice.MUTED), "page.coaching")
        self.debrief = named(LinkButton(tr("Go on with the debrief")), "page.debrief")
        self._pages = named(ChoiceRow(), "page.pages")
        self._pages_field = LabelledField(tr("The pages of this call"), self._pages)
        self._handed_over = named(Text("", Voice.MUTED), "page.handed_over")
        self._archived = named(Text("", Voice.MUTED), "page.archived")
        self._acknowledged = named(Text("", Voice.BODY), "page.acknowledged")
        self.acknowledge = named(LinkButton(), "page.acknowledge")
        self.reminders = named(ReminderList(), "page.reminders")
        self.about_file.addWidget(self._carried)
        self.own.setSpacing(px(12))
        for part in (self._pages_field, self._handed_over, self._archived, self._acknowledged):
            self.own.addWidget(part)
        self.own.addWidget(self.acknowledge, 0, Qt.AlignmentFlag.AlignLeft)
        self.own.addWidget(self.reminders)
        self.own.addWidget(self._coaching)
        self.own.addWidget(self.debrief, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.insertWidget(
            self.column.indexOf(self._actions), self.way_on, 0, Qt.AlignmentFlag.AlignLeft
        )
        self._pages.chosen.connect(self.page_chosen)
        self.way_on.clicked.connect(self.way_on_chosen)
        self.debrief.clicked.connect(self.debrief_chosen)
        self.acknowledge.clicked.connect(self.acknowledge_chosen)

    def show_call(self, title: str, subtitle: str, *, coaching_open: bool, spoken: str) -> None:
        """Say which call the page is about.

        :param spoken: the first name of the rep, if what they said about themselves is in the record; else empty.
        """
        self.show_head(title, subtitle)
        self._carried.setText(_carried_words(spoken))
        self._coaching.setVisible(coaching_open)
        self._coaching_open = coaching_open

    def show_pages(self, versions: Sequence[PageVersion], shown: PageVersion, *, change_begun: bool) -> None:
        """Offer the pages there are, and say who has the one that is shown.

        :param versions: all of the call; the last is the page as it stands.
        :param change_begun: something else than what was agreed is written, and not yet agreed.
        """
        is_last = shown.number == versions[-1].number
        self._offer([(str(version.number), page_words(version)) for version in versions])
        self._pages.set_chosen([str(shown.number)])
        self._handed_over.setText(handed_over_words(shown, is_replaced=not is_last))
        self._show_acknowledgement(shown, is_last=is_last)
        self.debrief.setVisible(is_last)
        self.debrief.setText(self._debrief_words(shown, change_begun=change_begun))

    def show_archived(self, sentence: str) -> None:
        """Say whether the archive has the page that is shown; nothing where there is nothing to say."""
        self._archived.setText(sentence)
        self._archived.setVisible(bool(sentence))

    def show_commitments(self, commitments: Sequence[Commitment], today: date) -> None:
        """Offer a reminder for each commitment whose day is still to come."""
        coming = [(n, item) for n, item in enumerate(commitments) if item.check_on and item.check_on >= today]
        self.reminders.show_reminders([_remindable(n, item, today, of=len(coming)) for n, item in coming])

    def _show_acknowledgement(self, shown: PageVersion, *, is_last: bool) -> None:
        acknowledgement = shown.acknowledgement
        self._acknowledged.setText(acknowledged_words(acknowledgement) if acknowledgement else "")
        self._acknowledged.setVisible(acknowledgement is not None)
        self.acknowledge.setText(
            tr("Change what became of it") if acknowledgement else tr("Record the signature")
        )
        self.acknowledge.setVisible(is_last and shown.handed_over is not None)

    def _offer(self, pages: Sequence[tuple[str, str]]) -> None:
        self._pages_field.setVisible(len(pages) > 1)
        if pages != self._offered:  # the chip that was pressed keeps the focus
            self._offered = pages
            self._pages.set_options(pages)
            tab_through([*self._sheets.chips(), *self._pages.chips(), self.acknowledge, self.debrief])

    def _debrief_words(self, shown: PageVersion, *, change_begun: bool) -> str:
        if self._coaching_open:
            return tr("Go on with the debrief")
        if change_begun:
            return tr("Go on with the change")
        return tr("Amend the page") if shown.handed_over else tr("Change what was agreed")

    def show_none(self, reason: str, way_on: str) -> None:
        """Say why there is no page, and the way to one."""
        self.show_reason(reason)
        self.reminders.show_reminders(())
        self.way_on.setText(way_on)
        self.way_on.show()

    @override
    def show_making(self, sheet: str) -> None:
        super().show_making(sheet)
        self.way_on.hide()


def _carried_words(spoken: str) -> str:
    if not spoken:
        return tr("The PDF carries the whole record. Whoever has the file can read it.")
    words = tr(
        "The PDF carries the whole record: also what {rep} said about themselves. Whoever has the file can read it."
    )
    return words.format(rep=spoken)


def _remindable(number: int, commitment: Commitment, today: date, *, of: int) -> Remindable:
    """Of several it says which one it is."""
    day = near_date_text(commitment.check_on or today, today)
    if of == 1:
        return Remindable(number, tr("Look at it together on {day}.").format(day=day))
    words = quoted(shown(commitment.words, SHORT_WORDS))
    return Remindable(number, tr("Look at it together on {day}: {words}").format(day=day, words=words))
