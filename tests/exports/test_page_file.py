"""The page is a file that can be found again, read back, and never takes the place of another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from exports.page_file import (
    call_sheet_name,
    draw_call,
    draw_tee_up,
    export_pages,
    page_name,
)
from exports.page_source import PageSource, page_source
from exports.record import record_json
from scoring.errors import KnownError, SecondChairError
from scoring.handing_over import HandOver
from scoring.preferences import Paper, Sheet
from scoring.store.store import Store
from tests.exports.builders import AN_AMENDMENT, Told, a_debrief, a_debriefed_call, source_of, started
from tests.exports.page.reading import page_sizes, words
from tests.scoring.test_text import write_catalogue

NAME = "2026-11-23 Northgate Dental (00C0FFEE).pdf"


@pytest.fixture
def source(tmp_path: Path) -> PageSource:
    return source_of(tmp_path / "data", a_debriefed_call())


def export(told: Told, data: Path, folder: Path, sheet: Sheet = "a4") -> Path:
    store = Store.open(data)
    try:
        told.keep(store)
        return export_pages(store, told.call.id, folder, sheet)[-1]
    finally:
        store.close()


@pytest.mark.parametrize(("sheet", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_page_is_one_sheet_with_the_record_attached(
    source: PageSource, sheet: Sheet, size: tuple[int, int]
) -> None:
    with pypdfium2.PdfDocument(draw_call(source, sheet).pdf) as document:
        assert len(document) == 1
        assert tuple(round(side) for side in document[0].get_size()) == size
        assert document.count_attachments() == 1
        assert bytes(document.get_attachment(0).get_data()) == record_json(source)
        text = document[0].get_textpage().get_text_bounded()
    assert "Coaching summary for Priya Nair" in text


def test_a_page_is_named_by_day_customer_and_record(tmp_path: Path) -> None:
    told = a_debriefed_call()
    path = export(told, tmp_path / "other", tmp_path / "new/out")
    assert path == tmp_path / "new/out" / NAME
    assert path.read_bytes() == draw_call(source_of(tmp_path / "data", told), "a4").pdf


def test_exporting_again_changes_nothing(tmp_path: Path) -> None:
    told = a_debriefed_call()
    first = export(told, tmp_path / "a", tmp_path / "out")
    before = first.stat()
    assert export(told, tmp_path / "b", tmp_path / "out") == first
    assert first.stat().st_mtime_ns == before.st_mtime_ns
    assert [path.name for path in (tmp_path / "out").iterdir()] == [NAME]


def test_another_file_of_that_name_stays_as_it_is(tmp_path: Path) -> None:
    told = a_debriefed_call()
    (tmp_path / NAME).write_bytes(b"mine")
    path = export(told, tmp_path / "a", tmp_path)
    assert path.name == NAME.replace(".pdf", " 2.pdf")
    assert (tmp_path / NAME).read_bytes() == b"mine"
    assert export(told, tmp_path / "b", tmp_path) == path


def test_a_folder_of_that_name_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    assert export(a_debriefed_call(), tmp_path / "a", tmp_path).is_file()


def test_a_call_without_a_page_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(SecondChairError):
        export(started().end().view(), tmp_path / "data", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(KnownError):
        export(a_debriefed_call(), tmp_path / "data", tmp_path / "file/out")


@pytest.mark.parametrize(
    ("customer", "kept"),
    [
        ('Müller & Söhne / Nord: «A» <B>?*|\\"', "Müller & Söhne Nord «A» B"),
        ("  ...Trailing. . ", "Trailing"),
        ("../../etc/passwd", "etc passwd"),
        ("line\r\nend\x00\x1b[31m\u202egpj", "line end[31mgpj"),
        ("株式会社東京", "株式会社東京"),
        ("half \ud83d", "half"),
        ("🚀 Rocket", "🚀 Rocket"),
        ("", "Joint call"),
        (" \t/ ", "Joint call"),
    ],
)
def test_a_name_is_safe_on_every_system(source: PageSource, customer: str, kept: str) -> None:
    source.state.tee_up = replace(source.state.tee_up, customer=customer)
    assert page_name(source) == f"2026-11-23 {kept} (00C0FFEE)"


@pytest.mark.parametrize(
    ("customer", "words"),
    [("Müller / {Nord}", "Müller {Nord}"), ("", "Joint call"), ("株式会社東京", "株式会社東京")],
)
def test_the_call_sheet_has_a_name_beside_the_page(source: PageSource, customer: str, words: str) -> None:
    source.state.tee_up = replace(source.state.tee_up, customer=customer)
    assert call_sheet_name(source) == f"2026-11-23 {words} call sheet (00C0FFEE)"


def test_the_call_sheet_is_one_sheet_without_a_record_and_the_same_every_time(tmp_path: Path) -> None:
    first, second = (
        draw_tee_up(source_of(tmp_path / folder, Told()), "letter").pdf for folder in ("one", "two")
    )
    assert first == second
    with pypdfium2.PdfDocument(first) as document:
        assert [page.get_size() for page in document] == [(612, 792)]
        assert document.count_attachments() == 0


@pytest.mark.parametrize("letter", ["a", "é", "株", "🚀"])
def test_a_name_is_never_too_long_for_a_file_system(source: PageSource, letter: str) -> None:
    source.state.tee_up = replace(source.state.tee_up, customer=letter * 100_000)
    name = page_name(source)
    assert letter * 20 in name
    assert len(name.encode()) <= 160


def test_the_page_that_takes_the_place_of_another_has_a_name_of_its_own(source: PageSource) -> None:
    amended = replace(source, version=replace(source.version, number=3))
    assert page_name(amended) == f"{page_name(source)} amendment 2"


def test_a_page_is_drawn_in_the_language_it_was_handed_over_in(
    source: PageSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_catalogue(tmp_path / "de" / "LC_MESSAGES", {"": "Language: de\n", "Purpose of the call": "Zweck"})
    monkeypatch.setattr("scoring.text.LOCALE_FOLDER", tmp_path)
    german = replace(source, context=replace(source.context, language="de"))
    assert "Zweck" in words(draw_call(german, "a4").pdf)
    assert "Zweck" not in words(draw_call(source, "a4").pdf)


def test_each_page_of_an_amended_call_is_written_on_the_paper_it_was_handed_over_on(tmp_path: Path) -> None:
    told = a_debriefed_call()
    store = Store.open(tmp_path / "data")
    try:
        told.keep(store)
        context = page_source(store, told.call.id).context
        told.book.hand_over(HandOver.SAVED, context, Paper.LETTER)
        told.book.amend_page(AN_AMENDMENT, a_debrief(comment="Said anew"))
        store.append(told.written)
        paths = export_pages(store, told.call.id, tmp_path / "out", "a4")
        chosen = export_pages(store, told.call.id, tmp_path / "chosen", "a4", "letter")
    finally:
        store.close()
    assert [path.name for path in paths] == [NAME, NAME.replace(".pdf", " amendment 1.pdf")]
    assert [round(page_sizes(path.read_bytes())[0][0]) for path in (*paths, *chosen)] == [612, 595, 612, 612]
