from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.evidence_list import EvidenceLine, EvidenceList
from ui.widgets.text import Text

LINES = (
    EvidenceLine("04:10", "+", "“So what happens when a chair is down?”"),
    EvidenceLine("11:32", "+", "", "recalled"),
)


def _words(evidence: EvidenceList) -> list[str]:
    return [label.text() for label in evidence.findChildren(Text) if label.isVisible()]


def test_each_line_says_when_which_and_what(qtbot: QtBot) -> None:
    evidence = EvidenceList()
    qtbot.addWidget(evidence)
    evidence.show()
    evidence.set_lines(LINES)
    assert _words(evidence) == ["04:10", "+", LINES[0].words, "11:32", "+", "recalled"]


def test_new_lines_replace_the_old_ones(qtbot: QtBot) -> None:
    evidence = EvidenceList()
    qtbot.addWidget(evidence)
    evidence.show()
    evidence.set_lines(LINES)
    evidence.set_lines(LINES[1:])
    assert _words(evidence) == ["11:32", "+", "recalled"]


def test_a_very_long_note_says_that_there_is_more(qtbot: QtBot) -> None:
    evidence = EvidenceList()
    qtbot.addWidget(evidence)
    evidence.set_lines((EvidenceLine("00:01", "–", "word " * 20_000),))
    words = evidence.findChildren(Text)[2].text()
    assert words.endswith("…")
    assert len(words) < 500
