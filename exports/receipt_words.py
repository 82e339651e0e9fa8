"""The receipt of an erasure in words. It holds nothing that leads to a person or a customer."""

from __future__ import annotations

from exports.page_source import short_id
from exports.wording import moment_text
from scoring.erasure import Receipt
from scoring.text import tr, trn


def receipt_title(receipt: Receipt) -> str:
    """:returns: ``"Receipt 5B0C1E22"``."""
    return tr("Receipt {id}").format(id=short_id(receipt.id))


def erased_lines(receipt: Receipt) -> list[str]:
    """:returns: how many of what were erased, one line each."""
    counted = [
        (receipt.reps, trn("{n} entry of a person", "{n} entries of people", receipt.reps)),
        (receipt.calls, trn("{n} call", "{n} calls", receipt.calls)),
        (receipt.pages, trn("{n} page in the archive", "{n} pages in the archive", receipt.pages)),
        (receipt.scans, trn("{n} scan of a signed sheet", "{n} scans of signed sheets", receipt.scans)),
        (receipt.drafts, trn("{n} draft or note", "{n} drafts and notes", receipt.drafts)),
        (
            receipt.copies,
            trn(
                "{n} copy of the data made anew without it",
                "{n} copies of the data made anew without it",
                receipt.copies,
            ),
        ),
        (
            receipt.copies_deleted,
            trn(
                "{n} copy of the data deleted that could not be read",
                "{n} copies of the data deleted that could not be read",
                receipt.copies_deleted,
            ),
        ),
    ]
    return [words.format(n=count) for count, words in counted if count]


def receipt_text(receipt: Receipt) -> str:
    """:returns: the whole receipt as plain text, ending in a line end."""
    lines = [
        tr("Second Chair: receipt of an erasure"),
        receipt_title(receipt),
        moment_text(receipt.at),
        "",
        tr("Erased:"),
        *(f"- {line}" for line in erased_lines(receipt)),
        "",
        tr("What this could not reach:"),
        *(f"- {line}" for line in receipt.not_reached),
        "",
        tr("This receipt names nobody. Written by Second Chair {version}.").format(
            version=receipt.app_version
        ),
    ]
    return "\n".join(lines) + "\n"
