"""What is not looked at is said, and why."""

from __future__ import annotations

import pytest

from exports.archive.oddities import odd_findings
from exports.archive.report import Verdict
from exports.archive.walk import Odd, Oddity, Walked


@pytest.mark.parametrize("what", Oddity)
def test_each_has_its_sentence(what: Oddity) -> None:
    (finding,) = odd_findings(Walked((), (Odd("2026/thing", what),)))
    assert finding.path == "2026/thing"
    assert finding.verdict == (Verdict.UNREADABLE if what == Oddity.CLOSED else Verdict.UNKNOWN)
    assert finding.sentence.endswith(".")
