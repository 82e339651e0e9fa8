"""What is written about the printed sheet on the form, before it is known to make sense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scoring.acknowledgement import LONGEST_STATEMENT, Acknowledgement, Signing, Statement
from scoring.text import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgementForm:
    """The fields of the form, as they are written; ``scan`` is the path of the file that was chosen, empty for none."""

    on: date
    how: Signing | None = None
    witness: str = ""
    statement: str = ""
    scan: str = ""
    author: str = ""

    def problems(self, called_on: date, today: date) -> dict[str, str]:
        """:param called_on: the day of the call.
        :returns: a sentence for each field that makes no sense yet, in the order of the form.
        """
        sentences = {
            "how": "" if self.how else tr("Say first what became of the sheet."),
            "on": self._day_problem(called_on, today),
            "witness": self._witness_problem(),
            "statement": self._statement_problem(),
            "author": "" if self.author.strip() else tr("Say who records this. It stands on the page."),
        }
        return {field: sentence for field, sentence in sentences.items() if sentence}

    def acknowledgement(self) -> Acknowledgement:
        """:returns: what became of the sheet, once there are no problems."""
        assert self.how is not None, "it was asked for"
        return Acknowledgement(how=self.how, on=self.on, witness=self.witness.strip())

    def statement_said(self) -> Statement:
        """:returns: the rep's own statement, once there are no problems; empty where there is none."""
        return Statement(text=self.statement.strip())

    def _day_problem(self, called_on: date, today: date) -> str:
        if self.on > today:
            return tr("This day is still to come.")
        return tr("This day is before the call.") if self.on < called_on else ""

    def _witness_problem(self) -> str:
        is_needed = self.how == Signing.DECLINED and not self.witness.strip()
        return tr("Write the name of the witness.") if is_needed else ""

    def _statement_problem(self) -> str:
        if len(self.statement.strip()) <= LONGEST_STATEMENT:
            return ""
        words = tr("It can have {n} characters. Attach a longer one to the scan.")
        return words.format(n=LONGEST_STATEMENT)
