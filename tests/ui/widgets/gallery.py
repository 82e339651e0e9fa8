"""Pictures of all widgets in both faces, to look at: ``python -m tests.ui.widgets.gallery FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

import ui.theme as theme
from ui.theme import px
from ui.widgets.action_card import ActionCard
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.calm_table import TONE_ROLE, CalmTable, Tone
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.growing_text import GrowingText
from ui.widgets.message_bar import MessageBar
from ui.widgets.nav_bar import NavBar
from ui.widgets.page_header import PageHeader
from ui.widgets.panel import Panel, PanelShape
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.sealed_panel import SealedPanel
from ui.widgets.text import Text, Voice

SCALES = (1.0, 1.5, 2.0)

REPS = (
    ("Priya Nair", "Today", "5", "Asks before answering", "Due 3 Dec"),
    ("Marcus Bell", "61 days ago", "2", "Agrees a next step", "Not checked since 23 Sep"),
    ("Sofia Lindqvist", "12 days ago", "9", "Uses their words", "Kept"),
    ("Tomás Herrera", "Never", "0", "Not set", ""),
)
LATE = ((1, 1), (1, 4), (3, 1))


def reps_table() -> CalmTable:
    """:returns: the table of home.png."""
    table = CalmTable()
    model = QStandardItemModel(table)
    model.setHorizontalHeaderLabels(["Rep", "Last joint call", "Calls together", "Working on", "Commitment"])
    for row, cells in enumerate(REPS):
        items = [QStandardItem(cell) for cell in cells]
        items[0].setData(Tone.STRONG, TONE_ROLE)
        for late_row, column in LATE:
            if late_row == row:
                items[column].setData(Tone.LATE, TONE_ROLE)
        model.appendRow(items)
    table.setModel(model)
    return table


def home() -> QWidget:
    """:returns: something like home.png."""
    bar = MessageBar()
    bar.show_message("Marcus Bell is retired.", "Undo")
    problem = MessageBar()
    problem.show_message(
        "The disk is full. Free some space; nothing is lost, and saving goes on by itself.", problem=True
    )
    cards = QHBoxLayout()
    cards.setSpacing(px(14))
    cards.addWidget(ActionCard("Elm Street Clinic with Priya", "Today 14:00, not teed up yet", "Tee up"))
    cards.addWidget(
        ActionCard("Northgate Dental with Priya", "Ended 12 minutes ago, debrief is open", "Debrief")
    )
    body = ScrollPage()
    column = body.column
    column.addWidget(PageHeader("Monday 23 November", "", "New joint call"))
    column.addLayout(cards)
    column.addWidget(bar)
    column.addWidget(problem)
    column.addWidget(Text("Your reps", Voice.STRONG))
    column.addWidget(reps_table())
    column.addWidget(EmptyState("No reps yet. Add the first person you ride with.", "Add a rep"))
    column.addStretch(1)
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    places = (("home", "Home"), ("reps", "Reps"), ("calls", "Calls"), ("mirror", "My mirror"))
    nav = NavBar("Second Chair", places, (("settings", "Settings"),))
    nav.set_current("home")
    row.addWidget(nav)
    row.addWidget(body, 1)
    return page


def teeup() -> QWidget:
    """:returns: something like teeup.png."""
    customer, time, intro = LineEdit(), LineEdit(), GrowingText(least=1)
    customer.setText("Elm Street Clinic")
    time.setText("Today 14:00, 45 minutes")
    intro.set_text("“Dana works with me and is here to listen and learn about your clinic.”")
    pair = QHBoxLayout()
    pair.setSpacing(px(14))
    pair.addWidget(LabelledField("Customer", customer))
    pair.addWidget(LabelledField("Time", time))
    leads = ChoiceRow(
        (
            ("observe", "Priya leads, I observe"),
            ("both", "We sell together"),
            ("show", "I show, Priya watches"),
        )
    )
    leads.set_chosen(["observe"])
    rules = ChoiceRow(
        (
            ("asked", "Priya asks me to"),
            ("facts", "The facts are wrong and it matters"),
            ("row", "It becomes an argument"),
        ),
        most=3,
    )
    rules.set_chosen(["asked"])
    skills = (
        "Opens with purpose",
        "Asks before answering",
        "Listens it out",
        "Finds the real problem",
        "Uses their words",
    )
    watch = ChoiceRow([(name, name) for name in skills], most=2)
    watch.set_chosen(["Asks before answering", "Uses their words"])
    buttons = QHBoxLayout()
    for button in (
        PrimaryButton("Sit in"),
        SecondaryButton("Later"),
        LinkButton("Print the call sheet"),
        LinkButton("Skip it", quiet=True),
    ):
        buttons.addWidget(button)
    buttons.addStretch(1)
    body = ScrollPage()
    column = body.column
    column.addWidget(PageHeader("Tee up the call", "Do this with Priya, two minutes, before you walk in."))
    column.addLayout(pair)
    column.addWidget(LabelledField("Who leads?", leads))
    hint = "Not “my boss”. The introduction decides who the customer talks to."
    column.addWidget(LabelledField("How will Priya introduce me?", intro, hint))
    column.addWidget(LabelledField("I step in only if", rules))
    column.addWidget(LabelledField("Watching for (two at most)", watch))
    column.addLayout(buttons)
    column.addStretch(1)
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(body, 7)
    row.addWidget(_beside(), 3)
    return page


def _beside() -> Panel:
    side = Panel(PanelShape.PAGE)
    column = QVBoxLayout(side)
    column.setContentsMargins(px(24), px(26), px(24), px(26))
    column.setSpacing(px(14))
    column.addWidget(Text("Last time's commitment", Voice.STRONG))
    column.addWidget(
        Text("“When they push back on price I'll ask what it's costing them today before I answer.”")
    )
    column.addWidget(Text("23 November, Northgate Dental", Voice.MUTED))
    column.addWidget(SealedPanel("Opens after Priya has spoken.\nTheir view first, then yours."))
    column.addStretch(1)
    return side


PAGES = {"home": home, "teeup": teeup}


def main(folder: Path) -> None:
    """Draw every page at every scale, and once mirrored."""
    app = QApplication(["gallery", "-platform", "offscreen"])
    folder.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        theme.apply_theme(app, scale)
        for name, make in PAGES.items():
            _picture(make(), folder / f"{name}-{round(scale * 100)}.png")
    theme.apply_theme(app, 1.0)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for name, make in PAGES.items():
        _picture(make(), folder / f"{name}-rtl.png")


def _picture(page: QWidget, path: Path) -> None:
    page.resize(1180 if theme.text_scale() == 1.0 else 1366, 720)
    page.show()
    QCoreApplication.sendPostedEvents()  # the last requests of the layouts
    page.grab().save(str(path))
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
