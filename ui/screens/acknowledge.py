"""Acknowledge: what became of the printed sheet, after the page was handed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from exports.wording import date_text
from scoring.acknowledgement import LONGEST_PRINTED, Scan, Signing
from scoring.errors import SecondChairError
from scoring.text import tr
from ui.acknowledgement_form import AcknowledgementForm
from ui.acknowledging import Acknowledging
from ui.background import Background
from ui.bringing_in import files_in
from ui.layouts import tab_through
from ui.scan_choosing import ScanChoosing
from ui.scan_reading import ChosenScan
from ui.screen import CallScreen
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.growing_text import GrowingText
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader
from ui.widgets.scan_field import ScanField
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.spin_fields import DAY, WhenField
from ui.widgets.text import Text, Voice
from ui.words import call_title

_WIDTH = 720  # px at 100 %


class AcknowledgeScreen(CallScreen):
    """The manager records whether the sheet was signed or declined, what the rep says about it, and a scan of it.

    Every keystroke is kept as a draft. Adding it makes another page, once the bytes of the scan are durable.
    """

    BARE = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._acknowledging: Acknowledging | None = None
        self._rep = ""
        self._adding: tuple[Acknowledging, AcknowledgementForm, ChosenScan] | None = None
        self._was_asked = False
        self._back = named(LinkButton(tr("Back to the page"), quiet=True), "back")
        self._header = PageHeader(tr("Record the signature"))
        self._sentence = Text(
            tr("This makes a new page of the call, which says it. The page before stays as it is."),
            Voice.MUTED,
        )
        self._how = named(ChoiceRow(_choices()), "acknowledge.how")
        self._day = named(WhenField(DAY), "acknowledge.day")
        self._witness = named(LineEdit(), "acknowledge.witness")
        self._statement = named(GrowingText(least=3, most=12), "acknowledge.statement")
        self._scan = named(ScanField(), "acknowledge.scan")
        self._author = named(LineEdit(), "acknowledge.author")
        self._add = named(PrimaryButton(tr("Add it to the page")), "acknowledge.add")
        self._note = named(Text("", Voice.LATE), "acknowledge.note")
        self.choosing = ScanChoosing(self._scan, session.folder)
        self._page = ScrollPage()
        self._make_labels()
        self._assemble()
        self._connect()
        self.setAcceptDrops(True)
        # A file that is dropped on the statement is the scan too: its path is not typed there.
        self._statement.setAcceptDrops(False)

    def _make_labels(self) -> None:
        scan_hint = tr("PDF, JPEG or PNG, up to 20 MB. Or drop the file anywhere here.")
        self._fields = {
            "how": LabelledField(tr("What became of the sheet?"), self._how),
            "on": LabelledField(tr("On which day?"), self._day),
            "witness": LabelledField(tr("Witness"), self._witness),
            "statement": LabelledField("", self._statement),
            "scan": LabelledField(tr("Scan of the sheet"), self._scan, scan_hint),
            "author": LabelledField(tr("Who records this"), self._author),
        }

    def _assemble(self) -> None:
        column = self._page.column
        column.setContentsMargins(px(34), px(8), px(34), px(26))
        head = QVBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        head.addWidget(self._header)
        column.addLayout(head)
        across = QHBoxLayout()  # by itself the column would reckon with the words in its whole width
        across.addWidget(self._form(), 1)
        across.addStretch()
        column.addLayout(across)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._page, 1)
        outer.addLayout(self._foot())
        stops = (self._back, *self._how.chips(), self._day, self._witness, self._statement)
        tab_through([*stops, self._scan.choose, self._scan.leave_out, self._author, self._add])

    def _form(self) -> QWidget:
        form = QWidget()
        form.setMaximumWidth(px(_WIDTH))
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(self._sentence)
        column.addWidget(self._fields["how"])
        row = QHBoxLayout()
        row.setSpacing(px(14))
        for name in ("on", "witness"):
            row.addWidget(self._fields[name], 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        for name in ("statement", "scan", "author"):
            column.addWidget(self._fields[name])
        return form

    def _foot(self) -> QHBoxLayout:
        """What leads on stays in sight however long the form is."""
        foot = QHBoxLayout()
        foot.setContentsMargins(px(34), px(12), px(34), px(16))
        foot.setSpacing(px(16))
        foot.addWidget(self._add)
        foot.addWidget(self._note, 1)
        return foot

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back)
        self._how.chosen.connect(self._on_how)
        self._day.dateChanged.connect(self._on_day)
        self._witness.textEdited.connect(self._on_witness)
        self._statement.edited.connect(self._on_statement)
        self._author.textEdited.connect(self._on_author)
        self.choosing.path_changed.connect(self._on_scan)
        self.choosing.changed.connect(self._show_problems)
        self._add.clicked.connect(self._on_add)

    # Showing

    @override
    def title(self) -> str:
        return tr("Signature")

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        self._acknowledging = Acknowledging(self.session, subject)
        self._was_asked = False
        self._note.setText("")
        self._show_head()
        self._show_form()
        self.choosing.show(self._held.form.scan, self._held.state.scan)
        next((chip for chip in self._how.chips() if chip.isChecked()), self._how.chips()[0]).setFocus()
        self._page.verticalScrollBar().setValue(0)

    @property
    def _held(self) -> Acknowledging:
        assert self._acknowledging is not None, "show_subject comes first"
        return self._acknowledging

    def _show_head(self) -> None:
        facts, rep = self.session.facts_of(self.subject), self.session.rep_of(self.subject)
        self._rep = rep.first_name
        title = tr("{call}, {day}").format(call=call_title(facts, rep), day=date_text(facts.when.date()))
        self._header.set_subtitle(title)
        self._fields["statement"].set_label(tr("{rep}'s own statement").format(rep=self._rep))

    def _show_form(self) -> None:
        form = self._held.form
        self._how.set_chosen([form.how] if form.how else [])
        with QSignalBlocker(self._day):  # only what the person does may count as a change
            self._day.setDate(QDate(form.on.year, form.on.month, form.on.day))
        for line, words in ((self._witness, form.witness), (self._author, form.author)):
            if words != line.text():
                line.setText(words)
        self._statement.set_text(form.statement)
        self._fields["witness"].set_hint(self._witness_hint(form))
        self._fields["statement"].set_hint(self._statement_hint(form))
        self._show_problems()

    def _witness_hint(self, form: AcknowledgementForm) -> str:
        if form.how == Signing.DECLINED:
            return tr("Who was there when {rep} declined.").format(rep=self._rep)
        return tr("Only if somebody else was there.")

    def _statement_hint(self, form: AcknowledgementForm) -> str:
        if not form.statement.strip():
            return tr("In {rep}'s own words. Leave it empty if there is none.").format(rep=self._rep)
        if "statement" in self._held.problems():
            return ""
        if form.statement_said().is_printed:
            return tr("It will be printed on the page.")
        words = tr(
            "It is longer than {n} characters or ten lines: it will be attached to the PDF as a text file."
        )
        return words.format(n=LONGEST_PRINTED)

    def _show_problems(self) -> None:
        """Only once it was to be added: nobody is told of a mistake while the field is still being filled in."""
        problems = self._held.problems() if self._was_asked else {}
        problems["scan"] = self.choosing.problem
        for name, field in self._fields.items():
            field.set_problem(problems.get(name, ""))
        self._add.setEnabled(not self.choosing.is_busy and self._adding is None)

    # Writing

    def _keep(self, form: AcknowledgementForm) -> None:
        self._held.keep(form)
        self._show_form()

    def _on_how(self, value: str) -> None:
        self._keep(replace(self._held.form, how=Signing(value)))

    def _on_day(self, day: QDate) -> None:
        self._keep(replace(self._held.form, on=date(day.year(), day.month(), day.day())))

    def _on_witness(self, words: str) -> None:
        self._keep(replace(self._held.form, witness=words))

    def _on_statement(self, words: str) -> None:
        self._keep(replace(self._held.form, statement=words))

    def _on_author(self, words: str) -> None:
        self._keep(replace(self._held.form, author=words))

    def _on_scan(self, path: str) -> None:
        self._keep(replace(self._held.form, scan=path))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Of several files the first one counts: there is one sheet."""
        event.acceptProposedAction()
        self.choosing.take(files_in(event.mimeData())[0])

    # Adding it

    def _on_add(self) -> None:
        self._was_asked = True
        self._note.setText("")
        self._show_form()
        problems = [*self._held.problems(), *(["scan"] if self.choosing.problem else [])]
        if problems:
            self._focus_of(problems[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.choosing.chosen and self._held.is_new(self.choosing.chosen.scan):
            self._keep_scan(self.choosing.chosen)
        else:
            self._finish(self._held, self._held.form, None)

    def _focus_of(self, name: str) -> QWidget:
        answers = {"how": self._how.chips()[0], "scan": self._scan.choose}
        return answers.get(name, self._fields[name].answer)

    def _keep_scan(self, chosen: ChosenScan) -> None:
        """First the bytes: a page that names a scan which nobody has would be worse than none."""
        self._adding = (self._held, self._held.form, chosen)
        self._show_problems()
        keeping = Background.shared().follow(self._held.keep_scan(chosen))
        keeping.done.connect(self._on_scan_kept)
        keeping.failed.connect(self._on_scan_not_kept)

    def _on_scan_kept(self) -> None:
        assert self._adding is not None, "it was to be added"
        (held, form, chosen), self._adding = self._adding, None
        self._finish(held, form, chosen.scan)

    def _on_scan_not_kept(self, error: Exception) -> None:
        self._adding = None
        self._show_problems()
        if not isinstance(error, SecondChairError):
            raise error
        self._note.setText(str(error))

    def _finish(self, held: Acknowledging, form: AcknowledgementForm, scan: Scan | None) -> None:
        if held.add_to_page(form, scan):
            if held is self._acknowledging and self.isVisible():
                self.call_requested.emit(held.call_id)
            return
        self._show_problems()
        self._note.setText(tr("The page was changed meanwhile. Save or print the new one first."))

    # Going

    @override
    def leave(self) -> None:
        self.choosing.forget()

    def _on_back(self) -> None:
        self.call_requested.emit(self.subject)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)


def _choices() -> list[tuple[str, str]]:
    return [(Signing.SIGNED, tr("Signed on paper")), (Signing.DECLINED, tr("Declined to sign"))]
