"""The reps as a table: one row a person, with what is due in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from exports.overview import RepLine
from exports.wording import kept_word
from scoring.cadence import Seen, Standing
from scoring.in_short import RepInShort
from scoring.measures.spread import LEAST_TO_TELL
from scoring.people import Rep
from scoring.seeking import plain
from scoring.text import tr, trn
from ui.models.word_table import WordRow, Words, WordTable
from ui.widgets.calm_table import Tone
from ui.words import days_ago, short_day

REP, LAST_CALL, CALLS, WORKING_ON, COMMITMENT, LEVELS = range(6)


class RepTable(WordTable):
    """One row a rep, from ``rep_row``, narrowed down as one types; ``rep_at`` tells whose row it is."""

    def __init__(self) -> None:
        headings = (
            tr("Rep"),
            tr("Last joint call"),
            tr("Calls together"),
            tr("Working on"),
            tr("Commitment"),
            tr("Focus skill, last calls"),
        )
        super().__init__(headings)
        self._everybody: list[WordRow] = []

    def show_reps(self, rows: Sequence[WordRow], words: str = "") -> None:
        """Replace everybody, and list those in whose name each of ``words`` is."""
        self._everybody = list(rows)
        self.narrow(words)

    def narrow(self, words: str) -> None:
        """List only people in whose name each of ``words`` is, whatever the case and the accents."""
        sought = plain(words).split()
        self.show_rows([row for row in self._everybody if _has(row, sought)])

    def rep_at(self, row: int) -> Rep:
        """:returns: the rep of one row."""
        rep = self.key_at(row)
        assert isinstance(rep, Rep), "as it was shown"
        return rep


def rep_row(line: RepLine, today: date) -> WordRow:
    """Put one rep into words."""
    short = line.short
    cells = (
        Words(line.rep.name, Tone.STRONG),
        _last_call(short, line.standing, today),
        Words(str(short.calls if short else 0)),
        Words(line.skill_name) if line.skill_name else Words(tr("Not set"), Tone.MUTED),
        _commitment(short, today) if short else Words(""),
        _levels(short),
    )
    return WordRow(line.rep, cells)


def _has(row: WordRow, sought: Sequence[str]) -> bool:
    name = plain(row.cells[REP].text) if sought else ""
    return all(word in name for word in sought)


def _last_call(short: RepInShort | None, standing: Standing, today: date) -> Words:
    if short is None:
        return Words(tr("Never"), Tone.LATE if standing.seen == Seen.NEVER else None)
    ago = days_ago(short.last_on, today)
    if standing.due is None or standing.seen == Seen.FINE:
        return Words(ago)
    day = short_day(standing.due, today)
    if standing.seen == Seen.LATE:
        return Words(ago, Tone.LATE, spoken=tr("{ago}, late since {day}").format(ago=ago, day=day))
    if standing.due == today:
        return Words(tr("{ago}, due today").format(ago=ago))
    return Words(tr("{ago}, due {day}").format(ago=ago, day=day))


def _commitment(short: RepInShort, today: date) -> Words:
    """What the rep is to do, and when it is due, or else what became of the last commitment."""
    if short.check_on:
        return _due(short.check_on, today)
    if short.is_open:
        return Words(tr("Open"))
    return Words(kept_word(short.kept) if short.kept else "")


def _due(check_on: date, today: date) -> Words:
    day = short_day(check_on, today)
    if check_on < today:
        return Words(tr("Not checked since {day}").format(day=day), Tone.LATE)
    return Words(tr("Due {day}").format(day=day))


def _levels(short: RepInShort | None) -> Words:
    if short is None:
        return Words(tr("Not seen yet"), Tone.MUTED)
    if not short.levels:
        return Words(tr("Not rated yet") if short.skill else "", Tone.MUTED)
    levels = " ".join(map(str, short.levels))
    if len(short.levels) < LEAST_TO_TELL:
        few = trn("Level {levels}, too few to tell", "{levels}, too few to tell", len(short.levels))
        return Words(few.format(levels=levels), Tone.MUTED)
    return Words(levels)
