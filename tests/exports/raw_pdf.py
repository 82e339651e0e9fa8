"""PDF files written by hand: right ones in the ways other programs write them, and wrong ones on purpose."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

Objects = Mapping[int, bytes]
"""The body of each object by its number."""

MEGABYTE = 1 << 20


def stream(data: bytes, entries: bytes = b"", *, length: int | bytes | None = None) -> bytes:
    """:returns: an object's body; ``length`` is a lie if it is given."""
    said = len(data) if length is None else length
    head = b"<< %b /Length %b >>" % (entries, said if isinstance(said, bytes) else b"%d" % said)
    return head + b"\nstream\n" + data + b"\nendstream"


def packed(data: bytes, entries: bytes = b"") -> bytes:
    """:returns: a stream that holds ``data`` compressed."""
    return stream(zlib.compress(data), entries + b" /Filter /FlateDecode")


def zeros(megabytes: int, unit: bytes = b"\0") -> bytes:
    """:returns: zlib data, a thousandth as large, that unpacks to so many MB of ``unit`` over and over."""
    packer = zlib.compressobj(9)
    block = unit * (MEGABYTE // len(unit))
    first = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + again * (megabytes - 1) + b"\x01\0\0\xff\xff" + _checksum(block, megabytes)


def _checksum(block: bytes, times: int) -> bytes:
    """Adler-32 of a block over and over, without going through it more than once."""
    one = zlib.adler32(block)
    low, high = 1, 0
    for _ in range(times):
        high = (high + (one >> 16) + len(block) * (low - 1)) % 65521
        low = (low + (one & 0xFFFF) - 1) % 65521
    return (high << 16 | low).to_bytes(4, "big")


def with_table(objects: Objects, trailer: bytes = b"/Root 1 0 R", *, before: bytes = b"") -> bytes:
    """:returns: a file with a table of cross references; ``trailer`` is what stands in it beside /Size."""
    data, places = _bodies(objects, before)
    rows = [b"0000000000 65535 f \n"]
    rows += [_row(places.get(number)) for number in range(1, _size(objects))]
    table = b"xref\n0 %d\n" % len(rows) + b"".join(rows)
    end = b"trailer\n<< /Size %d %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(rows), trailer, len(data))
    return data + table + end


def _row(place: int | None) -> bytes:
    return b"0000000000 00001 f \n" if place is None else b"%010d 00000 n \n" % place


def with_stream(
    objects: Objects, inside: Objects, trailer: bytes = b"/Root 1 0 R", *, predictor: bool = False
) -> bytes:
    """:returns: a file with a stream of cross references; ``inside`` are objects kept in an object stream."""
    holder = max([*objects, *inside]) + 1
    data, places = _bodies({**objects, holder: object_stream(inside)})
    order = list(inside)
    rows = [(0, 0, 65535)]
    for number in range(1, holder + 1):
        if number in inside:
            rows.append((2, holder, order.index(number)))
        else:
            rows.append((1, places[number], 0) if number in places else (0, 0, 0))
    rows.append((1, len(data), 0))
    entries = b"/Type /XRef /W [1 4 2] /Size %d %b" % (len(rows), trailer)
    lines = [kind.to_bytes(1, "big") + a.to_bytes(4, "big") + b.to_bytes(2, "big") for kind, a, b in rows]
    if predictor:
        lines = _upwards(lines)
        entries += b" /DecodeParms << /Predictor 12 /Columns 7 >>"
    table = packed(b"".join(lines), entries)
    return data + b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (holder + 1, table, len(data))


def _upwards(lines: Sequence[bytes]) -> list[bytes]:
    """Each line less the one above, as PNG has it."""
    above = [bytes(len(lines[0])), *lines[:-1]]
    return [
        b"\x02" + bytes((a - b) & 255 for a, b in zip(line, up, strict=True))
        for line, up in zip(lines, above, strict=True)
    ]


def object_stream(inside: Objects, entries: bytes = b"") -> bytes:
    """:returns: the body of an object stream."""
    head, body = b"", b""
    for number, value in inside.items():
        head += b"%d %d " % (number, len(body))
        body += value + b" "
    return packed(head + body, b"/Type /ObjStm /N %d /First %d %b" % (len(inside), len(head), entries))


def _bodies(objects: Objects, before: bytes = b"") -> tuple[bytes, dict[int, int]]:
    data, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + before), dict[int, int]()
    for number, body in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    return bytes(data), places


def _size(objects: Objects) -> int:
    return max(objects, default=0) + 1


def holding(
    *records: bytes, names: Sequence[str] = (), catalog: bytes = b"", extra: Objects | None = None
) -> dict[int, bytes]:
    """:param records: the bodies of the attached streams; each is named ``record.json`` unless ``names`` has another.
    :returns: the objects of an empty page with attachments.
    """
    entries, objects = b"", dict[int, bytes]()
    for index, record in enumerate(records):
        name = names[index].encode("ascii") if index < len(names) else b"record.json"
        file, specification = 10 + 2 * index, 11 + 2 * index
        objects[file] = record
        objects[specification] = b"<< /Type /Filespec /F (%b) /UF (%b) /EF << /F %d 0 R >> >>" % (
            name,
            name,
            file,
        )
        entries += b"(%b%d) %d 0 R " % (name, index, specification)
    objects |= empty_page(b"/Names << /EmbeddedFiles << /Names [%b] >> >> %b" % (entries, catalog))
    return objects | dict(extra or {})


def empty_page(catalog: bytes) -> dict[int, bytes]:
    """:returns: the objects of a file with one page and ``catalog`` in its catalog."""
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalog,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    }
