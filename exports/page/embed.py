"""Fonts inside the PDF: only the glyphs a page uses, each with the text it stands for."""

from __future__ import annotations

import hashlib
import struct

from exports.page.fonts import Face, hb
from exports.page.objects import Objects, Ref, array, dictionary, hex_text, name, number

_LEAVE_OUT = ("GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap", "kern", "DSIG", "vhea", "vmtx", "gasp")
_GLYPHS_PER_BLOCK = 100  # the most a CMap allows
_SYMBOLIC = 4
_CMAP_START = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def "
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange"
)
_CMAP_END = "endcmap CMapName currentdict /CMap defineresource pop end end"


class _Codes(dict[tuple[int, str], str]):
    """Four hex digits for every pair of a glyph and its text, in the order they are first drawn."""

    def __missing__(self, pair: tuple[int, str]) -> str:
        code = self[pair] = f"{len(self) + 1:04X}"
        return code


class EmbeddedFont:
    """One face in one document.

    Every pair of a glyph and the text it shows gets a code of its own (see ``codes``), so that text copied from
    the page is the text that was written, even where two characters share a glyph.
    """

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self.codes: dict[tuple[int, str], str] = _Codes()

    def write(self, objects: Objects) -> Ref:
        """Add the font with all glyphs drawn so far.

        :returns: where it is, for the page's resources.
        """
        pairs = list(self.codes)
        data, new_number = _subset(self.face, {glyph for glyph, _ in pairs})
        base = name(f"{_tag(self.face, pairs)}+{self.face.postscript_name}")
        descendant = dictionary(
            Type=name("Font"),
            Subtype=name("CIDFontType2"),
            BaseFont=base,
            CIDSystemInfo="<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            FontDescriptor=objects.add(
                self._descriptor(base, objects.add_stream(data, Length1=str(len(data))))
            ),
            DW="0",
            W=array(("1", array(number(self.face.advances[glyph]) for glyph, _ in pairs))),
            CIDToGIDMap=objects.add_stream(_glyph_numbers([0, *(new_number[glyph] for glyph, _ in pairs)])),
        )
        font = dictionary(
            Type=name("Font"),
            Subtype=name("Type0"),
            BaseFont=base,
            Encoding=name("Identity-H"),
            DescendantFonts=array((objects.add(descendant),)),
            ToUnicode=objects.add_stream(_to_unicode(pairs)),
        )
        return objects.add(font)

    def _descriptor(self, base: str, file: Ref) -> str:
        return dictionary(
            Type=name("FontDescriptor"),
            FontName=base,
            Flags=str(_SYMBOLIC),
            FontBBox="[-1000 -1000 4000 1500]",
            ItalicAngle="0",
            Ascent=number(self.face.ascent),
            Descent=number(-self.face.descent),
            CapHeight="714",
            StemV="80",
            FontFile2=file,
        )


def _subset(face: Face, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
    """The font file with only ``glyphs``, and their numbers in it."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
    left_out = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    left_out.update({int.from_bytes(tag.encode(), "big") for tag in _LEAVE_OUT})
    plan = hb.SubsetPlan(face.hb_face, wanted)
    return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)


def _tag(face: Face, pairs: list[tuple[int, str]]) -> str:
    """The six letters that tell one subset of a font from another."""
    digest = hashlib.sha256(f"{face.name} {pairs}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _glyph_numbers(numbers: list[int]) -> bytes:
    return struct.pack(f">{len(numbers)}H", *numbers)


def _to_unicode(pairs: list[tuple[int, str]]) -> bytes:
    lines = [_CMAP_START]
    for start in range(0, len(pairs), _GLYPHS_PER_BLOCK):
        block = pairs[start : start + _GLYPHS_PER_BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:04X}> <{hex_text(text)}>" for code, (_, text) in enumerate(block, start + 1)]
        lines.append("endbfchar")
    return "\n".join([*lines, _CMAP_END]).encode()
