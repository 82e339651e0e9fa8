"""Pictures of all widgets in both faces, to look at: ``python -m tests.ui.widgets.gallery FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

import ui.theme as theme
from exports.summary import FloorLabel, FloorPicture, FloorSegment, Party
from ui.theme import px
from ui.widgets.action_card import ActionCard
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.calm_table import TONE_ROLE, CalmTable, Tone
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.corner import Corner
from ui.widgets.curtain import Curtain
from ui.widgets.empty_state import EmptyState
from ui.widgets.evidence_list import EvidenceLine, EvidenceList
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.floor_strip import FloorStrip
from ui.widgets.floor_tile import FloorTile
from ui.widgets.growing_text import GrowingText
from ui.widgets.level_picker import NO_CHANCE, LevelPicker, LevelText
from ui.widgets.live_button import LiveButton
from ui.widgets.mark_tile import MarkTile
from ui.widgets.message_bar import MessageBar
from ui.widgets.nav_bar import NavBar
from ui.widgets.page_header import PageHeader
from ui.widgets.panel import Panel, PanelShape
from ui.widgets.save_state import SaveState
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.sealed_panel import SealedPanel
from ui.widgets.skill_list import SkillList, SkillState
from ui.widgets.tab_strip import TabStrip
from ui.widgets.text import Text, Voice
from ui.widgets.words_field import WordsField

SCALES = (1.0, 1.5, 2.0)

REPS = (
    ("Priya Nair", "Today", "5", "Asks before answering", "Due 3 Dec"),
    ("Marcus Bell", "61 days ago", "2", "Agrees a next step", "Not checked since 23 Sep"),
    ("Sofia Lindqvist", "12 days ago", "9", "Uses their words", "Kept"),
    ("Tomás Herrera", "Never", "0", "Not set", ""),
)
SKILLS = (
    "Opens with purpose",
    "Asks before answering",
    "Listens it out",
    "Finds the real problem",
    "Uses their words",
    "Stays calm",
    "Talks money plainly",
    "Checks understanding",
    "Agrees a next step",
)
LEVELS = (
    LevelText(1, "Not yet", "Answers, explains or discounts straight away."),
    LevelText(2, "Sometimes", "Asks first when it is easy; answers first under pressure."),
    LevelText(3, "Mostly", "Asks first, also on price, and waits for the reply."),
    LevelText(4, "Every time", "Asks, waits, and builds the answer on what was said."),
    LevelText(NO_CHANCE, "No chance", "Nothing came up that called for it."),
)
FLOOR = FloorPicture(
    heading="Who had the floor",
    segments=(
        FloorSegment(party="rep", start=0.0, end=0.3),
        FloorSegment(party="customer", start=0.3, end=0.7),
        FloorSegment(party="me", start=0.7, end=0.8),
        FloorSegment(party="nobody", start=0.8, end=0.83),
        FloorSegment(party="customer", start=0.83, end=1.0),
    ),
    labels=(
        FloorLabel(party="rep", text="Priya 35%"),
        FloorLabel(party="customer", text="Customer 58%"),
        FloorLabel(party="me", text="Dana 7%, stepped in once"),
    ),
    note="Each share may be 5 points off: about four floor taps a minute.",
    alternative="Priya had 35 per cent, the customer 58, Dana 7.",
)
PARTIES: tuple[tuple[Party, str, str], ...] = (
    ("rep", "Rep", "A"),
    ("customer", "Customer", "S"),
    ("me", "Me", "D"),
    ("nobody", "Nobody", "F"),
)
LIVE_KEYS = (
    ("Mark", "Space"),
    ("Stepped in", "G"),
    ("Undo", "Back"),
    ("Pause", "P"),
    ("Curtain", "Esc"),
    ("End", ""),
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


def my_view() -> QWidget:
    """:returns: something like myview.png."""
    skills = SkillList()
    rows = [SkillState(name, name, "to do") for name in SKILLS[2:]]
    first = SkillState(SKILLS[0], SKILLS[0], "Mostly, 3 of 4", 3)
    second = SkillState(SKILLS[1], SKILLS[1], "Sometimes, 2 of 4", 2)
    skills.set_states([first, second, *rows])
    skills.set_current(SKILLS[1])
    left = ScrollPage()
    left.column.addWidget(PageHeader("My view", "Before you talk. Stays closed until the rep has spoken."))
    left.column.addWidget(skills)
    left.column.addStretch(1)
    picker = LevelPicker(LEVELS)
    picker.set_level(2)
    evidence = EvidenceList()
    evidence.set_lines(
        (
            EvidenceLine("04:10", "+", "“So what happens when a chair is down?”"),
            EvidenceLine("11:32", "+", ""),
            EvidenceLine("18:42", "–", "Discount before asking what was behind it", "(recalled)"),
        )
    )
    strip = FloorStrip()
    strip.set_picture(FLOOR)
    right = Panel(PanelShape.PAGE)
    scrolled = QVBoxLayout(right)
    scrolled.setContentsMargins(1, 0, 1, 0)
    body = ScrollPage()
    scrolled.addWidget(body)
    column = body.column
    column.addWidget(Text("Asks before answering", Voice.HEADING))
    column.addWidget(Text("A question back before any answer, price or feature.", Voice.MUTED))
    column.addWidget(picker)
    column.addWidget(Text("What was logged", Voice.STRONG))
    column.addWidget(evidence)
    column.addWidget(strip)
    column.addWidget(PrimaryButton("Next skill"), 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(left, 42)
    row.addWidget(right, 76)
    return page


def debrief() -> QWidget:
    """:returns: something like debrief.png."""
    tabs = TabStrip((("first", "Priya first"), ("seen", "What was seen"), ("one", "Agree one thing")))
    tabs.set_current("first")
    well, other = GrowingText(), GrowingText()
    well.set_text(
        "They came up with the pilot scope themselves. I waited after asking about the broken chair."
    )
    level = ChoiceRow([(row.word, row.word) for row in LEVELS[:4]])
    level.set_chosen(["Sometimes"])
    body = ScrollPage()
    column = body.column
    column.addWidget(PageHeader("Debrief with Priya", "Northgate Dental, ended 12 minutes ago"))
    column.addWidget(tabs)
    column.addWidget(LabelledField("What went well?", well))
    column.addWidget(LabelledField("What would you do differently?", other))
    column.addWidget(LabelledField("Asks before answering: where would you put yourself?", level))
    buttons = QHBoxLayout()
    buttons.setSpacing(px(12))
    buttons.addWidget(PrimaryButton("Open my view"))
    buttons.addWidget(LinkButton("Debrief without the rep", quiet=True))
    buttons.addStretch(1)
    column.addLayout(buttons)
    column.addStretch(1)
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(body, 7)
    row.addWidget(_beside(), 3)
    return page


def observe() -> QWidget:
    """:returns: something like observe.png."""
    page = QWidget()
    theme.wear(page, theme.LIVE)
    head = QHBoxLayout()
    head.addWidget(Corner("18 min"))
    head.addStretch(1)
    head.addWidget(SaveState())
    floor = QVBoxLayout()
    floor.setSpacing(px(10))
    for party, name, key in PARTIES:
        tile = FloorTile(party, name, key)
        tile.set_current(party == "customer")
        floor.addWidget(tile)
    middle = QHBoxLayout()
    middle.setSpacing(px(14))
    middle.addLayout(floor, 19)
    middle.addLayout(_tiles(), 94)
    foot = QHBoxLayout()
    foot.setSpacing(px(10))
    foot.addWidget(WordsField("Words you heard (Enter)"), 1)
    for name, key in LIVE_KEYS:
        foot.addWidget(LiveButton(name, key))
    column = QVBoxLayout(page)
    column.setContentsMargins(px(18), px(14), px(18), px(16))
    column.setSpacing(px(12))
    column.addLayout(head)
    column.addLayout(middle, 1)
    column.addLayout(foot)
    return page


def _tiles() -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(px(10))
    tallies = ((1, 0), (3, 2), (2, 0), (10, 11), (0, 1), (23, 0), (0, 0), (2, 0), (200, 6))
    for number, (name, (seen, missed)) in enumerate(zip(SKILLS, tallies, strict=True)):
        tile = MarkTile(name, (str(number + 1), "QWERTYUIO"[number]), focus_skill=number == 1)
        tile.set_tally(seen=(seen, 1 if number == 3 else 0), missed=(missed, 2 if number == 1 else 0))
        grid.addWidget(tile, number // 3, number % 3)
    return grid


def curtain() -> QWidget:
    """:returns: the page a customer may see."""
    page = Curtain()
    theme.wear(page, theme.LIVE)
    page.set_notes("Two chairs, one of them new.\nAsk about delivery.")
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


PAGES = {
    "home": home,
    "teeup": teeup,
    "myview": my_view,
    "debrief": debrief,
    "observe": observe,
    "curtain": curtain,
}


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
