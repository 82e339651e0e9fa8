"""The sheet becomes a file: PDF/A-3a (to be kept for years) and PDF/UA-1 (to be read aloud) at once.

The same sheet gives the same bytes, whatever the clock, the machine or its settings.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from exports.page.objects import Objects, Ref, array, dictionary, name, number, string
from exports.page.sheet import Sheet
from exports.page.xmp import Properties, xmp_packet

RECORD_NAME = "record.json"
"""The name of the attached record inside the file."""

_COLOURS = "sRGB IEC61966-2.1"


def write_file(sheet: Sheet, properties: Properties, record: bytes | None) -> bytes:
    """:param record: attached as ``record.json`` if given; it says as data what the page says in words.
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
        **(_attachment(objects, record, properties) if record is not None else {}),
    )
    return objects.file(
        catalog=catalog, info=_info(properties), identity=_identity(sheet, properties, record)
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


def _attachment(objects: Objects, record: bytes, properties: Properties) -> dict[str, str]:
    """The catalog's entries for the attached record."""
    checksum = hashlib.md5(record, usedforsecurity=False).hexdigest()
    file = objects.add_stream(
        record,
        Type=name("EmbeddedFile"),
        Subtype="/application#2Fjson",
        Params=dictionary(
            Size=str(len(record)), CheckSum=f"<{checksum}>", ModDate=_ascii_string(properties.pdf_date)
        ),
    )
    specification = objects.add(
        dictionary(
            Type=name("Filespec"),
            F=_ascii_string(RECORD_NAME),
            UF=string(RECORD_NAME),
            Desc=string(properties.title),
            AFRelationship=name("Source"),
            EF=dictionary(F=file, UF=file),
        )
    )
    names = array((_ascii_string(RECORD_NAME), specification))
    return {
        "AF": array((specification,)),
        "Names": dictionary(EmbeddedFiles=dictionary(Names=names)),
    }


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


def _identity(sheet: Sheet, properties: Properties, record: bytes | None) -> str:
    parts = (sheet.content, repr(properties).encode(), record or b"")
    return hashlib.md5(b"\0".join(parts), usedforsecurity=False).hexdigest()


def _ascii_string(text: str) -> str:
    return f"({text})"
