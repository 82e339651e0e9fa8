"""The properties are XML, whatever a name is made of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree

from exports.page.xmp import Properties, xmp_packet


def properties(title: str) -> Properties:
    created = datetime(2026, 11, 23, 11, 55, tzinfo=timezone(timedelta(hours=1)))
    return Properties(
        title=title, author="A&B", subject="s", language="en", tool="Second Chair", created=created
    )


def test_names_with_markup_and_control_characters_are_kept_as_text() -> None:
    tree = ElementTree.fromstring(xmp_packet(properties("<Priya> & \x00\x1b Co \ud800\uffff")))
    assert "<Priya> & Co \ufffd\ufffd" in [element.text for element in tree.iter()]


def test_the_date_is_that_of_the_record_in_utc() -> None:
    assert b"<xmp:CreateDate>2026-11-23T10:55:00Z<" in xmp_packet(properties("t"))
    assert properties("t").created.astimezone(UTC).hour == 10
    assert properties("t").pdf_date == "D:20261123105500Z"
