"""Files that somebody might hand us: broken, wrong or made to hurt. The same seed gives the same files.

First come those that are made on purpose, then valid ones with random damage, without end: take as many as you want.
"""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any

from tests.exports.raw_pdf import (
    MEGABYTE,
    Objects,
    empty_page,
    holding,
    object_stream,
    packed,
    stream,
    with_stream,
    with_table,
    zeros,
)

HostileFile = tuple[str, bytes]
DEEP = 100_000
MANY = 2_000_000
BOMB_MB = 1_500
OVERLAP = 64


def hostile_files(seed: int, pdfs: Sequence[bytes], records: Sequence[bytes]) -> Iterator[HostileFile]:
    """:param pdfs: valid pages with their records; ``records`` valid ones by themselves (both not empty).
    :returns: names, which say what is wrong, with the bytes.
    """
    return chain(made_on_purpose(records[0]), made_by_chance(seed, pdfs, records))


def made_by_chance(seed: int, pdfs: Sequence[bytes], records: Sequence[bytes]) -> Iterator[HostileFile]:
    """:returns: valid files with random damage, without end."""
    chance = random.Random(seed)
    while True:
        yield damaged(chance, "damaged pdf", chance.choice(pdfs))
        yield damaged(chance, "damaged json", chance.choice(records))
        yield "json, wrong somewhere", wrong_somewhere(chance, chance.choice(records))


def made_on_purpose(record: bytes) -> Iterator[HostileFile]:
    """:returns: each way to hurt once; they are made one at a time, because some are large."""
    return chain(
        bare_files(record), json_files(record), attachments(record), bombs(record), pdf_structures(record)
    )


# Neither the one nor the other


def bare_files(record: bytes) -> Iterator[HostileFile]:
    yield "empty", b""
    yield "one NUL", b"\0"
    yield "a line end", b"\n"
    yield "50 MB of NUL", bytes(50 * MEGABYTE)
    yield "51 MB of blanks", b" " * (51 * MEGABYTE)
    yield "random bytes", random.Random(0).randbytes(100_000)
    yield "ZIP", b"PK\x03\x04" + bytes(100)
    yield "PDF header alone", b"%PDF-1.7\n"
    yield "PDF header and random bytes", b"%PDF-1.7\n" + random.Random(1).randbytes(100_000)
    yield "record behind a PDF header", b"%PDF-1.7\n" + record


# JSON


def json_files(record: bytes) -> Iterator[HostileFile]:
    yield from other_encodings(record.decode("utf-8"))
    yield from other_shapes(record)
    yield from _too_much()


def other_encodings(text: str) -> Iterator[HostileFile]:
    """:returns: a valid file with a byte order mark, in other encodings, and with letters that are none."""
    yield "json, byte order mark", b"\xef\xbb\xbf" + text.encode()
    for encoding in ("utf-16", "utf-16-be", "utf-32"):
        yield f"json, {encoding}", text.encode(encoding)
    yield "json, Latin-1", text.replace("a", "ä").encode("latin-1", "replace")
    yield "json, lone surrogate in UTF-8", text.replace("a", "\ud800").encode("utf-8", "surrogatepass")
    yield "json, lone surrogates spelt out", text.replace("a", "\\udfff").encode()
    yield "json, NUL bytes", text.replace("a", "\0").encode()
    yield "json, NUL spelt out", text.replace("a", "\\u0000").encode()


def other_shapes(record: bytes) -> Iterator[HostileFile]:
    """:param record: a valid file as compact JSON; each of its keys is taken out, given wrong values, and doubled."""
    for value in (b"null", b"true", b"7", b'"record"', b"[]", b"{}", b"NaN", b"-Infinity", b"[%b]" % record):
        yield f"json, {value[:12].decode()}", value
    plain: dict[str, Any] = json.loads(record)
    for key in plain:
        yield f"json, no {key}", _as_bytes({name: item for name, item in plain.items() if name != key})
        for wrong in (None, "x", [plain]):
            yield f"json, {key} is {json.dumps(wrong)[:12]}", _as_bytes({**plain, key: wrong})
        yield f"json, {key} twice", b'{"%b":null,%b' % (key.encode(), record[1:])
    yield "json, twice", record + record
    yield "json, a word behind it", record + b" yes"
    yield "json, newer", _as_bytes({**plain, "format": 99})
    yield "json, format of 5,000 digits", _as_bytes({**plain, "format": "N"}).replace(b'"N"', b"9" * 5_000)
    for number in (b"NaN", b"Infinity", b"-Infinity", b"1e999", b"-0", b"9" * 4_000):
        yield f"json, numbers are {number[:12].decode()}", record.replace(b":0", b":" + number)


def _too_much() -> Iterator[HostileFile]:
    yield "json, lists in lists", b"[" * DEEP + b"]" * DEEP
    yield "json, objects in objects", b'{"a":' * DEEP + b"1" + b"}" * DEEP
    yield "json, a list that never ends", b'{"format":1,"entries":' + b"[" * (10 * MEGABYTE)
    for name, item in {
        "empty lists": b"[],",
        "full lists": b"[0],",
        "full objects": b'{"":0},',
        "numbers": b"1.5,",
        "words": b'"\xce\xb1\xce\xb2",',
    }.items():
        yield f"json, 15 MB of {name}", _many(item, 15)
    keys = b",".join(b'"%x":0' % number for number in range(15 * MEGABYTE // 11))
    yield "json, a million keys", b'{"format":1,%b}' % keys
    yield "json, one long text", b'{"format":1,"app":"%b"}' % ("\U0001f600" * (3 * MEGABYTE)).encode()
    yield "json, one long number", b'{"format":%b}' % (b"9" * (15 * MEGABYTE))
    yield "json, too large", _many(b"0,", 17)


def _many(item: bytes, megabytes: int) -> bytes:
    return b'{"format":1,"entries":[%b0]}' % (item * (megabytes * MEGABYTE // len(item)))


def _as_bytes(plain: Any) -> bytes:
    return json.dumps(plain).encode()


# What is attached


def attachments(record: bytes) -> Iterator[HostileFile]:
    good = packed(record)
    yield "pdf without anything", with_table(empty_page(b""))
    yield "pdf with another file", with_table(holding(good, names=["invoice.xml"]))
    yield "pdf with a thousand other files", with_table(holding(*[good] * 1_000, names=["x.json"] * 1_000))
    yield "pdf with two records", with_table(holding(good, packed(record + b" ")))
    yield "pdf with the same record twice", with_table(holding(good, good))
    yield "pdf with an empty record", with_table(holding(packed(b"")))
    yield "pdf with half a record", with_table(holding(packed(record[: len(record) // 2])))
    yield "pdf with a picture as record", with_table(holding(packed(b"\x89PNG" + bytes(100))))
    yield "pdf with a pdf as record", with_table(holding(packed(with_table(holding(good)))))
    yield "pdf with a large record", with_table(holding(packed(_many(b"0,", 17))))
    yield "pdf with a deep record", with_table(holding(packed(b'{"a":' * DEEP)))
    yield "pdf, encrypted", with_table(holding(good), b"/Root 1 0 R /Encrypt << /Filter /Standard /V 5 >>")
    yield "pdf, encrypted badly", with_table(holding(good), b"/Root 1 0 R /Encrypt 77 0 R")


# Little that becomes much


def bombs(record: bytes) -> Iterator[HostileFile]:
    bomb = zeros(BOMB_MB)
    json_bomb = zeros(BOMB_MB, b'{"a":[0,')
    flate = b"/Filter /FlateDecode"
    twice = b"/Filter [/FlateDecode /FlateDecode]"
    yield "bomb, record", with_table(holding(stream(bomb, flate)))
    yield "bomb, record that begins well", with_table(holding(stream(json_bomb, flate)))
    yield "bomb, record packed twice", with_table(holding(packed_twice(bomb, twice)))
    yield (
        "bomb, record in hex",
        with_table(holding(stream(bomb.hex().encode() + b">", b"/Filter [/ASCIIHexDecode /FlateDecode]"))),
    )
    yield (
        "bomb, record in runs",
        with_table(holding(packed_twice(b"\x81x" * MANY, b"/Filter [/FlateDecode /RunLengthDecode]"))),
    )
    yield (
        "bomb, a hundred filters",
        with_table(holding(stream(bomb, b"/Filter [%b]" % (b"/FlateDecode " * 100)))),
    )
    yield (
        "bomb, columns of a predictor",
        with_table(holding(packed(record, b"/DecodeParms << /Predictor 12 /Columns 2147483647 >>"))),
    )
    yield (
        "bomb, colours of a predictor",
        with_table(
            holding(
                packed(
                    record,
                    b"/DecodeParms << /Predictor 15 /Columns 99999 /Colors 99999 /BitsPerComponent 32 >>",
                )
            )
        ),
    )
    yield "bomb, objects", bomb_of_objects(zeros(BOMB_MB, b"1 0 "))
    yield "bomb, objects of numbers", bomb_of_objects(zeros(400, b"[0 0 0 0"))
    yield "bomb, objects of lists", bomb_of_objects(zeros(400, b"[[[[[[[["))
    yield "bomb, cross references", bomb_of_references(bomb, b"/W [1 4 2] /Size 2000000000")
    yield (
        "bomb, cross references of one byte",
        bomb_of_references(zeros(4, b"\x01"), b"/W [1 0 0] /Size 4194304"),
    )
    yield "bomb, cross references of nothing", bomb_of_references(bomb, b"/W [0 0 0] /Size 4194304")
    yield "bomb, wide cross references", bomb_of_references(bomb, b"/W [999999999 999999999 4] /Size 9")
    yield (
        "bomb, rows of one column",
        bomb_of_references(
            zeros(3, b"\x02\x01"), b"/W [1 0 0] /Size 1500000 /DecodeParms << /Predictor 12 /Columns 1 >>"
        ),
    )
    yield (
        "bomb, page",
        with_table(
            {
                **holding(packed(record)),
                3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
                4: stream(bomb, flate),
            }
        ),
    )


def packed_twice(data: bytes, entries: bytes) -> bytes:
    return stream(zlib.compress(data), entries)


def bomb_of_objects(bomb: bytes) -> bytes:
    """The catalog is one of the objects in a stream that never ends."""
    good = with_stream({5: b"null"}, {1: b"<< /Type /Catalog >>"})
    small = object_stream({1: b"<< /Type /Catalog >>"})
    large = stream(bomb, b"/Type /ObjStm /N 1 /First 0 /Filter /FlateDecode")
    return _replaced(good, small, large)


def _replaced(pdf: bytes, old: bytes, new: bytes) -> bytes:
    """:returns: the file with one body in the place of another, and the cross references at their new place."""
    before, _, behind = pdf.partition(old)
    begins = pdf.rindex(b"startxref\n") + 10
    place = int(pdf[begins:].split()[0])
    moved = place + len(new) - len(old)
    return (before + new + behind).replace(b"startxref\n%d" % place, b"startxref\n%d" % moved)


def bomb_of_references(bomb: bytes, entries: bytes) -> bytes:
    """The cross references never end."""
    body = stream(bomb, b"/Type /XRef /Root 1 0 R /Filter /FlateDecode " + entries)
    return b"%%PDF-1.7\n9 0 obj\n%b\nendobj\nstartxref\n9\n%%%%EOF\n" % body


# How the file is put together


def pdf_structures(record: bytes) -> Iterator[HostileFile]:
    yield from _deep_values(record)
    yield from _long_values(record)
    yield from _trees(packed(record))
    yield from _circles(packed(record))
    yield from _cross_references(record)


def _deep_values(record: bytes) -> Iterator[HostileFile]:
    for name, opening, closing in (
        ("lists", b"[", b"]"),
        ("dictionaries", b"<< /A ", b">>"),
        ("texts", b"(", b")"),
    ):
        deep = opening * DEEP + closing * DEEP
        yield f"pdf, {name} in {name}", with_table(holding(packed(record), catalog=b"/Deep " + deep))
        yield (
            f"pdf, {name} in {name} without end",
            with_table(holding(packed(record), catalog=b"/Deep " + opening * (4 * MEGABYTE))),
        )
        yield (
            f"pdf, {name} in {name} in the trailer",
            with_table(holding(packed(record)), b"/Root 1 0 R /Deep " + deep),
        )


def _long_values(record: bytes) -> Iterator[HostileFile]:
    for name, value in {
        "numbers": b"[%b]" % (b"0 " * (20 * MEGABYTE)),
        "names": b"[%b]" % (b"/A" * (20 * MEGABYTE)),
        "one name": b"/" + b"A" * (40 * MEGABYTE),
        "one number": b"9" * (40 * MEGABYTE),
        "one text": b"(%b)" % (b"\\0" * (20 * MEGABYTE)),
        "one text in hex": b"<%b>" % (b"4" * (40 * MEGABYTE)),
        "a comment": b"%" + b"x" * (40 * MEGABYTE) + b"\n 1",
        "blanks": b" " * (40 * MEGABYTE) + b"1",
        "keys": b"<< %b >>" % b"".join(b"/%x 0 " % number for number in range(MANY)),
    }.items():
        yield f"pdf, 40 MB of {name}", with_table(holding(packed(record), catalog=b"/Long " + value))
    long = b"[%b]" % (b"0 " * (20 * MEGABYTE))
    yield (
        "pdf, 40 MB of numbers in the trailer",
        with_table(holding(packed(record)), b"/Root 1 0 R /Long " + long),
    )
    yield (
        "pdf, 40 MB before the first object",
        with_table(holding(packed(record)), before=b"0 " * (20 * MEGABYTE)),
    )
    yield "pdf, 40 MB of objects without table", b"%PDF-1.7\n" + b"1 0 obj[]endobj\n" * (40 * MEGABYTE // 16)
    yield "pdf, too large", with_table(holding(packed(record)), before=b"%" + b"x" * (51 * MEGABYTE) + b"\n")


def _trees(good: bytes) -> Iterator[HostileFile]:
    def with_names(root: bytes, extra: Objects) -> bytes:
        return with_table(
            {
                **holding(good),
                1: b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles %b >> >>" % root,
                **extra,
            }
        )

    deep = {100 + level: b"<< /Kids [%d 0 R] >>" % (101 + level) for level in range(20_000)}
    wide = {100 + level: b"<< /Kids [%b] >>" % (b"%d 0 R " % (101 + level) * 50) for level in range(30)}
    yield "pdf, a deep tree of names", with_names(b"100 0 R", deep)
    yield "pdf, a tree of names that is ten to the fifty", with_names(b"100 0 R", wide)
    yield "pdf, a tree of names in itself", with_names(b"100 0 R", {100: b"<< /Kids [100 0 R 100 0 R] >>"})
    yield (
        "pdf, a tree of names of a million",
        with_names(b"<< /Names [%b] >>" % (b"(a) 11 0 R " * 1_000_000), {}),
    )
    yield "pdf, an odd tree of names", with_names(b"<< /Names [(record.json)] >>", {})
    yield (
        "pdf, a tree of wrong things",
        with_names(b"<< /Names [7 7 (a) (b) << >> [] null 11 0 R] /Kids 7 >>", {}),
    )
    pages = {
        **holding(good),
        **{100 + n: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (101 + n) for n in range(20_000)},
    }
    yield "pdf, a deep tree of pages", with_table({**pages, 2: pages[100]})
    yield (
        "pdf, pages in themselves",
        with_table({**holding(good), 2: b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"}),
    )
    yield (
        "pdf, two billion pages",
        with_table({**holding(good), 2: b"<< /Type /Pages /Kids [] /Count 2147483647 >>"}),
    )


def _circles(good: bytes) -> Iterator[HostileFile]:
    objects = holding(good)
    yield "pdf, a reference to itself", with_table({**objects, 11: b"11 0 R"})
    yield "pdf, references in a circle", with_table({**objects, 11: b"20 0 R", 20: b"11 0 R"})
    chain_of = {20 + number: b"%d 0 R" % (21 + number) for number in range(20_000)}
    yield "pdf, a long chain of references", with_table({**objects, 11: b"20 0 R", **chain_of})
    yield "pdf, a stream as long as itself", with_table({**objects, 10: stream(b"x", length=b"10 0 R")})
    for length in (b"-1", b"99999999999", b"(x)", b"77 0 R", b"1e9", b"9" * 5_000):
        yield (
            f"pdf, a stream of length {length[:12].decode()}",
            with_table({**objects, 10: stream(b"{}", length=length)}),
        )
    inside = with_stream(objects, {30: b"null"})
    yield "pdf, an object stream in itself", inside.replace(b"/N 1", b"/N 1 /Extends 31 0 R")
    first = b"/First "
    for wrong in (b"-5 ", b"99999999 ", b"/A "):
        yield (
            f"pdf, objects begin at {wrong.decode()}",
            with_stream({}, empty_page(b"")).replace(first, first + wrong),
        )


def _cross_references(record: bytes) -> Iterator[HostileFile]:
    good = with_table(holding(packed(record)))
    table = good.rindex(b"xref\n0")
    trailer = b"trailer\n<< /Size 99 /Root 1 0 R"
    yield "pdf, no table", good[:table]
    yield "pdf, a table of 2,000,000,000", good.replace(b"xref\n0 ", b"xref\n0 2000000000 % ")
    yield "pdf, a table before the file", good.replace(b"startxref\n", b"startxref\n-")
    yield "pdf, a table behind the file", good.replace(b"startxref\n", b"startxref\n9999")
    yield "pdf, a table before itself", good.replace(b"/Root", b"/Prev %d /Root" % (table))
    yield "pdf, a root that is not there", good.replace(b"/Root 1 0 R", b"/Root 8 0 R")
    yield "pdf, a root that is a number", good.replace(b"/Root 1 0 R", b"/Root 1      ")
    yield (
        "pdf, objects at wrong places",
        good.replace(b" 00000 n", b" 00000 n").replace(b"xref\n0", b"xref\n3"),
    )
    yield "pdf, a hundred thousand tables", b"%PDF-1.7\n" + _tables(100_000, trailer)
    yield "pdf, 40 MB of table", _long_table(good, MANY)
    yield "pdf, tables over the same rows", _overlapping_tables()
    yield "pdf, a thousand streams over the same bytes", _overlapping_streams()


def _tables(count: int, trailer: bytes) -> bytes:
    """Each names the one before it."""
    data = bytearray(b"xref\n0 0\n" + trailer + b" >>\n")
    previous = 9
    for _ in range(count):
        place = 9 + len(data)
        data += b"xref\n0 0\n%b /Prev %d >>\n" % (trailer, previous)
        previous = place
    return bytes(data) + b"startxref\n%d\n%%%%EOF" % previous


def _long_table(good: bytes, rows: int) -> bytes:
    head, row, tail = good.rindex(b"xref\n0"), b"0000000009 00000 n \n", good.rindex(b"trailer")
    return (
        good[:tail]
        + b"%d %d\n" % (100, rows)
        + row * rows
        + good[tail:].replace(b"\n%d\n" % head, b"\n%d\n" % head)
    )


def _overlapping_tables() -> bytes:
    """Two hundred tables with the same two million rows each: 8 GB for whoever copies them."""
    start, rows = b"%PDF-1.7\n", 2_000_000
    head = b"xref\n0 %d\n   " % rows
    heads = b"".join(head.ljust(OVERLAP, b"%") for _ in range(200))
    tails = b"trailer << /Root 1 0 R >>".ljust(OVERLAP)
    for index in range(199):
        tails += (b"trailer << /Prev %d >>" % (len(start) + OVERLAP * index)).ljust(OVERLAP)
    filler = bytes(len(head) + 20 * rows - len(heads))
    return start + heads + filler + tails + b"startxref\n%d\n%%%%EOF\n" % (len(start) + OVERLAP * 199)


def _overlapping_streams() -> bytes:
    """A thousand attached files that are the same 40 MB: 40 GB for whoever keeps them all."""
    numbers, length = range(1_000, 2_000), 40 * MEGABYTE
    specifications = b"".join(
        b"(%d) << /F (record.json) /EF << /F %d 0 R >> >> " % (number, number) for number in numbers
    )
    names = b"/Names << /EmbeddedFiles << /Names [%b] >> >>" % specifications
    first = b"%%PDF-1.7\n1 0 obj\n<< /Type /Catalog %b >>\nendobj\n" % names
    heads = [(b"%d 0 obj\n<< /Length %d >>\nstream\n" % (number, length)) for number in numbers]
    body = b"".join(head.ljust(OVERLAP) for head in heads)
    filler = bytes(len(heads[0]) + length - len(body))
    data = first + body + filler + b"endstream".ljust(OVERLAP) * len(numbers)
    rows = b"".join(b"%010d 00000 n \n" % (len(first) + OVERLAP * index) for index in range(len(numbers)))
    table = b"xref\n1 1\n0000000009 00000 n \n%d %d\n%b" % (numbers[0], len(numbers), rows)
    return data + table + b"trailer << /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(data)


# Random damage


def damaged(chance: random.Random, kind: str, data: bytes) -> HostileFile:
    """:returns: ``data`` with one kind of damage."""
    damage = chance.choice(DAMAGES)
    return f"{kind}, {damage.__name__.replace('_', ' ')}", damage(chance, data)


def cut_off(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def cut_out(chance: random.Random, data: bytes) -> bytes:
    first, last = _span(chance, data)
    return data[:first] + data[last:]


def bits_flipped(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 100))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def bytes_swapped(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8))):
        a, b = chance.randrange(len(data)), chance.randrange(len(data))
        changed[a], changed[b] = changed[b], changed[a]
    return bytes(changed)


def random_inside(chance: random.Random, data: bytes) -> bytes:
    first, last = _span(chance, data)
    return data[:first] + chance.randbytes(last - first) + data[last:]


def a_part_again(chance: random.Random, data: bytes) -> bytes:
    first, last = _span(chance, data)
    return data[:last] + data[first:last] + data[last:]


def zeros_inside(chance: random.Random, data: bytes) -> bytes:
    first, last = _span(chance, data)
    return data[:first] + bytes(last - first) + data[last:]


def digits_changed(chance: random.Random, data: bytes) -> bytes:
    """What counts, measures and points in both kinds of file is written in digits."""
    digits = [index for index, byte in enumerate(data) if byte in b"0123456789"]
    changed = bytearray(data)
    for index in chance.sample(digits, min(len(digits), chance.choice((1, 3, 30)))):
        changed[index] = chance.choice(b"0123456789")
    return bytes(changed)


DAMAGES: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    cut_off,
    cut_out,
    bits_flipped,
    bytes_swapped,
    random_inside,
    a_part_again,
    zeros_inside,
    digits_changed,
)


def _span(chance: random.Random, data: bytes) -> tuple[int, int]:
    first = chance.randrange(len(data))
    return first, min(len(data), first + chance.choice((1, 4, 64, 4096)))


WRONG_VALUES: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    10**30,
    1e308,
    float("nan"),
    float("inf"),
    "",
    "x" * 10_000,
    "\ud800",
    "\0",
    "2026-13-45T99:99:99Z",
    "00000000-0000-0000-0000-000000000000",
    [],
    {},
    [[[[]]]],
    {"kind": "started"},
)


def wrong_somewhere(chance: random.Random, record: bytes) -> bytes:
    """:returns: the record as JSON still, with a value replaced, left out, given a new name or taken from elsewhere."""
    plain = json.loads(record)
    places = list(_places(plain))
    for _ in range(chance.choice((1, 1, 2, 5))):
        holder, key = chance.choice(places)
        if key not in (holder if isinstance(holder, dict) else range(len(holder))):
            continue
        kind = chance.randrange(4)
        if kind == 0:
            del holder[key]
        elif kind == 1 and isinstance(holder, dict):
            holder[chance.choice(("", "kind", "id", "x"))] = holder.pop(key)
        elif kind == 2:
            other, _ = chance.choice(places)
            holder[key] = json.loads(json.dumps(other))
        else:
            holder[key] = chance.choice(WRONG_VALUES)
    return json.dumps(plain).encode()


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """:returns: everything inside, as what holds it with its key or index."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in list(inside):
        yield value, key
        yield from _places(item)
