"""The people there is something held about: name, team, how much there is, and whether it must be kept."""

from __future__ import annotations

from collections.abc import Sequence

from exports.people import HeldPerson
from scoring.seeking import plain
from scoring.text import tr
from ui.models.word_table import WordRow, Words, WordTable
from ui.widgets.calm_table import Tone

NAME, TEAM, CALLS, PAGES, HELD = range(5)


class HeldTable(WordTable):
    """One row a person, in the order given; ``person_at`` tells whose row it is."""

    def __init__(self) -> None:
        super().__init__((tr("Name"), tr("Team"), tr("Calls"), tr("Calls with a page"), tr("Legal hold")))
        self._everybody: list[HeldPerson] = []

    def show_people(self, people: Sequence[HeldPerson], words: str = "") -> None:
        """Replace all rows; of the new ones, list those ``words`` fit."""
        self._everybody = list(people)
        self.narrow(words)

    def narrow(self, words: str) -> None:
        """List only people in whose name, team or number each of ``words`` is, under whichever entry."""
        sought = plain(words).split()
        fitting = [one for one in self._everybody if all(word in _sign(one) for word in sought)]
        self.show_rows([_row(one) for one in fitting])

    def person_at(self, row: int) -> HeldPerson:
        """:returns: the person of one row."""
        person = self.key_at(row)
        assert isinstance(person, HeldPerson), "as it was shown"
        return person


def _row(person: HeldPerson) -> WordRow:
    held = tr("Held") if person.holds else ""
    cells = (
        Words(person.rep.name, Tone.STRONG),
        Words(person.rep.team),
        Words(str(person.calls)),
        Words(str(person.pages)),
        Words(held),
    )
    return WordRow(person, cells)


def _sign(person: HeldPerson) -> str:
    return plain(" ".join(f"{rep.name} {rep.team} {rep.employee_number}" for rep in person.entries))
