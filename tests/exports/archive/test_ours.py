"""Files of ours are known by their names."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from exports.archive.names import place_of, scan_places
from exports.archive.ours import is_kept_beside, is_receipt, is_scan, page_beside
from tests.exports.archive.builders import a_page


@pytest.mark.parametrize(
    "path", ["index.csv", "manifest.sha256", ".second-chair.lock", "2026/Rep (1)/.page.pdf.123.part"]
)
def test_of_lists_lock_and_leftovers_no_sum_is_kept(path: str) -> None:
    assert is_kept_beside(path)


@pytest.mark.parametrize("path", ["2026/index.csv", "2026/Rep (1)/page.pdf", "receipts/index.csv"])
def test_of_all_else_it_is(path: str) -> None:
    assert not is_kept_beside(path)


@pytest.mark.parametrize("customer", ["Northgate Dental", "We signed", "signed 2"])
def test_a_scan_is_told_from_a_page_and_knows_the_page_it_is_of(customer: str) -> None:
    page = place_of(a_page(customer=customer, page=2))
    assert not is_scan(str(page))
    for suffix in (".pdf", ".jpg", ".png"):
        places = scan_places(PurePosixPath(page), suffix)
        for place in (next(places), next(places)):
            assert is_scan(str(place))
            assert page_beside(str(place)) == str(page)
    assert page_beside(str(page)) == ""


def test_a_receipt_lies_among_the_receipts() -> None:
    assert is_receipt("receipts/2026-11-23 00C0FFEE.txt")
    assert not is_receipt("2026/receipts/2026-11-23 00C0FFEE.txt")
    assert not is_receipt("receipts/notes.pdf")
