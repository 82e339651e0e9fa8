"""People find a page by its place, and every system takes that place."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePosixPath
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exports.archive.names import (
    SCAN_SUFFIXES,
    is_place,
    place_of,
    places_of,
    scan_place,
    scan_places,
)
from exports.file_names import FORBIDDEN, is_reserved
from exports.page_source import PageSource
from scoring.text import use_language
from tests.exports.archive.builders import a_page
from tests.exports.test_file_names import NASTY
from tests.scoring.test_text import write_catalogue

PLACE = "2026/Priya Nair (70000000)/2026-11-23 Northgate Dental (00C0FFEE).pdf"
DEVICES = ("CON", "nul", "Con. Smith", "AUX.", "com1.x", "LPT9 .a", "COM².b", "Prn")
NAMES = st.one_of(NASTY, st.sampled_from(DEVICES), st.text("🚀é株a.", min_size=40))


def with_rep(source: PageSource, **changes: object) -> PageSource:
    card = replace(source.rep, **changes)  # pyright: ignore[reportArgumentType]  fields of RepCard by name
    return replace(source, context=replace(source.context, rep=card))


def test_a_page_lies_by_year_rep_day_and_customer() -> None:
    assert place_of(a_page()) == PurePosixPath(PLACE)


def test_an_amended_page_lies_beside_the_one_before() -> None:
    assert place_of(a_page(page=3)) == PurePosixPath(PLACE.replace(".pdf", " amendment 2.pdf"))


def test_a_page_whose_place_is_taken_has_others_in_the_same_folder() -> None:
    places = [str(place) for place in islice(places_of(a_page()), 3)]
    assert places == [PLACE, PLACE.replace(".pdf", " 2.pdf"), PLACE.replace(".pdf", " 3.pdf")]


def test_a_signed_sheet_lies_beside_its_page() -> None:
    page = place_of(a_page())
    assert str(scan_place(page, ".jpg")) == PLACE.replace(".pdf", " signed.jpg")
    assert str(next(islice(scan_places(page, ".pdf"), 1, None))) == PLACE.replace(".pdf", " signed 2.pdf")


def test_only_what_shows_a_sheet_is_a_scan() -> None:
    with pytest.raises(ValueError, match="picture"):
        scan_place(place_of(a_page()), ".exe")


def test_namesakes_are_kept_apart() -> None:
    other = with_rep(a_page(), id=UUID("80000000-0000-4000-8000-000000000001"))
    assert place_of(other).parent.name == "Priya Nair (80000000)"


def test_names_of_nothing_a_system_takes_still_give_a_readable_place() -> None:
    place = place_of(a_page(rep="???", customer="///"))
    assert str(place) == "2026/Rep (70000000)/2026-11-23 Joint call (00C0FFEE).pdf"


def test_a_rep_who_is_called_like_a_device_keeps_the_name() -> None:
    assert place_of(a_page(rep="Con. Smith")).parent.name == "Con Smith (70000000)"
    assert place_of(a_page(rep="M. Con. Smith")).parent.name == "M. Con. Smith (70000000)"


def test_the_place_is_the_same_on_a_computer_in_another_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"": "Language: de\n", "{name} amendment {number}": "{name} Nachtrag {number}", "Rep": "Kraft"}
    write_catalogue(tmp_path / "de" / "LC_MESSAGES", words)
    monkeypatch.setattr("scoring.text.LOCALE_FOLDER", tmp_path)
    page = a_page(rep="?", page=2)
    german = replace(page, context=replace(page.context, language="de"))
    here = place_of(page), place_of(german)
    use_language("de")
    try:
        assert (place_of(page), place_of(german)) == here
    finally:
        use_language("en")
    assert here[1].parent.name == "Kraft (70000000)"
    assert here[1].stem.endswith("Nachtrag 1")


@given(NAMES, NAMES, st.integers(1, 12), st.integers(0, 12), st.sampled_from(SCAN_SUFFIXES))
def test_every_system_takes_every_place(rep: str, customer: str, page: int, nth: int, suffix: str) -> None:
    assume(rep.strip())
    place = next(islice(places_of(a_page(rep=rep, customer=customer, page=page)), nth, None))
    for path in (place, next(islice(scan_places(place, suffix), nth, None))):
        text = str(path)
        assert is_place(text)
        assert text == unicodedata.normalize("NFC", text)
        assert len(text.encode("utf-16-le")) // 2 <= 190
        assert len(path.parts) == 3
        for part in path.parts:
            assert not FORBIDDEN & set(part)
            assert part == part.strip(" .")
            assert not is_reserved(part)
            assert len(f".{part}.4194304.part".encode()) <= 255
        assert re.fullmatch(r"2026/.+ \([0-9A-F]{8}\)/2026-11-23 .+ \([0-9A-F]{8}\).*", text)


@pytest.mark.parametrize(
    "text",
    [
        "/etc/passwd",
        "../x",
        "a/../b",
        "a//b",
        "",
        ".",
        "a/",
        "a\\b",
        "C:/x",
        "c:x",
        "a\nb",
        "a\x85b",
        "\ud83d",
    ],
)
def test_what_leads_elsewhere_or_breaks_a_line_is_no_place(text: str) -> None:
    assert not is_place(text)


@pytest.mark.parametrize("text", [PLACE, "receipts/2026-11-29 00C0FFEE.txt", "index.csv", "2026/..x/株 .pdf"])
def test_what_lies_in_the_archive_is_a_place(text: str) -> None:
    assert is_place(text)
