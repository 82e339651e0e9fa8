"""What can be said of the printed sheet, and which files pass for a scan of it."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from scoring.acknowledgement import (
    LARGEST_SCAN,
    LONGEST_PRINTED,
    LONGEST_STATEMENT,
    MOST_LINES_PRINTED,
    Acknowledgement,
    Scan,
    ScanFormat,
    Signing,
    Statement,
    scan_of,
)
from scoring.codec import BadValueError, from_plain, to_plain
from scoring.errors import SecondChairError

DAY = date(2026, 11, 24)


def test_a_sheet_is_declined_before_a_witness() -> None:
    assert Acknowledgement(how=Signing.SIGNED, on=DAY).witness == ""
    with pytest.raises(ValueError, match="witness"):
        Acknowledgement(how=Signing.DECLINED, on=DAY, witness=" ")


@pytest.mark.parametrize(
    ("text", "given", "printed"),
    [
        ("", False, True),
        (" \n", False, True),
        ("a" * LONGEST_PRINTED, True, True),
        ("a" * LONGEST_PRINTED + "\n", True, True),
        ("a" * (LONGEST_PRINTED + 1), True, False),
        ("\n".join("a" * MOST_LINES_PRINTED), True, True),
        ("\n".join("a" * (MOST_LINES_PRINTED + 1)), True, False),
    ],
)
def test_a_short_statement_is_printed_and_a_long_one_is_not(text: str, given: bool, printed: bool) -> None:
    statement = Statement(text=text)
    assert (statement.is_given, statement.is_printed) == (given, printed)


def test_a_statement_has_an_end_also_in_a_record() -> None:
    longest = Statement(text="a" * LONGEST_STATEMENT)
    plain = to_plain(longest)
    assert from_plain(Statement, plain) == longest
    plain["text"] += "a"
    with pytest.raises(BadValueError):
        from_plain(Statement, plain)


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"%PDF-1.4 and more", ScanFormat.PDF),
        (b"\xff\xd8\xff\xe0 and more", ScanFormat.JPG),
        (b"\x89PNG\r\n\x1a\n and more", ScanFormat.PNG),
    ],
)
def test_a_scan_is_told_by_its_first_bytes(data: bytes, suffix: ScanFormat) -> None:
    scan = scan_of(data)
    assert scan == Scan(sha256=hashlib.sha256(data).hexdigest(), suffix=suffix, size=len(data))
    assert scan.sha256.startswith(scan.short_sum.replace(" ", ""))


@pytest.mark.parametrize("data", [b"", b"GIF89a", b" %PDF-1.4", b"MZ\x90"])
def test_any_other_file_is_no_scan(data: bytes) -> None:
    with pytest.raises(SecondChairError, match="not a scan"):
        scan_of(data)


def test_a_scan_of_20_mb_is_kept_and_a_larger_one_is_not() -> None:
    start = b"%PDF-"
    assert scan_of(start.ljust(LARGEST_SCAN)).size == LARGEST_SCAN
    with pytest.raises(SecondChairError, match="too large"):
        scan_of(start.ljust(LARGEST_SCAN + 1))


@pytest.mark.parametrize(
    ("sha256", "size"),
    [("a" * 63, 1), ("A" * 64, 1), ("../" + "a" * 61, 1), ("a" * 64 + "\n", 1), ("a" * 64, 0)],
)
def test_a_made_up_scan_is_refused(sha256: str, size: int) -> None:
    with pytest.raises(ValueError, match=r"SHA-256|no scan"):
        Scan(sha256=sha256, suffix=ScanFormat.PDF, size=size)
