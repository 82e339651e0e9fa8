"""Finds single objects in a PDF that somebody else may have written or damaged, within firm limits.

Measured: PDFium takes 3.6 GB and 12 s for 1.5 MB that were made to hurt, gives half a stream for a whole one, and
nothing but a process of its own could limit it. pypdf has limits, but takes over 20 s for 40 MB, repairs what it
guesses, and is 4 MB. What is needed here is little: cross references, objects inside streams, one kind of compression.
So only the objects that are asked for are read, nothing is guessed, and all that is read may be so large and no larger:
1.3 s and 130 MB at worst.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, NamedTuple

from exports.pdf_values import DamagedPdfError, Read, Ref, read_values

MOST_SYNTAX = 1 << 20
"""Bytes of values that are read of one file; those of a page with its record are 2,000."""
LOOK_UP = 16
"""What looking for an object counts for among them."""
MOST_UNPACKED = 4 << 20
"""Bytes of cross references and objects in streams, packed or not, that are unpacked of one file."""
MOST_SECTIONS = 256
WIDTHS = frozenset(range(8))
"""Bytes that a number in binary cross references may have; eight would be more than any file."""
MOST_COLUMNS = 3 * 7
MOST_STEPS = 32
ROW = 20
"""Bytes of a row in a table of cross references."""

_START = re.compile(rb"startxref\s{1,4}([0-9]{1,10})\s")
_TABLE = re.compile(rb"\s{0,4}xref\s{1,4}")
_SECTION = re.compile(rb"([0-9]{1,10}) ([0-9]{1,10})[ \r\n]{1,4}")
_ROW = re.compile(rb"([0-9]{10}) [0-9]{5} ([nf])[ \r\n]{2}")
_HEAD = re.compile(rb"\s{0,4}([0-9]{1,10})\s{1,4}[0-9]{1,5}\s{1,4}obj")
_BODY = re.compile(rb"\r?\n")
_END = re.compile(rb"[\r\n]{0,2}endstream")


class TooLargeError(Exception):
    """A stream unpacks to more than was allowed."""


class Stream(NamedTuple):
    """A dictionary, and where in the file the bytes behind it are, still packed."""

    entries: dict[str, Any]
    start: int
    end: int


class _Place(NamedTuple):
    """Where an object is: at an offset in the file, or the ``nth`` from 0 on in the object stream of that number."""

    at: int
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class _Section:
    """The places of ``count`` objects from the number ``first`` on, in ``rows`` from ``start`` on.

    ``widths`` are those of three columns of binary numbers, None where the rows are written out.
    """

    first: int
    count: int
    rows: bytes
    start: int
    widths: tuple[int, int, int] | None = None

    def place(self, number: int) -> _Place | None:
        """:returns: where the object is; None if it was deleted."""
        index = number - self.first
        if self.widths is not None:
            return self._packed_place(index, *self.widths)
        row = _ROW.match(self.rows, self.start + index * ROW)
        if row is None:
            raise DamagedPdfError("a table that is none")
        return _Place(int(row[1])) if row[2] == b"n" else None

    def _packed_place(self, index: int, a: int, b: int, c: int) -> _Place | None:
        at = self.start + index * (a + b + c)
        kind = self._number(at, a) if a else 1
        where, which = self._number(at + a, b), self._number(at + a + b, c)
        return {1: _Place(where), 2: _Place(where, which)}.get(kind)

    def _number(self, at: int, width: int) -> int:
        return int.from_bytes(self.rows[at : at + width], "big")


@dataclass(frozen=True, slots=True)
class _ObjectStream:
    """Objects that are packed together: their numbers, where each begins in ``data``, the same in rising order."""

    numbers: list[int]
    starts: list[int]
    rising: list[int]
    data: bytes

    def span(self, index: int, number: int) -> tuple[int, int]:
        """:returns: where the object begins and ends."""
        if index >= len(self.numbers) or self.numbers[index] != number:
            raise DamagedPdfError(f"no object {number}")
        start = self.starts[index]
        behind = bisect_right(self.rising, start)
        return start, self.rising[behind] if behind < len(self.rising) else len(self.data)


class PdfFile:
    """A file that is open for reading.

    :ivar trailer: its trailer: ``Root`` is the catalog, ``Encrypt`` is there if it is encrypted.
    """

    def __init__(self, data: bytes) -> None:
        """:raises DamagedPdfError: if the cross references cannot be read."""
        self._data = data
        self._syntax_left = MOST_SYNTAX
        self._unpacked_left = MOST_UNPACKED
        self._depth = 0
        self._sections: list[_Section] = []
        self._object_streams: dict[int, _ObjectStream] = {}
        self.trailer = self._read_references()

    def value(self, value: Any) -> Any:
        """:returns: ``value`` itself, or what it refers to: a value, a Stream, or None for what is not there.

        :raises DamagedPdfError: if that cannot be read.
        """
        for _ in range(MOST_STEPS):
            if not isinstance(value, Ref):
                return value
            value = self._object(value.number)
        raise DamagedPdfError("references without end")

    def dictionary(self, value: Any) -> dict[str, Any]:
        """:returns: as ``value``; empty if it is no dictionary."""
        found = self.value(value)
        return found if isinstance(found, dict) else {}

    def items(self, value: Any) -> list[Any]:
        """:returns: as ``value``; empty if it is no list."""
        found = self.value(value)
        return found if isinstance(found, list) else []

    def unpack(self, stream: Stream, most: int) -> bytes:
        """:returns: the bytes of the stream.

        :raises TooLargeError: if there are more than ``most``.
        :raises DamagedPdfError: if they are damaged, or packed in a way that pages are not.
        """
        filters = self.value(stream.entries.get("Filter"))
        packed = self._data[stream.start : stream.end]
        if filters in ("FlateDecode", ["FlateDecode"]):
            data = _inflated(packed, most)
        elif filters in (None, []):
            data = packed
        else:
            raise DamagedPdfError("packed in another way")
        if len(data) > most:
            raise TooLargeError
        return data

    # Objects

    def _object(self, number: int) -> Any:
        self._depth += 1  # the length of a stream may be an object too
        if self._depth > MOST_STEPS:
            raise DamagedPdfError("objects that need each other")
        try:
            place = self._place(number)
            if place is None:
                return None
            if place.nth is None:
                return self._object_at(place.at, number)
            return self._packed_object(place.at, place.nth, number)
        finally:
            self._depth -= 1

    def _place(self, number: int) -> _Place | None:
        self._syntax_left -= LOOK_UP
        for section in self._sections:
            if section.first <= number < section.first + section.count:
                return section.place(number)
        return None

    def _object_at(self, place: int, number: int | None) -> Any:
        """:param number: which object has to be there; None for any."""
        head = _HEAD.match(self._data, place)
        if head is None or number not in (None, int(head[1])):
            raise DamagedPdfError(f"no object {number} at {place}")
        read = self._read(self._data, head.end(), len(self._data))
        if len(read.values) != 1 or read.word not in (b"endobj", b"stream"):
            raise DamagedPdfError(f"object {number} is not one value")
        return self._stream(read.values[0], read.end) if read.word == b"stream" else read.values[0]

    def _stream(self, entries: Any, at: int) -> Stream:
        begins = _BODY.match(self._data, at)
        length = self.value(entries.get("Length")) if isinstance(entries, dict) else None
        if begins is None or not isinstance(length, int) or length < 0:
            raise DamagedPdfError("a stream without a length")
        stream = Stream(entries, begins.end(), begins.end() + length)
        if not _END.match(self._data, stream.end):
            raise DamagedPdfError("a stream of another length")
        return stream

    def _packed_object(self, holder: int, index: int, number: int) -> Any:
        if holder not in self._object_streams:
            self._object_streams[holder] = self._object_stream(holder)
        stream = self._object_streams[holder]
        read = self._read(stream.data, *stream.span(index, number))
        if len(read.values) != 1 or read.word:
            raise DamagedPdfError(f"object {number} is not one value")
        return read.values[0]

    def _object_stream(self, number: int) -> _ObjectStream:
        place = self._place(number)
        stream = self._object_at(place.at, number) if place and place.nth is None else None
        if not isinstance(stream, Stream):
            raise DamagedPdfError("objects in what is no stream")
        data = self._unpack_structure(stream)
        first = self.value(stream.entries.get("First"))
        if not isinstance(first, int) or not 0 <= first <= len(data):
            raise DamagedPdfError("objects that begin nowhere")
        head = self._read(data, 0, first).values
        if len(head) % 2 or not all(isinstance(number, int) and number >= 0 for number in head):
            raise DamagedPdfError("objects without numbers")
        starts = [first + offset for offset in head[1::2]]
        return _ObjectStream(head[::2], starts, sorted(starts), data)

    def _unpack_structure(self, stream: Stream) -> bytes:
        """:returns: the bytes of a stream that says where objects are, or holds them."""
        try:
            data = self.unpack(stream, self._unpacked_left)
        except TooLargeError as error:
            raise DamagedPdfError("larger than any page") from error
        self._unpacked_left -= max(len(data), stream.end - stream.start)
        if self._unpacked_left < 0:
            raise DamagedPdfError("larger than any page")
        settings = self.value(stream.entries.get("DecodeParms"))
        settings = self.dictionary(settings[0] if isinstance(settings, list) and settings else settings)
        if self.value(settings.get("Predictor", 1)) == 1:
            return data
        return _add_rows_above(data, self.value(settings.get("Columns", 1)))

    def _read(self, data: bytes, start: int, end: int) -> Read:
        """Read values, and take what they are long off what may still be read."""
        read = read_values(data, start, min(end, start + max(0, self._syntax_left)))
        self._syntax_left -= read.end - start
        return read

    # Cross references

    def _read_references(self) -> dict[str, Any]:
        """Read all parts, the latest first: what it says is believed first.

        :returns: the latest trailer.
        """
        start = _START.match(self._data, max(0, self._data.rfind(b"startxref")))
        waiting: list[Any] = [int(start[1])] if start else []
        trailers: list[dict[str, Any]] = []
        seen: set[int] = set()
        while waiting:
            place = waiting.pop()
            if not isinstance(place, int) or place < 0 or place in seen:
                raise DamagedPdfError(f"no cross references at {place}")
            seen.add(place)
            trailers.append(self._read_part(place))
            waiting += [trailers[-1][key] for key in ("Prev", "XRefStm") if key in trailers[-1]]
        if not trailers:
            raise DamagedPdfError("no cross references")
        return trailers[0]

    def _read_part(self, place: int) -> dict[str, Any]:
        table = _TABLE.match(self._data, place)
        return self._read_stream_part(place) if table is None else self._read_table(table.end())

    def _read_table(self, at: int) -> dict[str, Any]:
        while section := _SECTION.match(self._data, at):
            first, count = int(section[1]), int(section[2])
            self._keep(_Section(first, count, self._data, section.end()))
            at = section.end() + count * ROW
        begins = self._read(self._data, at, len(self._data))
        trailer = self._read(self._data, begins.end, len(self._data)).values
        if begins.word != b"trailer" or not trailer or not isinstance(trailer[0], dict):
            raise DamagedPdfError("a table without a trailer")
        return trailer[0]

    def _read_stream_part(self, place: int) -> dict[str, Any]:
        stream = self._object_at(place, None)
        entries = stream.entries if isinstance(stream, Stream) else {}
        match entries.get("W"), entries.get("Index", [0, entries.get("Size")]):
            case [int(a), int(b), int(c)], list(spans) if {a, b, c} <= WIDTHS and a + b + c:
                self._keep_spans(self._unpack_structure(stream), (a, b, c), spans)
            case _:
                raise DamagedPdfError("no cross references")
        return entries

    def _keep_spans(self, rows: bytes, widths: tuple[int, int, int], spans: list[Any]) -> None:
        start = 0
        for first, count in zip(spans[::2], spans[1::2], strict=False):
            if not (isinstance(first, int) and isinstance(count, int) and count >= 0):
                raise DamagedPdfError("cross references that count wrong")
            self._keep(_Section(first, count, rows, start, widths))
            start += count * sum(widths)

    def _keep(self, section: _Section) -> None:
        if len(self._sections) >= MOST_SECTIONS:
            raise DamagedPdfError("more sections than any page has")
        self._sections.append(section)


def _inflated(packed: bytes, most: int) -> bytes:
    """:returns: all of it, or the first ``most`` bytes and one more."""
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(packed, most + 1)
    except zlib.error as error:
        raise DamagedPdfError(str(error)) from error
    if len(data) <= most and not unpacker.eof:
        raise DamagedPdfError("half a stream")
    return data


def _add_rows_above(data: bytes, columns: Any) -> bytes:
    """Undo PNG's "Up", which is how cross references are made to pack well: every row is written less the one above."""
    if not isinstance(columns, int) or not 0 < columns <= MOST_COLUMNS or len(data) % (columns + 1):
        raise DamagedPdfError("columns of another kind")
    above, rows = bytes(columns), list[bytes]()
    for at in range(0, len(data), columns + 1):
        row = data[at + 1 : at + 1 + columns]
        if data[at] not in (0, 2):
            raise DamagedPdfError("rows of another kind")
        above = bytes([(a + b) & 255 for a, b in zip(row, above, strict=True)]) if data[at] else row
        rows.append(above)
    return b"".join(rows)
