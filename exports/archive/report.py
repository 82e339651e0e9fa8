"""What was found in an archive, or came out of it: for each file what it is and a sentence that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from scoring.text import tr

Progress = Callable[[int, int], None]
"""Is told how many steps are done, and of how many."""
Stopped = Callable[[], bool]
"""Is asked between two steps whether the work is to end."""


def no_progress(_done: int, _of: int) -> None:
    """Nobody wants to know how far it is."""


def never() -> bool:
    """Nobody stops it."""
    return False


class Verdict(StrEnum):
    """What a file is found to be, or what becomes of it.

    Of an archive that is checked: MISSING, ALTERED, UNKNOWN, UNREADABLE, SUPERSEDED, and LISTS for what is wrong with
    index or manifest themselves. Of one that is brought back: RESTORED, SUPERSEDED, SAME (here already), DIFFERS
    (another record of the call is here), REFUSED, LEFT (not asked for), UNKNOWN and MISSING.
    """

    MISSING = "missing"
    ALTERED = "altered"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"
    SUPERSEDED = "superseded"
    LISTS = "lists"
    RESTORED = "restored"
    SAME = "same"
    DIFFERS = "differs"
    REFUSED = "refused"
    LEFT = "left"


NO_FAULT = frozenset({Verdict.SUPERSEDED, Verdict.RESTORED, Verdict.SAME, Verdict.LEFT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is to be said about one file; ``path`` has slashes and is fit to be shown."""

    path: str
    verdict: Verdict
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is to be said, by path. ``files`` are those that were looked at, ``calls`` those that were brought back;
    ``stopped`` is that somebody ended it before the end."""

    findings: tuple[Finding, ...]
    files: int
    calls: int = 0
    stopped: bool = False

    @property
    def is_well(self) -> bool:
        """Whether it came to its end and nothing is wrong."""
        return not self.stopped and all(finding.verdict in NO_FAULT for finding in self.findings)

    def count(self, verdict: Verdict) -> int:
        """:returns: how many files are said to be so."""
        return sum(finding.verdict == verdict for finding in self.findings)


def by_path(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """:returns: findings in the order in which they are read."""
    return tuple(sorted(findings, key=lambda one: (one.path, one.verdict)))


def verdict_words(verdict: Verdict) -> str:
    """:returns: a verdict in one or two words."""
    return {
        Verdict.MISSING: tr("missing"),
        Verdict.ALTERED: tr("altered"),
        Verdict.UNKNOWN: tr("unknown"),
        Verdict.UNREADABLE: tr("unreadable"),
        Verdict.SUPERSEDED: tr("superseded"),
        Verdict.LISTS: tr("lists"),
        Verdict.RESTORED: tr("restored"),
        Verdict.SAME: tr("here already"),
        Verdict.DIFFERS: tr("differs"),
        Verdict.REFUSED: tr("refused"),
        Verdict.LEFT: tr("left out"),
    }[verdict]
