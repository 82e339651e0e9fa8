"""A short statement stands on the page, a long one in a file that is attached to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.page_file import draw_call
from exports.page_source import PageSource
from exports.record import record_json
from exports.record_file import record_in
from exports.statement import STATEMENT_NAME, statement_file
from exports.summarise import summarise
from scoring.acknowledgement import LONGEST_PRINTED, Statement
from scoring.preferences import Sheet
from tests.exports.builders import an_acknowledged_call, source_of
from tests.exports.page.reading import attachments, words

LONG = "I see it otherwise.\r\n" + "And I say so. " * 60 + "\ud83d"
HEAD = (
    "Statement of Priya Nair\n"
    "Joint call with Northgate Dental, 23 November 2026, 10:00 to 10:42\n"
    "Written down on 24 November 2026, 10:54 · Second Chair record 00C0FFEE, page 2\n\n"
)


def said(folder: Path, text: str) -> PageSource:
    return source_of(folder, an_acknowledged_call(statement=Statement(text=text)))


@pytest.mark.parametrize("sheet", ["a4", "letter"])
def test_a_short_statement_is_printed_and_attached_nowhere(tmp_path: Path, sheet: Sheet) -> None:
    text = "It was the offer. " * (LONGEST_PRINTED // 18)
    pdf = draw_call(said(tmp_path, text), sheet).pdf
    assert f"Priya's statement {text.strip()}" in words(pdf)
    assert list(attachments(pdf)) == ["record.json"]


@pytest.mark.parametrize("sheet", ["a4", "letter"])
def test_a_long_statement_is_attached_and_the_page_names_the_file(tmp_path: Path, sheet: Sheet) -> None:
    source = said(tmp_path, LONG)
    pdf = draw_call(source, sheet).pdf
    assert f"attached to this PDF in full, as {STATEMENT_NAME}" in words(pdf)
    assert "And I say so" not in words(pdf)
    files = attachments(pdf)
    assert list(files) == ["record.json", STATEMENT_NAME]
    body = LONG.replace("\r\n", "\n").replace("\ud83d", "?").strip()
    assert files[STATEMENT_NAME].decode("utf-8") == f"{HEAD}{body}\n"


def test_the_one_record_is_found_beside_a_statement(tmp_path: Path) -> None:
    source = said(tmp_path, LONG)
    assert record_in(draw_call(source, "a4").pdf) == record_json(source)


def test_the_same_statement_gives_the_same_bytes(tmp_path: Path) -> None:
    told = an_acknowledged_call(statement=Statement(text=LONG))
    first, second = (draw_call(source_of(tmp_path / name, told), "a4").pdf for name in ("one", "two"))
    assert first == second


def test_where_nothing_is_said_there_is_no_file(tmp_path: Path) -> None:
    source = source_of(tmp_path, an_acknowledged_call())
    assert statement_file(source, summarise(source)) is None
