"""What is written about a rep on the form, before it is known to make sense."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from scoring.people import Rep
from scoring.text import tr


@dataclass(frozen=True, slots=True)
class RepForm:
    """The fields of the form, as they are written. ``every`` is what is planned for them instead of the plan for all:
    empty, or a number of months."""

    name: str = ""
    title: str = ""
    team: str = ""
    number: str = ""
    started: str = ""
    coaching: str = ""
    every: str = ""

    @classmethod
    def of(cls, rep: Rep, every: int | None = None) -> RepForm:
        """:param every: how many months lie between joint calls with them, where they do not go by the plan; 0 is none.
        :returns: the form about a rep."""
        return cls(
            name=rep.name,
            title=rep.title,
            team=rep.team,
            number=rep.employee_number,
            started=rep.started_on.isoformat() if rep.started_on else "",
            coaching=rep.coaching,
            every="" if every is None else str(every),
        )

    @property
    def months(self) -> int | None:
        """What is planned for them in months, 0 for none, or None if they go by the plan."""
        return int(self.every) if self.every else None

    def problem(self) -> tuple[str, str] | None:
        """:returns: the field that makes no sense yet and a sentence about it, or None if all do."""
        if not self.name.strip():
            return "name", tr("A name is needed.")
        if self.started.strip() and self._first_day() is None:
            return "started", tr("Write the first day as year, month and day, such as 2026-03-01.")
        return None

    def applied_to(self, rep: Rep) -> Rep:
        """:returns: the rep as written; a name or a first day that makes no sense is left as it was."""
        day = self._first_day()
        return replace(
            rep,
            name=self.name.strip() or rep.name,
            title=self.title.strip(),
            team=self.team.strip(),
            employee_number=self.number.strip(),
            started_on=day if day or not self.started.strip() else rep.started_on,
            coaching=self.coaching,
        )

    def _first_day(self) -> date | None:
        try:
            return date.fromisoformat(self.started.strip())
        except ValueError:
            return None
