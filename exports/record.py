"""The machine-readable record of a call, as it is attached to its page. ``docs/record.md`` describes its shape."""

from __future__ import annotations

from typing import Any

from exports.page_source import PageSource, agreement
from exports.record_facts import record_facts
from scoring.codec import as_json, to_plain

FORMAT = 1
"""Raised with every change that an older reader would misread."""
APP = "Second Chair"


def record_json(source: PageSource) -> bytes:
    """Write down all of a call that may leave the app with its page: the same call always gives the same bytes.

    :returns: canonical JSON (sorted keys, no blanks) in UTF-8.
    :raises SecondChairError: while the manager's view is sealed, or nothing is agreed yet.
    """
    return as_json(record_plain(source)).encode("utf-8")


def record_plain(source: PageSource) -> dict[str, Any]:
    """:returns: the record as plain values, ready for JSON. :raises SecondChairError: as ``record_json``."""
    return {**without_facts(source), "facts": record_facts(source.facts, source.state)}


def without_facts(source: PageSource) -> dict[str, Any]:
    """:returns: all of the record but its facts, which follow from it. :raises SecondChairError: as ``record_json``."""
    agreement(source)
    return {
        "format": FORMAT,
        "app": {"name": APP, "version": source.context.app_version},
        "language": source.context.language,
        "call": to_plain(source.call),
        "rep": to_plain(source.rep),
        "manager": to_plain(source.manager),
        "before": to_plain(source.before),
        "rubric": source.rubric.to_json(),
        "entries": to_plain(source.version.entries),
    }
