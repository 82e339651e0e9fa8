from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest

from exports.pdf_file import MOST_UNPACKED, PdfFile, Stream, TooLargeError
from exports.pdf_values import DamagedPdfError, Ref
from tests.exports.raw_pdf import Objects, packed, stream, with_stream, with_table

OBJECTS = {1: b"<< /Type /Catalog /Says 2 0 R >>", 2: b"(hello)", 3: packed(b"twelve bytes")}


def with_packed_objects(objects: Objects) -> bytes:
    """As other programs save them: whatever is no stream is inside one."""
    inside = {number: body for number, body in objects.items() if not body.endswith(b"endstream")}
    return with_stream({number: objects[number] for number in objects.keys() - inside.keys()}, inside)


def with_rows_above(objects: Objects) -> bytes:
    return with_stream(objects, {}, predictor=True)


@pytest.mark.parametrize("write", [with_table, with_packed_objects, with_rows_above])
def test_objects_are_found_however_they_were_saved(write: Callable[[Objects], bytes]) -> None:
    pdf = PdfFile(write(OBJECTS))
    catalog = pdf.dictionary(pdf.trailer["Root"])
    assert pdf.value(catalog["Says"]) == b"hello"
    found = pdf.value(Ref(3, 0))
    assert isinstance(found, Stream)
    assert pdf.unpack(found, 12) == b"twelve bytes"


def test_what_was_saved_last_is_what_is_found() -> None:
    first = with_table(OBJECTS)
    place = len(first) + 1
    changed = b"\n2 0 obj\n(goodbye)\nendobj\n"
    table = b"xref\n2 1\n%010d 00000 n \n" % place
    trailer = b"trailer\n<< /Root 1 0 R /Prev %d >>\n" % first.rindex(b"xref\n0")
    later = first + changed + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(first) + len(changed))
    pdf = PdfFile(later)
    assert pdf.value(Ref(2, 0)) == b"goodbye"
    assert pdf.dictionary(Ref(1, 0))["Type"] == "Catalog"


def test_a_length_may_be_kept_elsewhere() -> None:
    pdf = PdfFile(with_table({1: stream(b"x" * 9, length=b"2 0 R"), 2: b"9"}))
    assert pdf.unpack(pdf.value(Ref(1, 0)), 9) == b"x" * 9


def test_what_is_not_there_is_none() -> None:
    pdf = PdfFile(with_table({1: b"1", 3: b"3"}))
    assert pdf.value(Ref(2, 0)) is None
    assert pdf.value(Ref(99, 0)) is None


def test_a_stream_that_unpacks_to_more_than_is_wanted_is_refused() -> None:
    pdf = PdfFile(with_table(OBJECTS))
    with pytest.raises(TooLargeError):
        pdf.unpack(pdf.value(Ref(3, 0)), 11)


@pytest.mark.parametrize(
    "body",
    [
        b"2 0 R",
        b"1 2",
        stream(b"x", length=b"1 0 R"),
        stream(b"x", length=3),
        stream(b"x", length=-1),
        b"<< >>\nstream\n\nendstream",
    ],
)
def test_an_object_that_is_none_is_refused(body: bytes) -> None:
    pdf = PdfFile(with_table({1: body, 2: b"1 0 R"}))
    with pytest.raises(DamagedPdfError):
        pdf.value(Ref(1, 0))


@pytest.mark.parametrize(
    "body",
    [
        stream(b"not zlib", b"/Filter /FlateDecode"),
        stream(zlib.compress(b"half of it" * 99)[:-6], b"/Filter /FlateDecode"),
        stream(b"<41>", b"/Filter /ASCIIHexDecode"),
        stream(b"", b"/Filter [/FlateDecode /FlateDecode]"),
    ],
)
def test_a_stream_that_cannot_be_unpacked_whole_is_refused(body: bytes) -> None:
    pdf = PdfFile(with_table({1: body}))
    with pytest.raises(DamagedPdfError):
        pdf.unpack(pdf.value(Ref(1, 0)), 10_000)


def test_objects_inside_streams_have_a_limit_together() -> None:
    large = b"(%b)" % (b"x" * (MOST_UNPACKED // 2))
    pdf = PdfFile(with_stream({}, {1: b"1", 2: large, 3: large}))
    with pytest.raises(DamagedPdfError, match="larger"):
        pdf.value(Ref(1, 0))


def test_values_have_a_limit_together() -> None:
    pdf = PdfFile(with_table({1: b"[%b]" % (b"0 " * 300_000)}))
    pdf.value(Ref(1, 0))
    with pytest.raises(DamagedPdfError):
        pdf.value(Ref(1, 0))


@pytest.mark.parametrize("cut", [0, 20, 100, -30, -10])
def test_a_file_without_its_end_is_refused(cut: int) -> None:
    with pytest.raises(DamagedPdfError):
        PdfFile(with_table(OBJECTS)[:cut])
