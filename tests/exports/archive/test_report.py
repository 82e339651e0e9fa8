"""What was found is summed up."""

from __future__ import annotations

import pytest

from exports.archive.report import NO_FAULT, Finding, Report, Verdict, by_path, verdict_words


def test_every_verdict_has_its_words() -> None:
    words = [verdict_words(verdict) for verdict in Verdict]
    assert len(set(words)) == len(Verdict)
    assert all(words)


@pytest.mark.parametrize("verdict", Verdict)
def test_all_is_well_where_nothing_is_wrong_and_nobody_stopped_it(verdict: Verdict) -> None:
    finding = Finding(path="a.pdf", verdict=verdict, sentence="So.")
    assert Report(findings=(finding,), files=1).is_well == (verdict in NO_FAULT)
    assert not Report(findings=(), files=0, stopped=True).is_well
    assert Report(findings=(finding, finding), files=2).count(verdict) == 2


def test_findings_are_read_by_path() -> None:
    findings = [Finding(path=path, verdict=Verdict.UNKNOWN, sentence="So.") for path in ("b", "a")]
    assert [one.path for one in by_path(findings)] == ["a", "b"]
