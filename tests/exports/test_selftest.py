"""The self-test finds what a bad build lacks; that it passes here is tried in tests/test_main.py."""

from __future__ import annotations

from pathlib import Path

import pytest

import exports.page.fonts as fonts
import exports.selftest as selftest
import scoring.rubric as rubric
from scoring.store.store import Store


def failed() -> list[str]:
    return [outcome.name for outcome in selftest.run_checks() if not outcome.passed]


@pytest.fixture(autouse=True)
def _nothing_is_remembered() -> object:
    """Files are read once a process; each test reads them anew, and leaves nothing wrong behind."""
    clear()
    yield
    clear()


def clear() -> None:
    rubric.shipped_rubrics.cache_clear()
    fonts.font_stack.cache_clear()
    fonts._face.cache_clear()


def test_nothing_fails_here() -> None:
    assert failed() == []


def test_missing_rubrics_are_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(rubric, "_FOLDER", tmp_path)
    assert "Rubrics" in failed()


def test_missing_fonts_are_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "FONTS", tmp_path)
    assert "Fonts" in failed()


def test_a_font_that_stands_in_for_another_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_BOLD", fonts._PLAIN)
    assert "Fonts" in failed()


def test_a_database_that_forgets_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def forget(_store: Store, _entries: object) -> None: ...

    monkeypatch.setattr(Store, "append", forget)
    assert failed() == ["Database", "Page"]


def test_a_page_that_forgets_its_record_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def forget(_source: object) -> bytes:
        return b"{}"

    monkeypatch.setattr("exports.page_file.record_json", forget)
    assert failed() == ["Page"]


def test_a_library_left_out_of_the_build_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_folder: Path) -> str:
        raise ImportError("No module named 'PIL'")

    monkeypatch.setattr(selftest, "_try_page", refuse)
    assert failed() == ["Page"]
