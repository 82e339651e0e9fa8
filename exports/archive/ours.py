"""Which files of an archive are ours by their names. What is in them is another matter."""

from __future__ import annotations

import re

from exports.archive.folder import is_unfinished
from exports.archive.index import INDEX
from exports.archive.lock import LOCK
from exports.archive.manifest import MANIFEST
from exports.archive.names import PAGE_SUFFIX, RECEIPT_SUFFIX, RECEIPTS, SCAN_SUFFIXES, SIGNED

_SUFFIXES = "|".join(map(re.escape, SCAN_SUFFIXES))
_SCAN = re.compile(rf"(.+){re.escape(SIGNED)}(?: [0-9]+)?(?:{_SUFFIXES})", re.DOTALL)


def is_kept_beside(path: str) -> bool:
    """:returns: whether it is one of the lists, the lock, or what a killed writer left: of these no sum is kept."""
    return path in {INDEX, LOCK, MANIFEST} or is_unfinished(path.rpartition("/")[2])


def is_scan(path: str) -> bool:
    """:returns: whether it is called as the scan of a signed sheet is."""
    return _SCAN.fullmatch(path) is not None


def page_beside(scan: str) -> str:
    """:returns: the path of the page whose signed sheet a scan is, by its name; empty where it is called otherwise."""
    found = _SCAN.fullmatch(scan)
    return f"{found[1]}{PAGE_SUFFIX}" if found else ""


def is_receipt(path: str) -> bool:
    """:returns: whether it lies where the receipts of erasures do."""
    return path.startswith(f"{RECEIPTS}/") and path.endswith(RECEIPT_SUFFIX)
