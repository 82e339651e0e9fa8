"""The file can be kept for years (PDF/A-3a) and read aloud (PDF/UA-1)."""

from __future__ import annotations

from functools import cache

import page as page_validation
import pytest

from exports.page import draw_page
from exports.page.pdfa import write_file
from exports.page.sheet import Sheet
from exports.page.style import INK
from exports.page.xmp import Properties
from tests.exports.page import samples
from tests.exports.page.reading import attachments

STANDARDS = (page_validation.ValidationProfile.PDF_A_3A, page_validation.ValidationProfile.PDF_UA_1)


def failures(pdf: bytes) -> list[str]:
    """The rules of both standards that a file breaks."""
    reports = (page_validation.validate_pdf_bytes(pdf, profile=standard) for standard in STANDARDS)
    return [str(failure.rule_id) for report in reports for failure in report.failures]


@cache
def usual_file() -> bytes:
    return draw_page(samples.usual(), paper="a4", record=samples.RECORD, created=samples.CREATED).pdf


def test_a_page_with_a_statement_beside_its_record_keeps_both_standards() -> None:
    page, statement = samples.acknowledged(), "Ελευθερία, محمد: I see it otherwise".encode()
    files = [
        draw_page(page, paper=paper, record=samples.RECORD, statement=statement, created=samples.CREATED).pdf
        for paper in ("a4", "letter")
    ]
    for pdf in files:
        assert failures(pdf) == []
        assert pdf.count(b"/AFRelationship /Supplement") == 1
        assert failures(pdf.replace(b"/AFRelationship /Supp", b"/AFRelationshix /Supp")) != []
        assert attachments(pdf) == {"record.json": samples.RECORD, "statement.txt": statement}


def test_a_page_without_a_record_keeps_both_standards() -> None:
    assert failures(draw_page(samples.usual(), paper="a4", created=samples.CREATED).pdf) == []


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b"/OutputIntents", b"/OutputIntentx"),
        (b"/MarkInfo", b"/MarkInfx"),
        (b"/StructTreeRoot ", b"/StructTreeRoox "),
        (b"/Lang ", b"/Lanx "),
        (b"/Alt ", b"/Alx "),
        (b"/AFRelationship", b"/AFRelationshix"),
        (b"/FontFile2", b"/FontFilx2"),
        (b"/ToUnicode", b"/ToUnicodx"),
        (b"<pdfaid:part>3<", b"<pdfaid:part>7<"),
        (b"<pdfuaid:part>1<", b"<pdfuaid:part>5<"),
        (b"/DisplayDocTitle true", b"/DisplayDocTitle null"),
        (b"/S /LI", b"/S /LX"),
        (b"/S /H2", b"/S /H5"),
        (b"\r\nendstream", b"  endstream"),
        (b"/W [1 [", b"/W [5 ["),
        (b"/Metadata ", b"/Metadatx "),
        (b"<pdfaid:conformance>A<", b"<pdfaid:conformance>Z<"),
        (b"/ID ", b"/IX "),
        (b"/UF ", b"/UX "),
        (b"/Subtype /application#2Fjson", b"/Subtypx /application#2Fjson"),
        (b"/CIDToGIDMap", b"/CIDToGIDMax"),
        (b"/Encoding /Identity-H", b"/Encoding /Identity-X"),
        (b"/S /Figure", b"/S /Figurx"),
    ],
)
def test_a_file_broken_in_one_place_is_rejected(was: bytes, becomes: bytes) -> None:
    whole = usual_file()
    broken = whole.replace(was, becomes)
    assert broken != whole
    assert len(broken) == len(whole), "nothing else moved"
    assert failures(whole) == []
    assert failures(broken) != []


def test_a_mark_outside_every_tag_is_rejected() -> None:
    sheet = Sheet(595.28, 841.89)
    sheet.fill_box(50, 50, 100, 10, INK)
    properties = Properties(
        title="T", author="A", subject="S", language="en", tool="Second Chair", created=samples.CREATED
    )
    assert failures(write_file(sheet, properties, ())) != []
