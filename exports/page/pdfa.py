"""The sheet becomes a file: PDF/A-3a (to be kept for years) and PDF/UA-1 (to be read aloud) at once.

The same sheet gives the same bytes, whatever the clock, the machine or its settings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from exports.page.objects import Objects, Ref, array, dictionary, name, number, string
from exports.page.sheet import Sheet
from exports.page.xmp import Properties, xmp_packet
from exports.statement import STATEMENT_NAME

RECORD_NAME = "record.json"
"""The name of the attached record inside the file."""
RUBRIC_NAME = "rubric.json"
"""The name of the attached rubric inside the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file inside the file: what it is (``subtype``, a MIME type) and what it is to the page (``relationship``)."""

    name: str
    data: bytes
    subtype: str
    relationship: str


def record_attachment(record: bytes) -> Attachment:
    """:returns: the record, which says as data what the page says in words."""
    return Attachment(name=RECORD_NAME, data=record, subtype="application/json", relationship="Source")


def statement_attachment(statement: bytes) -> Attachment:
    """:returns: the rep's own statement, which the page has no room for."""
    return Attachment(name=STATEMENT_NAME, data=statement, subtype="text/plain", relationship="Supplement")


def rubric_attachment(rubric: bytes) -> Attachment:
    """:returns: the file of the rubric that the sheet shows."""
    return Attachment(name=RUBRIC_NAME, data=rubric, subtype="application/json", relationship="Source")


_COLOURS = "sRGB IEC61966-2.1"


def write_file(sheet: Sheet, properties: Properties, attached: Sequence[Attachment]) -> bytes:
    """:param attached: the files to attach, in the order of their names.
    :returns: the whole PDF file.
    """
    objects = Objects()
    page = objects.reserve()
    pages = objects.add(dictionary(Type=name("Pages"), Kids=array((page,)), Count="1"))
    objects.fill(page, _page(sheet, objects, pages))
    catalog = dictionary(
        Type=name("Catalog"),
        Pages=pages,
        Lang=string(properties.language),
        MarkInfo="<< /Marked true >>",
        ViewerPreferences="<< /DisplayDocTitle true >>",
        StructTreeRoot=sheet.tags.write(objects, page),
        Metadata=objects.add_stream(
            xmp_packet(properties), packed=False, Type=name("Metadata"), Subtype=name("XML")
        ),
        OutputIntents=array((_output_intent(objects),)),
        **_attachments(objects, attached, properties),
    )
    return objects.file(
        catalog=catalog, info=_info(properties), identity=_identity(sheet, properties, attached)
    )


def _page(sheet: Sheet, objects: Objects, pages: Ref) -> str:
    fonts = {font.resource: font.write(objects) for font in sheet.fonts.values()}
    return dictionary(
        Type=name("Page"),
        Parent=pages,
        MediaBox=array(("0", "0", number(sheet.width), number(sheet.height))),
        Resources=dictionary(Font=dictionary(**fonts)),
        Contents=objects.add_stream(sheet.content),
        StructParents="0",
    )


def _output_intent(objects: Objects) -> str:
    """What red, green and blue mean, without which PDF/A allows no colour."""
    return dictionary(
        Type=name("OutputIntent"),
        S=name("GTS_PDFA1"),
        OutputConditionIdentifier=string("sRGB"),
        Info=string(_COLOURS),
        DestOutputProfile=objects.add_stream(_colour_profile(), N="3"),
    )


@lru_cache
def _colour_profile() -> bytes:
    return (Path(__file__).parent / "srgb.icc").read_bytes()


def _attachments(objects: Objects, attached: Sequence[Attachment], properties: Properties) -> dict[str, str]:
    """The catalog's entries for the attached files."""
    if not attached:
        return {}
    files = [(_ascii_string(file.name), _attachment(objects, file, properties)) for file in attached]
    names = array(part for pair in files for part in pair)
    return {
        "AF": array(specification for _, specification in files),
        "Names": dictionary(EmbeddedFiles=dictionary(Names=names)),
    }


def _attachment(objects: Objects, attached: Attachment, properties: Properties) -> Ref:
    checksum = hashlib.md5(attached.data, usedforsecurity=False).hexdigest()
    file = objects.add_stream(
        attached.data,
        Type=name("EmbeddedFile"),
        Subtype=f"/{attached.subtype.replace('/', '#2F')}",
        Params=dictionary(
            Size=str(len(attached.data)), CheckSum=f"<{checksum}>", ModDate=_ascii_string(properties.pdf_date)
        ),
    )
    return objects.add(
        dictionary(
            Type=name("Filespec"),
            F=_ascii_string(attached.name),
            UF=string(attached.name),
            Desc=string(properties.title),
            AFRelationship=name(attached.relationship),
            EF=dictionary(F=file, UF=file),
        )
    )


def _info(properties: Properties) -> str:
    """The old form of the properties, which has to agree with the XMP."""
    date = _ascii_string(properties.pdf_date)
    return dictionary(
        Title=string(properties.title),
        Author=string(properties.author),
        Subject=string(properties.subject),
        Creator=string(properties.tool),
        Producer=string(properties.tool),
        CreationDate=date,
        ModDate=date,
    )


def _identity(sheet: Sheet, properties: Properties, attached: Sequence[Attachment]) -> str:
    data = [file.data for file in attached] or [b""]
    parts = (sheet.content, repr(properties).encode(), *data)
    return hashlib.md5(b"\0".join(parts), usedforsecurity=False).hexdigest()


def _ascii_string(text: str) -> str:
    return f"({text})"
