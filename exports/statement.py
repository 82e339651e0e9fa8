"""The rep's own statement: printed on the page where it is short, else a text file that is attached to the page."""

from __future__ import annotations

from exports.page_source import PageSource, short_id
from exports.summary import SummaryPage
from exports.wording import moment_text
from scoring.entry import Stated
from scoring.text import tr

STATEMENT_NAME = "statement.txt"
"""The name of the attached statement inside the file."""


def statement_file(source: PageSource, page: SummaryPage) -> bytes | None:
    """Write down a statement that the page has no room for. The same page gives the same bytes.

    :param page: what the page says in words, in the language that is chosen now.
    :returns: a heading (who, when, which call) and the statement, as text in UTF-8; None where the page says it all.
    """
    statement, stated = source.state.statement, source.state.latest(Stated)
    if stated is None or statement.is_printed:
        return None
    lines = (
        tr("Statement of {name}").format(name=" ".join(source.rep.name.split())),
        " ".join(page.subtitle.split()),
        tr("Written down on {moment} · Second Chair record {id}, page {number}").format(
            moment=moment_text(stated.entry.at),
            id=short_id(source.call.id),
            number=source.version.number,
        ),
        "",
        "\n".join(statement.text.strip().splitlines()),
    )
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")
