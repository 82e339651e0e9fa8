"""What this data knows of the archive: the folder that keeps every page that was handed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

ARCHIVE_FOLDER = "archive_folder"
"""The setting with the path of the archive folder, as text; empty while there is none."""


class FileKind(StrEnum):
    """What a file of the archive is: a page of a call, or the scan of a signed one."""

    PAGE = "page"
    SCAN = "scan"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedFile:
    """A file that this app has written into the archive, or found there when it brought a call back.

    ``path`` is its place in the archive folder, with slashes; ``page`` the number of the page of the call, from 1, that
    it is or belongs to; ``sha256`` the sum of its bytes, in hexadecimal; ``at`` the wall time when it was known to lie
    there.
    """

    path: str
    call_id: UUID
    page: int
    what: FileKind
    sha256: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Something on its way to the archive: a page that was handed over at ``since``, or the scan of a signed one.

    ``page`` is the number of the page of the call, from 1, that it is or belongs to. ``rep`` and ``customer`` are as
    they are known now, the customer empty where none is. ``scan`` is the SHA-256 sum of the scan (hexadecimal) and
    ``suffix`` that of its file, ``".jpg"``; both empty for a page.
    """

    call_id: UUID
    page: int
    what: FileKind
    since: datetime
    rep: str
    customer: str
    scan: str = ""
    suffix: str = ""
