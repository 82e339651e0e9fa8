"""The reps as a table: one row a person, with what is due in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from exports.wording import kept_word
from scoring.facts import CallFacts
from scoring.people import Rep
from scoring.state import LOGGED_PHASES
from scoring.text import tr
from ui.models.word_table import WordRow, Words, WordTable
from ui.widgets.calm_table import Tone
from ui.words import days_ago, short_day

REP, LAST_CALL, CALLS, WORKING_ON, COMMITMENT = range(5)
LATE_AFTER_DAYS = 45


class RepTable(WordTable):
    """One row a rep, from ``rep_row``; ``rep_at`` tells whose row it is."""

    def __init__(self) -> None:
        super().__init__(
            (tr("Rep"), tr("Last joint call"), tr("Calls together"), tr("Working on"), tr("Commitment"))
        )

    def rep_at(self, row: int) -> Rep:
        """:returns: the rep of one row."""
        rep = self.key_at(row)
        assert isinstance(rep, Rep), "as it was shown"
        return rep


def rep_row(
    rep: Rep,
    facts: Sequence[CallFacts],
    now: datetime,
    skill_name: Callable[[CallFacts], str],
    together: int | None = None,
) -> WordRow:
    """Put one rep into words.

    :param facts: the rep's calls, latest first; at least the latest, the latest with a focus skill, and the latest that
        says something about a commitment.
    :param skill_name: the name of the focus skill of a call, empty if it had none.
    :param together: how many calls there were, where ``facts`` are not all of them.
    """
    seen = tuple(call for call in facts if call.phase in LOGGED_PHASES)
    today = now.date()
    working_on = next((name for name in map(skill_name, seen) if name), "")
    cells = (
        Words(rep.name, Tone.STRONG),
        _last_call(seen, today),
        Words(str(len(seen) if together is None else together)),
        Words(working_on) if working_on else Words(tr("Not set"), Tone.MUTED),
        _commitment(seen, today),
    )
    return WordRow(rep, cells)


def _last_call(seen: Sequence[CallFacts], today: date) -> Words:
    if not seen:
        return Words(tr("Never"), Tone.LATE)
    day = seen[0].when.date()
    return Words(days_ago(day, today), Tone.LATE if (today - day).days > LATE_AFTER_DAYS else None)


def _commitment(seen: Sequence[CallFacts], today: date) -> Words:
    """What the rep is to do: the latest commitment and when it is due, or else what became of the last one."""
    latest = next((call for call in seen if call.commitments or call.last_commitment is not None), None)
    if latest is None:
        return Words("")
    if latest.commitments:
        check_on = latest.commitments[0].check_on
        return _due(check_on, today) if check_on else Words(tr("Open"))
    assert latest.last_commitment is not None
    return Words(kept_word(latest.last_commitment))


def _due(check_on: date, today: date) -> Words:
    day = short_day(check_on, today)
    if check_on < today:
        return Words(tr("Not checked since {day}").format(day=day), Tone.LATE)
    return Words(tr("Due {day}").format(day=day))
