"""The file's properties as XMP, which PDF/A asks for: they also say which standards the file keeps to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from exports.page.clean import clean_line

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

# PDF/A knows no PDF/UA, so its one property has to be explained in the file
_PDFUA_SCHEMA = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_NAMESPACES['pdfuaid']}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA part</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What the file says about itself; ``created`` in UTC."""

    title: str
    author: str
    subject: str
    language: str
    tool: str
    created: datetime

    @property
    def pdf_date(self) -> str:
        """``created`` as PDF writes it."""
        return self.created.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")


def xmp_packet(properties: Properties) -> bytes:
    """:returns: the metadata stream's content."""
    namespaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())
    date = properties.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    body = "\n".join(
        (
            "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "<dc:format>application/pdf</dc:format>",
            _in_any_language("dc:title", properties.title),
            f"<dc:creator><rdf:Seq><rdf:li>{_safe(properties.author)}</rdf:li></rdf:Seq></dc:creator>",
            _in_any_language("dc:description", properties.subject),
            f"<dc:language><rdf:Bag><rdf:li>{_safe(properties.language)}</rdf:li></rdf:Bag></dc:language>",
            f"<xmp:CreatorTool>{_safe(properties.tool)}</xmp:CreatorTool>",
            f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>",
            f"<pdf:Producer>{_safe(properties.tool)}</pdf:Producer>",
            _PDFUA_SCHEMA,
        )
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {namespaces}>\n{body}\n</rdf:Description></rdf:RDF></x:xmpmeta>\n'
        '<?xpacket end="w"?>'
    ).encode()


def _in_any_language(element: str, text: str) -> str:
    return f'<{element}><rdf:Alt><rdf:li xml:lang="x-default">{_safe(text)}</rdf:li></rdf:Alt></{element}>'


def _safe(text: str) -> str:
    """XML allows no control characters, not even escaped."""
    return escape(clean_line(text))
