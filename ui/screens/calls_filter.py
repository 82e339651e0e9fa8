"""What the list of calls is narrowed down to, and how that is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.call_type import CallType
from scoring.finding import CallQuery, Period, SoughtSkill, days_of
from scoring.people import Rep
from scoring.rubric import Rubric
from scoring.text import tr
from ui.theme import px
from ui.widgets.chip_line import ChipLine
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.menu_button import MenuButton
from ui.widgets.named import named
from ui.widgets.spin_fields import DAY, WhenField
from ui.widgets.text import Text, Voice
from ui.words import short_day

_SEEN, _MISSED = "seen", "missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is looked for. The days of the query count only where the period is the one between two days."""

    query: CallQuery = field(default_factory=CallQuery)
    period: Period = Period.ALL

    def on(self, today: date) -> CallQuery:
        """:returns: what is to be found as of this day."""
        if self.period is Period.BETWEEN:
            return self.query
        since, until = days_of(self.period, today)
        return replace(self.query, since=since, until=until)

    def without_filters(self) -> Sought:
        """:returns: the same order, of all calls."""
        return Sought(query=CallQuery(order=self.query.order, descending=self.query.descending))


class CallFilter(QWidget):
    """Questions in one row that can be put away, each with a menu of answers; below them what was answered, as chips
    that can be taken away. It shows what ``show_sought`` says and nothing else.

    :signal changed: what is to be looked for now (``Sought``).
    :signal cleared: all calls are to be listed.
    """

    changed = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sought = Sought()
        self._reps: dict[str, Rep] = {}
        self._rubrics: Sequence[Rubric] = ()
        self._today = date.min
        self._questions = QWidget()
        self._rep = named(MenuButton(tr("Rep")), "calls.filter.rep")
        self._time = named(MenuButton(tr("Time"), _periods()), "calls.filter.time")
        self._type = named(MenuButton(tr("Who leads"), _types()), "calls.filter.type")
        self._rubric = named(MenuButton(tr("Rubric")), "calls.filter.rubric")
        self._skill = named(MenuButton(tr("Skill")), "calls.filter.skill")
        self._days = QWidget()
        self._since = named(WhenField(DAY), "calls.filter.since")
        self._until = named(WhenField(DAY), "calls.filter.until")
        self._chips = ChipLine("calls.chip", tr("Show all calls"))
        self._assemble()
        self._connect()
        self.set_open(opened=False)

    def _assemble(self) -> None:
        questions = FlowLayout(self._questions, spacing=px(8))
        for button in (self._rep, self._time, self._type, self._rubric, self._skill):
            questions.addWidget(button)
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(px(8))
        for words, answer in ((tr("From"), self._since), (tr("to"), self._until)):
            days.addWidget(Text(words, Voice.MUTED), 0, Qt.AlignmentFlag.AlignVCenter)
            days.addWidget(answer)
        days.addStretch(1)
        self._since.setAccessibleName(tr("The first day"))
        self._until.setAccessibleName(tr("The last day"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for part in (self._questions, self._days, self._chips):
            column.addWidget(part)

    def _connect(self) -> None:
        self._rep.chosen.connect(self._on_rep)
        self._time.chosen.connect(self._on_time)
        self._type.chosen.connect(self._on_type)
        self._rubric.chosen.connect(self._on_rubric)
        self._skill.chosen.connect(self._on_skill)
        self._since.edited.connect(self._on_days)
        self._until.edited.connect(self._on_days)
        self._chips.taken_away.connect(self._on_taken_away)
        self._chips.all_taken_away.connect(self.cleared)

    @property
    def is_open(self) -> bool:
        """Whether the questions are to be seen."""
        return not self._questions.isHidden()

    def set_open(self, *, opened: bool) -> None:
        """Show the questions, or put them away; what was answered stays to be seen."""
        self._questions.setVisible(opened)
        self._show_days()
        self._show_itself()

    def take_keys(self) -> None:
        """Lead the keys to the first question."""
        self._rep.setFocus(Qt.FocusReason.TabFocusReason)

    def offer(self, reps: Iterable[Rep], rubrics: Sequence[Rubric], today: date) -> None:
        """Say what can be answered.

        :param reps: by name.
        :param rubrics: those that calls were watched with, each in its latest wording.
        """
        self._reps = {str(rep.id): rep for rep in reps}
        self._rubrics, self._today = rubrics, today
        self._rep.set_options([(key, rep.name) for key, rep in self._reps.items()])
        self._rubric.set_options([(rubric.id, rubric.name) for rubric in rubrics])
        self._rubric.setVisible(len(rubrics) > 1)
        self._offer_skills()

    def show_sought(self, sought: Sought, *, found: bool) -> None:
        """Show what is looked for.

        :param found: whether anything is; where nothing is, the way back to all calls is shown elsewhere.
        """
        had_rubric, self._sought = self._sought.query.rubric_id, sought
        if sought.query.rubric_id != had_rubric:
            self._offer_skills()
        self._chips.everything.setVisible(found)
        self._show_days()
        self._chips.show_chips(self._chip_words())
        self._show_itself()

    def _offer_skills(self) -> None:
        """Those of the rubric that was chosen; of all rubrics there may be more than anybody wants to read."""
        chosen = [rubric for rubric in self._rubrics if rubric.id == self._sought.query.rubric_id]
        self._skill.set_options(_skills(_names(chosen or self._rubrics)))

    def _show_days(self) -> None:
        between = self._sought.period is Period.BETWEEN
        self._days.setVisible(between and self.is_open)
        if between:
            self._since.set_moment(_midday(self._sought.query.since or self._today))
            self._until.set_moment(_midday(self._sought.query.until or self._today))

    def _show_itself(self) -> None:
        """An empty line between the field and the table would be seen."""
        self.setVisible(self.is_open or bool(self._chip_words()))

    # What was answered

    def _chip_words(self) -> list[tuple[str, str]]:
        query = self._sought.query
        answers = (
            ("rep_id", self._rep_words(query.rep_id)),
            ("period", self._period_words()),
            ("call_type", dict(_types()).get(query.call_type or "", "")),
            ("rubric_id", self._rubric_words(query.rubric_id)),
            ("skill", self._skill_words(query.skill)),
        )
        return [(key, words) for key, words in answers if words]

    def _rep_words(self, rep_id: UUID | None) -> str:
        rep = self._reps.get(str(rep_id))
        if rep_id and not rep:
            return tr("Somebody who is not here any more")
        return rep.name if rep else ""

    def _period_words(self) -> str:
        if self._sought.period is Period.ALL:
            return ""
        if self._sought.period is not Period.BETWEEN:
            return dict(_periods())[self._sought.period]
        since, until = self._sought.query.since or self._today, self._sought.query.until or self._today
        return tr("{first} to {last}").format(
            first=short_day(since, self._today), last=short_day(until, self._today)
        )

    def _rubric_words(self, rubric_id: str | None) -> str:
        return next((rubric.name for rubric in self._rubrics if rubric.id == rubric_id), "")

    def _skill_words(self, skill: SoughtSkill | None) -> str:
        if skill is None:
            return ""
        name = _names(self._rubrics).get(skill.skill, skill.skill)
        return _seen_words(name) if skill.seen else _missed_words(name)

    # Answering

    def _on_rep(self, rep_id: str) -> None:
        self._narrow(rep_id=UUID(rep_id))

    def _on_time(self, period: str) -> None:
        since, until = days_of(self._sought.period, self._today)
        if period == Period.BETWEEN and self._sought.period is not Period.BETWEEN:
            query = replace(self._sought.query, since=since or self._today, until=until or self._today)
            self.changed.emit(replace(self._sought, query=query, period=Period.BETWEEN))
            self._since.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.changed.emit(replace(self._sought, period=Period(period)))

    def _on_type(self, call_type: str) -> None:
        self._narrow(call_type=CallType(call_type))

    def _on_rubric(self, rubric_id: str) -> None:
        skill = self._sought.query.skill
        (chosen,) = (rubric for rubric in self._rubrics if rubric.id == rubric_id)
        kept = skill if skill and skill.skill in _names([chosen]) else None
        self._narrow(rubric_id=rubric_id, skill=kept)

    def _on_skill(self, answer: str) -> None:
        how, _, skill = answer.partition(":")
        self._narrow(skill=SoughtSkill(skill=skill, seen=how == _SEEN))

    def _on_days(self) -> None:
        since, until = self._since.moment().date(), self._until.moment().date()
        self._narrow(since=since, until=until)

    def _on_taken_away(self, key: str) -> None:
        if key == "period":
            query = replace(self._sought.query, since=None, until=None)
            self.changed.emit(Sought(query=query))
        else:
            self._narrow(**{key: None})

    def _narrow(self, **answers: object) -> None:
        query = replace(self._sought.query, **answers)  # pyright: ignore[reportArgumentType]  by name
        self.changed.emit(replace(self._sought, query=query))


def _periods() -> list[tuple[str, str]]:
    return [
        (Period.THIS_MONTH, tr("This month")),
        (Period.THREE_MONTHS, tr("Last three months")),
        (Period.THIS_YEAR, tr("This year")),
        (Period.ALL, tr("All")),
        (Period.BETWEEN, tr("Between two days")),
    ]


def _types() -> list[tuple[str, str]]:
    return [
        (CallType.OBSERVE, tr("The rep leads, I observe")),
        (CallType.TOGETHER, tr("We sell together")),
        (CallType.SHOW, tr("I show, the rep watches")),
    ]


def _names(rubrics: Iterable[Rubric]) -> dict[str, str]:
    """:returns: what the skills are called, by id: each once, as the first of the rubrics calls it."""
    names: dict[str, str] = {}
    for rubric in rubrics:
        for skill in rubric.skills:
            names.setdefault(skill.id, skill.name)
    return names


def _skills(names: dict[str, str]) -> list[tuple[str, str]]:
    seen = [(f"{_SEEN}:{skill}", _seen_words(name)) for skill, name in names.items()]
    missed = [(f"{_MISSED}:{skill}", _missed_words(name)) for skill, name in names.items()]
    return [*seen, *missed]


def _seen_words(name: str) -> str:
    return tr("{skill}, seen").format(skill=name)


def _missed_words(name: str) -> str:
    return tr("{skill}, missed").format(skill=name)


def _midday(day: date) -> datetime:
    return datetime.combine(day, time(12))
