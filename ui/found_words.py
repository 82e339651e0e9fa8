"""What came of going through an archive, in words for a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.text import tr, trn
from ui.models.word_table import WordRow, Words
from ui.widgets.calm_table import Tone

if TYPE_CHECKING:
    from exports.archive.report import Finding, Report


def found_rows(report: Report) -> list[WordRow]:
    """:returns: a row for each file that needs a word; what is as one would expect is counted, not listed."""
    return [_row(finding) for finding in report.findings if not _is_no_fault(finding)]


def missing_in(report: Report) -> list[str]:
    """:returns: the paths of what is missing."""
    from exports.archive.report import Verdict

    return [finding.path for finding in report.findings if finding.verdict == Verdict.MISSING]


def lists_can_be_made(report: Report) -> bool:
    """:returns: whether the lists lack something, and tell of nothing that would be forgotten with them."""
    from exports.archive.report import Verdict

    lacking = report.count(Verdict.LISTS) + report.count(Verdict.UNKNOWN)
    return lacking > 0 and not report.count(Verdict.ALTERED) + report.count(Verdict.MISSING)


def _is_no_fault(finding: Finding) -> bool:
    from exports.archive.report import NO_FAULT

    return finding.verdict in NO_FAULT


def _row(finding: Finding) -> WordRow:
    from exports.archive.report import verdict_words

    words = (
        Words(finding.path),
        Words(verdict_words(finding.verdict), Tone.LATE),
        Words(finding.sentence, Tone.MUTED),
    )
    return WordRow(finding.path, words)


def checked_words(report: Report) -> str:
    """:returns: what came of a check, in a sentence."""
    files = trn("{n} file was looked at", "{n} files were looked at", report.files).format(n=report.files)
    if report.stopped:
        return tr("{files}, then it was stopped.").format(files=files)
    if not report.files and report.is_well:
        return tr("There is nothing in it yet.")
    if report.is_well:
        return (
            tr("{files}. All of it is there, whole, and as it was written. {replaced}")
            .format(files=files, replaced=_replaced_words(report))
            .rstrip()
        )
    faults = _faults(report)
    words = trn(
        "{files}. {n} thing is not as it should be:", "{files}. {n} things are not as they should be:", faults
    )
    return words.format(files=files, n=faults)


def _replaced_words(report: Report) -> str:
    from exports.archive.report import Verdict

    count = report.count(Verdict.SUPERSEDED)
    if not count:
        return ""
    return trn(
        "{n} page was replaced by a later one.", "{n} pages were replaced by later ones.", count
    ).format(n=count)


def lists_words(report: Report) -> str:
    """:returns: what the new lists say, in a sentence."""
    if report.stopped:
        return tr("It was stopped. The lists are as they were.")
    words = trn(
        "The lists say what is there now: {n} file.",
        "The lists say what is there now: {n} files.",
        report.files,
    )
    return words.format(n=report.files)


def back_words(report: Report) -> str:
    """:returns: what was brought back, in a sentence or two."""
    calls = trn("{n} call was brought back.", "{n} calls were brought back.", report.calls).format(
        n=report.calls
    )
    same = sum(finding.verdict == "same" for finding in report.findings)
    if same:
        words = trn("{n} page was here already.", "{n} pages were here already.", same).format(n=same)
        calls = f"{calls} {words}"
    if report.stopped:
        return tr("{calls} Then it was stopped.").format(calls=calls)
    faults = _faults(report)
    if not faults:
        return calls
    return f"{calls} " + trn("{n} file needs a word:", "{n} files need a word:", faults).format(n=faults)


def _faults(report: Report) -> int:
    return sum(not _is_no_fault(finding) for finding in report.findings)


def written_again_words(count: int) -> str:
    """:returns: what becomes of missing pages, ``count`` of which can be made again, in a sentence or two."""
    if not count:
        return tr("None of them can be made again from what is here. Look for copies of them.")
    words = trn(
        "{n} page is written again as it was. Check once more in a moment.",
        "{n} pages are written again as they were. Check once more in a moment.",
        count,
    )
    return words.format(n=count)
