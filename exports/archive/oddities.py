"""What is said of things in an archive that are not looked at."""

from __future__ import annotations

from collections.abc import Iterator

from exports.archive.report import Finding, Verdict
from exports.archive.walk import DEEPEST, MOST_FILES, Oddity, Walked
from scoring.text import tr


def odd_findings(walked: Walked) -> Iterator[Finding]:
    """:returns: a finding for each of them."""
    for odd in walked.odd:
        unread = odd.what == Oddity.CLOSED
        verdict = Verdict.UNREADABLE if unread else Verdict.UNKNOWN
        yield Finding(path=odd.path, verdict=verdict, sentence=_sentence(odd.what))


def _sentence(what: Oddity) -> str:
    return {
        Oddity.LINK: tr("It is a link to somewhere else. It is not followed."),
        Oddity.NO_FILE: tr("It is neither a file nor a folder. It is not opened."),
        Oddity.CLOSED: tr("The system does not let it be read, nor what is in it."),
        Oddity.TOO_DEEP: tr("It lies deeper than {n} folders. It is not looked into.").format(n=DEEPEST),
        Oddity.TOO_MANY: tr("There are more than {n} files. The others are not looked at.").format(
            n=MOST_FILES
        ),
    }[what]
