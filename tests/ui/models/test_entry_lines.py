from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from scoring.state import Standing
from tests.builders import a_running_log
from ui.models.entry_lines import EntryLines
from ui.widgets.entry_list import LINE_ROLE, EntryLine
from ui.widgets.evidence_list import EvidenceLine


def _saying(item: Standing) -> EntryLine:
    return EntryLine(EvidenceLine(str(item.offset_ms), "–", "Stays calm", "corrected"))


def _entries(*times: str, recalled: bool = False) -> list[Standing]:
    log = a_running_log()
    for time in times:
        log.seen(time)
    if recalled:
        log.at("30:00", log.entries[-1].what, recalled=True)
    return [item for item in log.state.by_type.get(type(log.entries[-1].what), []) if item.sequence > 1]


@pytest.fixture
def model() -> EntryLines:
    made = EntryLines()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def test_a_line_is_put_into_words_only_when_it_is_looked_at(model: EntryLines) -> None:
    asked: list[int] = []

    def saying(item: Standing) -> EntryLine:
        asked.append(item.offset_ms)
        return _saying(item)

    model.show_entries(_entries(*(f"{minute:02}:00" for minute in range(50))), saying)
    asked.clear()  # the tester looks at the first
    model.index(7).data(LINE_ROLE)
    model.index(7).data(LINE_ROLE)
    assert (model.rowCount(), asked) == (50, [7 * 60_000])


def test_a_screen_reader_hears_the_sign_as_a_word(model: EntryLines) -> None:
    model.show_entries(_entries("01:00"), _saying)
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "60000, Missed, Stays calm, corrected"


@pytest.mark.parametrize(
    ("at_ms", "row"),
    [(0, 0), (59_999, 0), (60_000, 0), (150_000, 1), (9_999_999, 2)],
    ids=["before all", "just before", "at one", "between", "after all"],
)
def test_a_place_of_the_call_leads_to_the_entry_there(model: EntryLines, at_ms: int, row: int) -> None:
    model.show_entries(_entries("01:00", "02:00", "03:00", recalled=True), _saying)
    assert model.row_near(at_ms) == row


def test_what_is_from_memory_alone_has_no_place(model: EntryLines) -> None:
    assert model.row_near(0) is None
    model.show_entries([item for item in _entries("01:00", recalled=True) if item.entry.recalled], _saying)
    assert model.row_near(0) is None


def test_an_entry_is_found_again_as_long_as_it_is_listed(model: EntryLines) -> None:
    entries = _entries("01:00", "02:00")
    model.show_entries(entries, _saying)
    assert model.row_of(entries[1]) == 1
    model.show_entries(entries[:1], _saying)
    assert model.row_of(entries[1]) is None
