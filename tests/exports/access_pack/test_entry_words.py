"""How each entry of a log reads for somebody who does not know the app."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args
from uuid import UUID

import pytest

from exports.access_pack.entry_words import _kind, debrief_words, own_words, said, view_words
from scoring.acknowledgement import Acknowledgement, Signing, Statement
from scoring.debrief import Closing, Kept, MyView
from scoring.entry import (
    Acknowledged,
    Amended,
    Floor,
    FloorCorrected,
    FloorRemembered,
    FloorTaken,
    Gap,
    GapReason,
    HandedOver,
    Introduced,
    Introduction,
    Marked,
    Moment,
    PageAmended,
    Planned,
    SatIn,
    Stated,
    SteppedIn,
    Voided,
    What,
    WordsHeard,
)
from scoring.handing_over import HandOver, PageContext
from scoring.privacy import card_of
from scoring.rating import Rating, Ticked
from scoring.rubric import default_rubric
from scoring.teeup import Chooser, StepInReason, Way
from tests.builders import a_rubric_to_tick
from tests.exports.builders import A_SELF_VIEW, AN_AMENDMENT, PRIYA, a_debrief, a_plan, a_view

RUBRIC = default_rubric()
CONTEXT = PageContext(rep=card_of(PRIYA))
TARGET = UUID(int=1)
DAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("what", "kind", "words"),
    [
        (Marked(skill="stays-calm", seen=True, words="Waited"), "Seen", "Stays calm; Waited"),
        (Marked(skill="of-another-rubric", seen=False), "Missed", "of-another-rubric"),
        (WordsHeard(text="Why?"), "Words that were said", "Why?"),
        (Moment(words="Silence"), "A moment to come back to", "Silence"),
        (
            SteppedIn(reason=StepInReason.FACTS, words="The price"),
            "The manager stepped in",
            "the facts were wrong; The price",
        ),
        (SteppedIn(), "The manager stepped in", ""),
        (Introduced(how=Introduction.AS_AGREED), "The manager was introduced", "As agreed"),
        (FloorTaken(who=Floor.NOBODY), "Who was speaking from here on", "Nobody"),
        (
            FloorCorrected(who=Floor.REP, from_ms=0, until_ms=60_000),
            "Who was really speaking",
            "The rep, 00:00 – 01:00",
        ),
        (FloorCorrected(who=Floor.ME, from_ms=0), "Who was really speaking", "The manager, 00:00 – …"),
        (FloorRemembered(mostly=None), "Who mostly spoke, from memory", "About even"),
        (FloorRemembered(mostly=Floor.CUSTOMER), "Who mostly spoke, from memory", "The customer"),
        (
            Gap(length_ms=-60_000, reason=GapReason.CLOCK_CHANGED),
            "Nothing could be logged for a while",
            "1 minute",
        ),
        (SatIn(way=Way.NO_DEVICE), "How the manager sat in from here on", "Without a device"),
        (Voided(reason="A test"), "The call was made void", "A test"),
        (HandedOver(how=HandOver.PRINTED, context=CONTEXT), "The page was handed over", "Printed"),
        (
            PageAmended(amendment=AN_AMENDMENT, until=TARGET, context=CONTEXT),
            "The page was amended",
            "The comment was about another call; Dana Whitfield",
        ),
        (
            Acknowledged(acknowledgement=Acknowledgement(how=Signing.DECLINED, on=DAY, witness="Jo Park")),
            "What became of the printed page",
            "Not signed; 3 December 2026; Witness: Jo Park",
        ),
        (Stated(statement=Statement(text="I disagree.")), "The rep's statement", "I disagree."),
        (
            Amended(target=TARGET, offset_ms=0, what=WordsHeard(text="How?")),
            "An earlier entry was corrected",
            "Words that were said; How?",
        ),
        (Amended(target=TARGET, offset_ms=0, what=None), "An earlier entry was corrected", "It was struck."),
    ],
)
def test_an_entry_in_plain_words(what: What, kind: str, words: str) -> None:
    assert said(what, RUBRIC) == (kind, words)


@pytest.mark.parametrize("kind", get_args(What), ids=lambda kind: kind.__name__)
def test_every_kind_of_entry_has_its_words(kind: type) -> None:
    assert _kind(object.__new__(kind) if kind is not Marked else Marked(skill="", seen=True))


@pytest.mark.parametrize("how", HandOver)
def test_every_way_of_handing_over_has_its_words(how: HandOver) -> None:
    assert said(HandedOver(how=how, context=CONTEXT), RUBRIC)[1]


@pytest.mark.parametrize(
    ("who", "words"), [(Chooser.REP, "the rep"), (Chooser.MANAGER, "the manager"), (Chooser.BOTH, "both")]
)
def test_who_chose_the_call_is_said_where_it_is_known(who: Chooser, words: str) -> None:
    assert f"Chosen by: {words}; " in said(Planned(tee_up=replace(a_plan(), chosen_by=who)), RUBRIC)[1]
    assert "Chosen by" not in said(Planned(tee_up=a_plan()), RUBRIC)[1]


def test_what_became_of_each_commitment_is_said_with_what_was_seen() -> None:
    ids = [UUID(int=n) for n in range(3)]
    closings = [
        Closing(agreed_in=ids[0], number=n, words=words, kept=kept, evidence=tuple(evidence))
        for n, words, kept, evidence in ((0, "Ask", Kept.KEPT, ids[1:]), (1, "Wait", Kept.NOT_YET, ()))
    ]
    agreed = debrief_words(a_debrief(closings=tuple(closings)), RUBRIC)
    assert agreed.startswith(
        "What was agreed before: “Ask”: Kept, seen in 2 entries; "
        "What was agreed before: “Wait”: Not yet, without anything seen on this ride; To do differently"
    )


def test_the_views_of_both_and_what_they_agreed_in_one_line_each() -> None:
    assert view_words(a_view(), RUBRIC).startswith(
        "Outcome: Best reached: Pilot agreed, 2 chairs; Asks before answering: 2 of 4; "
        "Talks money plainly: no chance to see; What worked: Asked three"
    )
    assert own_words(A_SELF_VIEW, RUBRIC).endswith("Thrown by the manager being there: A lot")
    agreed = debrief_words(a_debrief(last_commitment=Kept.PARTLY, parked=("Slides",)), RUBRIC)
    assert agreed.startswith("What was agreed last time: Partly kept; To do differently: When they push")
    assert "Looked at again: 3 December 2026" in agreed
    assert agreed.endswith("For another time: Slides; The rep's comment: I knew it the moment I said it.")


def test_what_was_ticked_stands_beside_the_level_or_alone() -> None:
    rubric = a_rubric_to_tick(items=2)
    first, second = rubric.skills[:2]
    view = MyView(
        ratings=(Rating(skill=first.id, level=3, checked=(1,)),),
        ticked=(Ticked(skill=second.id, checked=(1, 2)),),
    )
    words = view_words(view, rubric)
    assert f"{first.name}: 3 of 4; ticked: Thing 1 to look for" in words
    assert f"{second.name}: ticked: Thing 1 to look for, Thing 2 to look for" in words
