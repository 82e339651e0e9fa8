"""What stands on the call sheet: what was agreed, in neutral words, and nothing that is not the customer's to see."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from exports.call_sheet import call_sheet
from exports.page_file import draw_tee_up
from exports.page_source import PageSource
from exports.summary import CallSheet
from scoring.call_type import CallType
from scoring.debrief import Kept
from scoring.people import Manager, RepCard
from scoring.rubric import default_rubric
from scoring.teeup import StepInReason, TeeUp
from scoring.teeup import Told as Matter
from tests.exports.builders import (
    A_COMMITMENT,
    MORNING,
    PRIYA,
    Told,
    a_debrief,
    a_debriefed_call,
    a_plan,
    source_of,
    started,
)
from tests.exports.page.looking import find
from tests.exports.page.reading import attachments, content, glyphs, metadata, words

EARLIER = MORNING - timedelta(days=19)
YEAR = timedelta(days=365)


def planned(**changes: object) -> TeeUp:
    plan = replace(a_plan(), planned_at=MORNING, people_met="Dr. Osei and Tom Wren")
    return replace(plan, **changes)  # pyright: ignore[reportArgumentType]  fields of TeeUp by name


@pytest.fixture
def source(tmp_path: Path) -> PageSource:
    return source_of(tmp_path / "data", Told(plan=planned()))


def sheet_of(source: PageSource, **changes: object) -> CallSheet:
    source.state.tee_up = planned(**changes)
    return call_sheet(source)


def said(sheet: CallSheet) -> dict[str, str]:
    """:returns: every label with its text."""
    return {item.label: item.text for item in (*sheet.facts, sheet.introduction, *sheet.agreed) if item.text}


# What was agreed


def test_the_head_says_with_whom_when_how_long_and_whom_they_meet(source: PageSource) -> None:
    sheet = sheet_of(source)
    assert sheet.title == "Call with Northgate Dental"
    assert sheet.subtitle == "23 November 2026, 10:00, 45 minutes, with Dr. Osei and Tom Wren"
    assert sheet.document_title == "Call with Northgate Dental, 23 November 2026"
    assert (sheet.footer_left, sheet.footer_right) == ("Call sheet 00C0FFEE", "Northwind Chairs")


def test_what_was_agreed_stands_under_its_label(source: PageSource) -> None:
    sheet = said(sheet_of(source, best="A signed pilot", least="A date with whoever decides"))
    assert sheet["Purpose"] == "Agree the pilot's scope"
    assert sheet["Best next step"] == "A signed pilot"
    assert sheet["Least next step"] == "A date with whoever decides"
    assert sheet["How Priya introduces Dana"] == "“Dana works with me and is here to listen.”"


@pytest.mark.parametrize(
    ("call_type", "words"),
    [
        (CallType.OBSERVE, "Priya leads, Dana sits in"),
        (CallType.TOGETHER, "Priya and Dana lead together"),
        (CallType.SHOW, "Dana leads, Priya sits in"),
    ],
)
def test_who_leads_is_said_by_name(source: PageSource, call_type: CallType, words: str) -> None:
    assert said(sheet_of(source, call_type=call_type))["Who leads"] == words


@pytest.mark.parametrize(
    ("reasons", "words"),
    [
        ((), "Dana does not step in."),
        ((StepInReason.ASKED,), "Dana steps in only if: Priya asks for it"),
        (
            (StepInReason.FACTS, StepInReason.ARGUMENT),
            "Dana steps in only if: a fact that matters needs putting right; it turns into a debate",
        ),
        ((StepInReason.OTHER,), "Dana steps in only if: the lease comes up"),
    ],
)
def test_the_step_in_rule_is_said_in_words(
    source: PageSource, reasons: tuple[StepInReason, ...], words: str
) -> None:
    assert (
        said(sheet_of(source, step_in_reasons=reasons, step_in_other="the lease comes up"))["Stepping in"]
        == words
    )


def test_who_leads_has_nothing_to_step_into(source: PageSource) -> None:
    assert "Stepping in" not in said(sheet_of(source, call_type=CallType.SHOW))


def test_the_parts_belong_to_a_call_sold_together(source: PageSource) -> None:
    together = sheet_of(source, call_type=CallType.TOGETHER, parts="Priya opens, Dana talks price")
    assert said(together)["Who takes which part"] == "Priya opens, Dana talks price"
    alone = sheet_of(source, call_type=CallType.OBSERVE, parts="Priya opens, Dana talks price")
    assert "Who takes which part" not in said(alone)


def test_a_focus_skill_is_explained_in_the_words_of_the_rubric(source: PageSource) -> None:
    skills = default_rubric().skills[:2]
    sheet = said(sheet_of(source, focus_skills=tuple(skill.id for skill in skills)))
    assert {name: sheet[f"Focus: {name}"] for name in (skill.name for skill in skills)} == {
        skill.name: skill.seen for skill in skills
    }


@pytest.mark.parametrize("call_type", CallType)
def test_two_focus_skills_stand_side_by_side(source: PageSource, call_type: CallType) -> None:
    skills = default_rubric().skills[1:3]
    source.state.tee_up = planned(
        call_type=call_type, parts="Priya opens", focus_skills=tuple(skill.id for skill in skills)
    )
    found = glyphs(draw_tee_up(source, "letter").pdf)
    first, second = (find(found, f"Focus: {skill.name}")[0] for skill in skills)
    assert first.bottom == second.bottom
    assert first.left < second.left


def test_a_focus_skill_the_rubric_does_not_know_is_left_out(source: PageSource) -> None:
    assert not [
        label for label in said(sheet_of(source, focus_skills=("gone",))) if label.startswith("Focus")
    ]


def test_what_the_rep_was_told_stands_there_in_the_order_of_the_tee_up(source: PageSource) -> None:
    sheet = said(sheet_of(source, told=(Matter.HOW_TO_CHALLENGE, Matter.WHY)))
    assert sheet["About the record"] == "Priya was told: why we do this, how to challenge it."


def test_what_was_not_agreed_is_said_calmly_or_left_out(source: PageSource) -> None:
    sheet = sheet_of(
        source,
        customer=" ",
        people_met="",
        planned_at=None,
        purpose="",
        introduction=" ",
        focus_skills=(),
        step_in_reasons=(),
    )
    assert (sheet.title, sheet.subtitle) == ("Call sheet", "45 minutes")
    assert said(sheet) == {
        "Who leads": "Priya leads, Dana sits in",
        "Purpose": "Not agreed yet",
        "How Priya introduces Dana": "Not agreed yet",
        "Stepping in": "Dana does not step in.",
    }


# The commitment


def test_the_commitment_from_last_time_is_in_the_reps_own_words(tmp_path: Path) -> None:
    source = source_of(tmp_path, a_debriefed_call(2, EARLIER), Told(plan=planned()))
    assert said(call_sheet(source))["From last time, 4 November"] == f"“{A_COMMITMENT.words}”"


def test_a_commitment_that_was_kept_is_not_on_the_sheet(tmp_path: Path) -> None:
    kept = started(3, EARLIER + timedelta(days=5)).end().view()
    kept.debrief(a_debrief(commitments=(), last_commitment=Kept.KEPT))
    source = source_of(tmp_path, a_debriefed_call(2, EARLIER), kept, Told(plan=planned()))
    assert not [label for label in said(call_sheet(source)) if label.startswith("From last time")]


def test_no_other_customer_is_named(tmp_path: Path) -> None:
    earlier = started(2, EARLIER, a_plan("Elm Street Clinic")).end().view().debrief()
    sheet = call_sheet(source_of(tmp_path, earlier, Told(plan=planned())))
    assert "From last time, 4 November" in said(sheet)
    assert "Elm Street" not in repr(sheet)


# Names


def test_two_of_the_same_first_name_can_be_told_apart(source: PageSource) -> None:
    namesake = replace(source, context=replace(source.context, manager=Manager(name="Priya Whitfield")))
    assert said(call_sheet(namesake))["Who leads"] == "Priya leads, Priya Whitfield sits in"


def test_a_name_that_runs_from_the_right_leaves_its_sentence_in_order(source: PageSource) -> None:
    rep = RepCard(id=UUID(int=7), name="محمد الأنصاري")
    other = replace(source, context=replace(source.context, rep=rep))
    assert said(call_sheet(other))["Who leads"] == "\u2068محمد\u2069 leads, Dana sits in"


# What is nobody's to see


def test_nothing_private_and_nothing_of_a_view_is_in_the_file(tmp_path: Path) -> None:
    earlier = a_debriefed_call(2, EARLIER)
    sealed = started(3, EARLIER + timedelta(days=5)).end().view()
    source = source_of(tmp_path, earlier, sealed, Told(plan=planned()))
    assert "COACHING-MARKER" in PRIYA.coaching
    pdf = draw_tee_up(source, "a4").pdf
    haystack = f"{words(pdf)} {metadata(pdf)} {content(pdf)!r} {pdf!r} {call_sheet(source)!r}"
    assert "Northgate Dental" in haystack
    for private in ("COACHING-MARKER", "SELFVIEW-MARKER", "discount", "open questions", "Pilot agreed"):
        assert private not in haystack
    assert attachments(pdf) == {}


def test_the_same_plan_says_the_same_whenever_it_was_made(tmp_path: Path) -> None:
    soon, late = (
        source_of(tmp_path / str(at.year), Told(plan=planned(), at=at)) for at in (MORNING, MORNING + YEAR)
    )
    assert call_sheet(soon) == call_sheet(late)
