"""From what was agreed before a call to the words of its call sheet.

The rep takes it along and the customer may glance at it: its words are neutral, and no other customer is named. It says
nothing about how the rep likes to be coached, and nothing of anybody's view.
"""

from __future__ import annotations

from collections.abc import Iterator

from exports.page_source import PageSource, short_id
from exports.summary import CallSheet, CutWords, LabelledText
from exports.wording import MINUTE_MS, apart, date_text, duration_text, near_date_text, quoted, time_text
from scoring.call_type import CallType
from scoring.rubric import Skill
from scoring.teeup import StepInReason, Told
from scoring.text import language, tr


def call_sheet(source: PageSource) -> CallSheet:
    """Put what was agreed before a call into the words of its call sheet; what is not agreed is left out or said."""
    words = _Words(source)
    return CallSheet(
        language=language(),
        document_title=words.document_title(),
        author=source.manager.name,
        record_id=str(source.call.id),
        title=words.title(),
        subtitle=words.subtitle(),
        facts=tuple(words.facts()),
        introduction=words.introduction(),
        agreed=tuple(words.agreed()),
        footer_left=tr("Call sheet {id}").format(id=short_id(source.call.id)),
        footer_right=source.manager.organisation,
        cut=CutWords(text=tr("… ({n} characters left out)"), items=tr("{n} more in Second Chair")),
    )


class _Words:
    """The texts of one call sheet. ``rep`` and ``manager`` are how the two are called in short."""

    def __init__(self, source: PageSource) -> None:
        self.source = source
        self.plan = source.state.tee_up
        self.rep = apart(source.rep.first_name)
        self.manager = apart(_manager_name(source))

    def title(self) -> str:
        if not self.plan.customer.strip():
            return tr("Call sheet")
        return tr("Call with {customer}").format(customer=apart(self.plan.customer))

    def document_title(self) -> str:
        return tr("{title}, {date}").format(title=self.title(), date=date_text(self.source.day))

    def subtitle(self) -> str:
        """When, how long, and whom they meet: names, which are never cut."""
        planned = self.plan.planned_at
        length = duration_text(self.plan.planned_minutes * MINUTE_MS)
        parts = [date_text(planned), time_text(planned), length] if planned else [length]
        if self.plan.people_met.strip():
            parts.append(tr("with {people}").format(people=apart(self.plan.people_met)))
        return tr(", ").join(parts)

    def facts(self) -> Iterator[LabelledText]:
        yield LabelledText(label=tr("Who leads"), text=self._lead())
        yield LabelledText(label=tr("Purpose"), text=_or_open(self.plan.purpose))
        yield LabelledText(label=tr("Best next step"), text=self.plan.best)
        yield LabelledText(label=tr("Least next step"), text=self.plan.least)

    def _lead(self) -> str:
        words = {
            CallType.OBSERVE: tr("{rep} leads, {manager} sits in"),
            CallType.TOGETHER: tr("{rep} and {manager} lead together"),
            CallType.SHOW: tr("{manager} leads, {rep} sits in"),
        }[self.plan.call_type]
        return words.format(rep=self.rep, manager=self.manager)

    def introduction(self) -> LabelledText:
        label = tr("How {rep} introduces {manager}").format(rep=self.rep, manager=self.manager)
        words = self.plan.introduction
        return LabelledText(label=label, text=quoted(words) if words.strip() else _or_open(words))

    def agreed(self) -> Iterator[LabelledText]:
        """The focus comes first: of the two columns two skills then share a row."""
        for skill in self._focus():
            yield LabelledText(label=tr("Focus: {skill}").format(skill=skill.name), text=skill.seen)
        if self.plan.call_type == CallType.TOGETHER:
            yield LabelledText(label=tr("Who takes which part"), text=self.plan.parts)
        if self.plan.call_type != CallType.SHOW:  # who leads has nothing to step into
            yield LabelledText(label=tr("Stepping in"), text=self._step_in_rule())
        yield from self._last_time()
        yield LabelledText(label=tr("About the record"), text=self._told())

    def _step_in_rule(self) -> str:
        reasons = tr("; ").join(self._reason(reason) for reason in self.plan.step_in_reasons)
        if not reasons:
            return tr("{manager} does not step in.").format(manager=self.manager)
        return tr("{manager} steps in only if: {reasons}").format(manager=self.manager, reasons=reasons)

    def _reason(self, reason: StepInReason) -> str:
        if reason == StepInReason.OTHER and self.plan.step_in_other.strip():
            return apart(self.plan.step_in_other)
        words = {
            StepInReason.ASKED: tr("{rep} asks for it"),
            StepInReason.FACTS: tr("a fact that matters needs putting right"),
            StepInReason.ARGUMENT: tr("it turns into a debate"),
            StepInReason.OTHER: tr("something else comes up"),
        }[reason]
        return words.format(rep=self.rep)

    def _focus(self) -> list[Skill]:
        skills = {skill.id: skill for skill in self.source.rubric.skills}
        return [skills[skill_id] for skill_id in self.plan.focus_skills if skill_id in skills]

    def _last_time(self) -> Iterator[LabelledText]:
        before = self.source.before
        if before.committed_on is None:
            return
        day = near_date_text(before.committed_on, self.source.day)
        words = "\n".join(quoted(words) for words in before.commitments if words.strip())
        yield LabelledText(label=tr("From last time, {date}").format(date=day), text=words)

    def _told(self) -> str:
        if not self.plan.told:
            return ""
        words = {
            Told.WHY: tr("why we do this"),
            Told.WHAT_IS_STORED: tr("what is stored"),
            Told.WHO_SEES_IT: tr("who sees it"),
            Told.HOW_TO_CHALLENGE: tr("how to challenge it"),
        }
        matters = tr(", ").join(words[matter] for matter in Told if matter in self.plan.told)
        return tr("{rep} was told: {matters}.").format(rep=self.rep, matters=matters)


def _manager_name(source: PageSource) -> str:
    """The first name, or the whole one where the rep has the same."""
    name = source.manager.name
    first = (name.split() or [tr("a colleague")])[0]
    return name if first == source.rep.first_name else first


def _or_open(words: str) -> str:
    return words if words.strip() else tr("Not agreed yet")
