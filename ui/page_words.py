"""The pages of a call in words."""

from __future__ import annotations

from exports.wording import date_text, moment_text
from scoring.acknowledgement import Acknowledgement, Signing
from scoring.handing_over import HandOver
from scoring.page_versions import PageVersion
from scoring.text import tr


def page_words(version: PageVersion) -> str:
    """:returns: ``"2: 23 November 2026, 12:30"``: its number, and when it got to say what it says."""
    return tr("{number}: {when}").format(number=version.number, when=moment_text(version.made_at))


def handed_over_words(version: PageVersion, *, is_replaced: bool) -> str:
    """:returns: who has it: when it left the app and how, and whether another page took its place."""
    if version.handed_over is None or version.leaving is None:
        return (
            tr("Replaced since.")
            if is_replaced
            else tr("Not handed over yet. Saving or printing it does that.")
        )
    words = _leaving_words(version.leaving.how, is_replaced=is_replaced)
    return words.format(when=moment_text(version.handed_over.at))


def _leaving_words(how: HandOver, *, is_replaced: bool) -> str:
    if how == HandOver.IMPORTED:
        return tr("Brought in on {when}, and replaced since.") if is_replaced else tr("Brought in on {when}.")
    if how == HandOver.FILED:
        return tr("Filed on {when}, and replaced since.") if is_replaced else tr("Filed on {when}.")
    return tr("Handed over on {when}, and replaced since.") if is_replaced else tr("Handed over on {when}.")


def acknowledged_words(acknowledgement: Acknowledgement) -> str:
    """:returns: what became of the printed sheet, when, and who was witness."""
    day, witness = date_text(acknowledgement.on), " ".join(acknowledgement.witness.split())
    if acknowledgement.how == Signing.DECLINED:
        return tr("Declined on {day}, witness {name}").format(day=day, name=witness)
    if witness:
        return tr("Signed on {day}, witness {name}").format(day=day, name=witness)
    return tr("Signed on {day}").format(day=day)
