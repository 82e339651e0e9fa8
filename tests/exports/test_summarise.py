"""The page says what was agreed, in the words of the people who agreed it, and nothing that is private."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from exports.page.bidi import first_strong_level
from exports.summarise import summarise
from exports.summary import SummaryPage
from exports.word_count import words_by_part
from scoring.acknowledgement import Statement, scan_of
from scoring.call_type import CallType
from scoring.codec import to_plain
from scoring.debrief import Commitment, Kept, Observation, Outcome
from scoring.entry import Entry, Floor, FloorRemembered, Marked, Started, SteppedIn, What, WordsHeard
from scoring.errors import SecondChairError
from scoring.handing_over import HandOver, PageContext
from scoring.people import Manager
from scoring.privacy import card_of
from scoring.rating import Rating
from scoring.rubric import PLAIN_FORMAT
from scoring.teeup import TeeUp
from scoring.writeup.check import MOST_PAGE_WORDS
from tests.exports.builders import (
    A_COMMITMENT,
    A_SELF_VIEW,
    AN_AMENDMENT,
    DANA,
    DECLINED,
    MORNING,
    PRIYA,
    Told,
    a_debrief,
    a_debriefed_call,
    a_plan,
    a_view,
    an_acknowledged_call,
    source_of,
    started,
)


def page_of(folder: Path, *calls: Told) -> SummaryPage:
    return summarise(source_of(folder, *calls))


def fact(page: SummaryPage, label: str) -> str:
    return next(item.text for item in page.facts if item.label == label)


def closing(page: SummaryPage, label: str) -> str:
    return next(item.text for item in page.closing if item.label == label)


def an_entry(told: Told, what: What, *, recalled: bool) -> Entry:
    """:returns: an entry as it would be logged now."""
    at_ms = told.book.state.last_ms
    return Entry(
        id=uuid4(), call_id=told.call.id, offset_ms=at_ms, at=told.clock.now(), what=what, recalled=recalled
    )


def all_text(page: SummaryPage) -> str:
    return str(to_plain(page))


def test_the_head_says_who_with_whom_and_when_in_the_calls_own_time(tmp_path: Path) -> None:
    page = page_of(tmp_path, a_debriefed_call())
    assert page.title == "Coaching summary for Priya Nair"
    assert page.subtitle == "Joint call with Northgate Dental, 23 November 2026, 10:00 to 10:42"
    assert fact(page, "Purpose of the call") == "Agree the pilot's scope"
    assert fact(page, "Outcome") == "Best reached: Pilot agreed, 2 chairs"
    assert fact(page, "Observed by") == DANA.name
    assert page.document_title == "Coaching summary for Priya Nair, 23 November 2026"


@pytest.mark.parametrize(
    ("minutes", "times"),
    [(0, "10:00"), (0.5, "10:00"), (1, "10:00 to 10:01"), (24 * 60, "10:00 to 10:00")],
)
def test_a_call_that_ended_in_the_minute_it_began_has_one_time(
    tmp_path: Path, minutes: float, times: str
) -> None:
    assert page_of(tmp_path, a_debriefed_call(minutes=minutes)).subtitle.endswith(f"2026, {times}")


def test_the_change_is_in_the_reps_words(tmp_path: Path) -> None:
    page = page_of(tmp_path, a_debriefed_call())
    assert page.change.label == "What I will do differently"
    assert page.change.text == f"“{A_COMMITMENT.words}”"
    assert page.change_note == (
        "In Priya's words. First try: Thursday 26 November, Elm Street Clinic. Look at it together: 3 December."
    )


def test_a_call_filled_in_from_memory_says_so_and_claims_no_times(tmp_path: Path) -> None:
    planned = MORNING.replace(day=20, hour=15)
    told = Told(plan=replace(a_plan(), planned_at=planned))
    told.book._append(an_entry(told, Started(), recalled=True))
    page = page_of(tmp_path, told.end().view().debrief())
    assert page.subtitle == "Joint call with Northgate Dental, 20 November 2026, 15:00"
    assert page.notices == ("Recalled after the call.",)


def test_what_was_all_written_down_afterwards_is_marked_and_gives_no_floor_figure(tmp_path: Path) -> None:
    told = started().end()
    told.clock.go(8)
    told.book.recall(FloorRemembered(mostly=Floor.REP))
    mark = told.book.recall(Marked(skill="stays-calm", seen=True, words="Breathed first"))
    told.view(a_view(strengths=(Observation(words="", entry=mark.id),))).debrief()
    page = page_of(tmp_path, told)
    assert page.notices == ("Recalled 20 minutes after the call.",)
    assert page.floor is None
    assert closing(page, "Who had the floor") == "Mostly Priya, from memory."
    assert page.strengths[0].time == ""
    assert page.strengths[0].note == "(recalled 20 minutes after the call)"


def test_a_call_written_down_bit_by_bit_says_how_late_the_last_of_it_was(tmp_path: Path) -> None:
    told = started().end()
    told.book.recall(Marked(skill="stays-calm", seen=True))
    told.clock.go(60)
    told.book.recall(SteppedIn())
    page = page_of(tmp_path, told.view().debrief())
    assert page.notices == ("Recalled, the last of it 1 hour 12 minutes after the call.",)
    assert closing(page, "Stepped in") == "Dana stepped in once, from memory."


def test_a_second_call_of_a_day_says_so(tmp_path: Path) -> None:
    page = page_of(tmp_path, a_debriefed_call(1, MORNING - timedelta(hours=2)), a_debriefed_call(2))
    assert fact(page, "Joint call") == "2nd together, same day as the last"


def test_words_that_are_quoted_already_are_not_said_twice(tmp_path: Path) -> None:
    told = started()
    heard = told.book.words("Is it down?")
    assert heard
    view = a_view(strengths=(Observation(words="Asked “Is it down?” and waited.", entry=heard.id),))
    page = page_of(tmp_path, told.end().view(view).debrief())
    assert page.strengths[0].words == "Asked “Is it down?” and waited."


def test_two_changes_keep_their_own_follow_up(tmp_path: Path) -> None:
    second = Commitment(words="Name a day.", first_tried="Friday")
    told = started().end().view().debrief(a_debrief(commitments=(A_COMMITMENT, second)))
    page = page_of(tmp_path, told)
    assert page.change.text.splitlines() == [f"“{A_COMMITMENT.words}”", "“Name a day.”"]
    assert page.change_note.endswith("Look at it together: 3 December. 2: First try: Friday.")


def test_a_day_to_look_at_it_in_another_year_says_which(tmp_path: Path) -> None:
    later = replace(A_COMMITMENT, first_tried="", check_on=date(2027, 1, 8))
    page = page_of(tmp_path, started().end().view().debrief(a_debrief(commitments=(later,))))
    assert page.change_note == "In Priya's words. Look at it together: 8 January 2027."


def test_what_people_wrote_is_passed_on_exactly(tmp_path: Path) -> None:
    words = "  {name} %s \t“já”\r\n🚀 <b>bold</b> "
    told = started(plan=a_plan(customer=words)).end()
    told.view(a_view(strengths=(Observation(words=words),))).debrief(
        a_debrief(comment=words, parked=(words,), commitments=(Commitment(words=words),))
    )
    page = page_of(tmp_path, told)
    assert words in page.subtitle
    assert page.strengths[0].words == words
    assert closing(page, "Priya's comment") == words
    assert closing(page, "Parked for a later ride") == words
    assert page.change.text == f"“{words}”"


def test_evidence_carries_the_time_and_the_words_of_what_was_logged(tmp_path: Path) -> None:
    told = started()
    told.clock.go(4 + 10 / 60)
    heard = told.book.words("So what happens when a chair is down?")
    assert heard
    told.clock.go(60)
    mark = told.book.mark("stays-calm", seen=True, words="Paused")
    told.end().view(
        a_view(
            strengths=(Observation(words="Asked, and waited.", entry=heard.id),),
            gaps=(Observation(words="", entry=mark.id),),
        )
    ).debrief()
    page = page_of(tmp_path, told)
    assert (page.strengths[0].time, page.strengths[0].words) == (
        "04:10",
        "Asked, and waited. “So what happens when a chair is down?”",
    )
    assert (page.gaps[0].time, page.gaps[0].words) == ("1:04:10", "Paused")


def test_evidence_shows_the_corrected_time_and_nothing_of_what_was_struck(tmp_path: Path) -> None:
    told = started()
    told.clock.go(5)
    moved, struck = told.book.words("moved"), told.book.words("STRUCK-MARKER")
    assert moved
    assert struck
    told.book.amend(moved.id, WordsHeard(text="moved"), offset_ms=60_000)
    told.book.amend(struck.id, None)
    observations = (Observation(words="a", entry=moved.id), Observation(words="b", entry=struck.id))
    page = page_of(tmp_path, told.end().view(a_view(strengths=observations)).debrief())
    assert [(item.time, item.words) for item in page.strengths] == [("01:00", "a “moved”"), ("", "b")]


def test_what_was_recalled_is_marked_with_its_delay_and_has_no_time(tmp_path: Path) -> None:
    told = started()
    told.clock.go(30)
    told.end()
    recalled = an_entry(told, Marked(skill="stays-calm", seen=True, words="Held the pause"), recalled=True)
    told.book._append(recalled)
    told.view(a_view(strengths=(Observation(words="", entry=recalled.id),))).debrief()
    evidence = page_of(tmp_path, told).strengths[0]
    assert (evidence.time, evidence.words) == ("", "Held the pause")
    assert evidence.note == "(recalled 12 minutes after the call)"


def test_a_debrief_without_the_rep_is_said_and_is_not_put_in_the_reps_mouth(tmp_path: Path) -> None:
    page = page_of(tmp_path, started().end().view().debrief(self_view=None))
    assert "Debriefed without the rep." in page.notices
    assert page.change.label == "What to do differently"
    assert page.change.text == A_COMMITMENT.words
    assert page.change_note.startswith("Written without Priya.")
    assert page.signatures.terms == "Received; signing does not mean agreeing."


@pytest.mark.parametrize(("can_say", "open_still"), [(True, False), (False, True), (None, True)])
def test_coaching_that_is_not_over_is_said(tmp_path: Path, can_say: bool | None, open_still: bool) -> None:
    page = page_of(tmp_path, started().end().view().debrief(a_debrief(can_say=can_say)))
    assert ("The coaching on this call is still open." in page.notices) is open_still


def test_time_that_could_not_be_logged_is_said(tmp_path: Path) -> None:
    told = started()
    told.clock.sleep(7)
    told.book.mark("stays-calm", seen=True)
    page = page_of(tmp_path, told.end().view().debrief())
    assert page.notices == ("Nothing could be logged for 7 minutes.",)


def test_a_clock_that_was_set_forward_costs_no_time(tmp_path: Path) -> None:
    told = started()
    told.clock.at += timedelta(hours=1)
    told.book.mark("stays-calm", seen=True)
    assert page_of(tmp_path, told.end().view().debrief()).notices == ()


def test_the_visit_is_counted_from_calls_that_took_place(tmp_path: Path) -> None:
    first = a_debriefed_call(number=1, at=MORNING - timedelta(days=30))
    second = a_debriefed_call(number=2, at=MORNING - timedelta(days=19))
    cancelled = Told(number=3, at=MORNING - timedelta(days=2))
    cancelled.book.cancel()
    later = a_debriefed_call(number=4, at=MORNING + timedelta(days=1))
    page = page_of(tmp_path, first, second, cancelled, later, a_debriefed_call(number=5))
    assert fact(page, "Joint call") == "3rd together, 19 days since last"


def test_a_first_call_is_said_to_be_the_first(tmp_path: Path) -> None:
    page = page_of(tmp_path, a_debriefed_call())
    assert fact(page, "Joint call") == "First together"
    assert closing(page, "Since last time") == ""


@pytest.mark.parametrize(
    ("kept", "ending"),
    [(Kept.KEPT, "Kept."), (Kept.NOT_YET, "Not yet."), (None, "Not talked about this time.")],
)
def test_the_last_commitment_and_what_became_of_it_are_said(
    tmp_path: Path, kept: Kept | None, ending: str
) -> None:
    long_ago = a_debriefed_call(8, MORNING - timedelta(days=40))
    before = started(1, MORNING - timedelta(days=19)).end().view()
    before.debrief(a_debrief(commitments=(Commitment(words="I'll send the agenda the day before."),)))
    now = started(2).end().view().debrief(a_debrief(last_commitment=kept))
    said = closing(page_of(tmp_path, long_ago, before, now), "Since last time")
    assert said == f"4 November: “I'll send the agenda the day before.” {ending}"


def test_two_commitments_without_full_stops_are_told_apart_from_what_became_of_them(tmp_path: Path) -> None:
    before = started(1, MORNING - timedelta(days=19)).end().view()
    before.debrief(a_debrief(commitments=(Commitment(words="Ask first"), Commitment(words="Wait"))))
    now = started(2).end().view().debrief(a_debrief(last_commitment=Kept.PARTLY))
    said = closing(page_of(tmp_path, before, now), "Since last time")
    assert said == "4 November: “Ask first”. “Wait”. Partly kept."


def test_words_that_are_evidence_are_not_said_again_in_the_table(tmp_path: Path) -> None:
    told = started()
    told.book.mark("stays-calm", seen=True)
    said = told.book.mark("stays-calm", seen=True, words="“So that is eleven patients?”")
    told.book.mark("agrees-a-next-step", seen=True, words="Tuesday, 9:30")
    view = a_view(strengths=(Observation(words="", entry=said.id),))
    page = page_of(tmp_path, told.end().view(view).debrief())
    assert page.strengths[0].words == "“So that is eleven patients?”"
    assert page.skills
    seen = {row.name: row.seen for row in page.skills.rows}
    assert (seen["Stays calm"], seen["Agrees a next step"]) == ("2 seen", "Tuesday, 9:30")


def test_a_commitment_that_was_kept_is_not_asked_for_again(tmp_path: Path) -> None:
    first = a_debriefed_call(8, MORNING - timedelta(days=40))
    kept = started(1, MORNING - timedelta(days=19)).end().view()
    kept.debrief(a_debrief(commitments=(), last_commitment=Kept.KEPT))
    now = started(2).end().view().debrief()
    assert closing(page_of(tmp_path, first, kept, now), "Since last time") == ""


@pytest.mark.parametrize("still_open", [Kept.PARTLY, Kept.NOT_YET, None])
def test_a_commitment_that_was_not_quite_kept_is_asked_for_again(
    tmp_path: Path, still_open: Kept | None
) -> None:
    first = a_debriefed_call(8, MORNING - timedelta(days=40))
    between = started(1, MORNING - timedelta(days=19)).end().view()
    between.debrief(a_debrief(commitments=(), last_commitment=still_open))
    now = started(2).end().view().debrief()
    assert closing(page_of(tmp_path, first, between, now), "Since last time").startswith("14 October:")


def test_what_one_debrief_agreed_for_two_calls_was_not_agreed_last_time(tmp_path: Path) -> None:
    shared = uuid4()
    before = a_debriefed_call(8, MORNING - timedelta(days=19))
    morning = started(1, MORNING - timedelta(hours=2)).end().view().debrief(a_debrief(shared=shared))
    now = started(2).end().view().debrief(a_debrief(shared=shared))
    assert closing(page_of(tmp_path, before, morning, now), "Since last time").startswith("4 November:")


def test_a_rep_and_a_manager_of_one_first_name_are_told_apart(tmp_path: Path) -> None:
    told = started()
    told.book.step()
    told.rep = type(told.rep)(id=told.rep.id, name="Dana Ito")
    page = page_of(tmp_path, told.end().view().debrief())
    assert closing(page, "Stepped in") == "Manager stepped in once, not handed back."


def test_step_ins_stand_on_the_page_although_no_floor_was_logged(tmp_path: Path) -> None:
    told = started()
    told.book.step()
    told.clock.go(1)
    told.book.step()
    page = page_of(tmp_path, told.end().view().debrief())
    assert page.floor is None
    assert closing(page, "Stepped in") == "Dana stepped in once."


def test_the_strip_says_the_step_ins_where_there_is_one(tmp_path: Path) -> None:
    told = started()
    told.floor_for(12, who=(Floor.REP, Floor.CUSTOMER, Floor.ME))
    told.book.step()
    page = page_of(tmp_path, told.end().view().debrief())
    assert page.floor
    assert closing(page, "Stepped in") == ""
    assert "stepped in once" in page.floor.alternative


@pytest.mark.parametrize(
    ("call_type", "label"),
    [
        (CallType.OBSERVE, "Observed by"),
        (CallType.TOGETHER, "Sold together with"),
        (CallType.SHOW, "Shown by"),
    ],
)
def test_what_the_manager_did_follows_the_type_of_the_call(
    tmp_path: Path, call_type: CallType, label: str
) -> None:
    told = started(plan=TeeUp(call_type=call_type)).end().view(a_view(outcome=Outcome.LESS, outcome_words=""))
    page = page_of(tmp_path, told.debrief())
    assert fact(page, label) == DANA.name
    assert fact(page, "Outcome") == "Less than the least"
    assert fact(page, "Purpose of the call") == "Not agreed beforehand"
    assert page.subtitle == "Joint call, 23 November 2026, 10:00"


def test_nothing_private_stands_on_the_page(tmp_path: Path) -> None:
    told = started()
    told.book.mark("stays-calm", seen=True, words="UNDONE-MARKER")
    told.book.undo()
    told.end().view(a_view(ratings=(Rating(skill="asks-before-answering", level=4),)))
    told.debrief(a_debrief(agreed=(Rating(skill="asks-before-answering", level=1),)))
    text = all_text(page_of(tmp_path, told))
    assert "Not yet" in text
    for private in ("MARKER", "Every time", "A lot", "a_lot"):
        assert private not in text


def test_there_is_no_page_before_the_rep_has_spoken_or_while_nothing_is_agreed(tmp_path: Path) -> None:
    sealed = started(1).end().view()
    heard = started(2).end().view()
    heard.book.hear_rep(A_SELF_VIEW)
    running = started(3)
    void = a_debriefed_call(4)
    void.book.void("wrong customer")
    for number, told in enumerate((sealed, heard, running, void)):
        source = source_of(tmp_path / str(number), told)
        with pytest.raises(SecondChairError) as refused:
            summarise(source)
        assert "MARKER" not in str(refused.value)


def test_an_amended_page_says_why_by_whom_and_which_page_it_replaces(tmp_path: Path) -> None:
    told = a_debriefed_call()
    told.book.hand_over(HandOver.PRINTED, PageContext(rep=card_of(PRIYA), manager=DANA))
    told.clock.go(2 * 24 * 60)
    told.book.amend_page(AN_AMENDMENT, a_debrief(comment="Said anew"))
    page = page_of(tmp_path, told)
    assert page.notices[0] == (
        "Amended on 25 November 2026, 10:54 by Dana Whitfield: The comment was about another call. "
        "Replaces the page of 23 November 2026, 10:54."
    )
    assert page.document_title == (
        "Coaching summary for Priya Nair, 23 November 2026, amended 25 November 2026"
    )
    assert "Said anew" in all_text(page)
    assert "· page 2, made 25 November 2026, 10:54 ·" in page.footer_left


def test_a_page_that_was_handed_over_keeps_the_moment_the_next_one_replaces(tmp_path: Path) -> None:
    told = a_debriefed_call()
    told.clock.go(60)
    told.book.hand_over(HandOver.PRINTED, PageContext(rep=card_of(PRIYA), manager=DANA))
    assert "· page 1, made 23 November 2026, 10:54 ·" in page_of(tmp_path, told).footer_left


@pytest.mark.parametrize(("number", "ending"), [(" L-2041 ", " · employee number L-2041"), (" ", "this PDF")])
def test_a_rep_with_an_employee_number_can_be_found_by_it(tmp_path: Path, number: str, ending: str) -> None:
    told = a_debriefed_call()
    told.rep = replace(PRIYA, employee_number=number)
    assert page_of(tmp_path, told).footer_left.endswith(ending)


def test_a_signed_page_says_when_and_by_whom_and_asks_nobody_to_sign(tmp_path: Path) -> None:
    page = page_of(tmp_path, an_acknowledged_call())
    assert page.signatures.said == ("Signed on paper by Priya Nair on 24 November 2026.",)
    assert page.signatures.terms == "Received and discussed; signing does not mean agreeing."
    assert page.signatures.names == ()
    assert any("Dana Whitfield: The sheet came back." in notice for notice in page.notices)


def test_a_page_that_was_declined_names_the_witness(tmp_path: Path) -> None:
    page = page_of(tmp_path, an_acknowledged_call(DECLINED))
    assert page.signatures.said == ("Priya Nair declined to sign on 24 November 2026. Witness: Jo Smith.",)
    assert page.signatures.terms == ""


def test_a_page_says_that_a_scan_is_kept_with_it_and_how_to_know_it(tmp_path: Path) -> None:
    scan = scan_of(b"%PDF-1.4")
    *_, sentence = page_of(tmp_path, an_acknowledged_call(scan=scan)).signatures.said
    assert sentence.startswith("A scan of the sheet is kept with this page")
    assert f"{scan.sha256[:4]} {scan.sha256[4:8]}" in sentence


def test_what_is_agreed_later_is_to_be_signed_anew_and_the_statement_stays(tmp_path: Path) -> None:
    told = an_acknowledged_call(statement=Statement(text="I see it otherwise"), scan=scan_of(b"%PDF-1.4"))
    told.book.amend_page(AN_AMENDMENT, a_debrief(comment="Said anew"))
    page = page_of(tmp_path, told)
    assert page.signatures.said == ()
    assert len(page.signatures.names) == 3
    assert (page.statement.label, page.statement.text) == ("Priya's statement", "I see it otherwise")


def test_signatures_and_footer_name_the_people_and_the_record(tmp_path: Path) -> None:
    page = page_of(tmp_path, a_debriefed_call())
    assert page.signatures.names == ("Priya Nair, date", "Dana Whitfield, date", "Witness if declined, date")
    assert page.signatures.terms == "Received and discussed; signing does not mean agreeing."
    assert page.footer_left == (
        "Second Chair record 00C0FFEE · page 1, made 23 November 2026, 10:54 · rubric “Joint sales call” v2 · "
        "the full record is attached to this PDF"
    )
    assert page.record_id == "00c0ffee-0000-4000-8000-000000000001"


def test_a_call_of_an_earlier_version_of_the_rubric_keeps_it_on_its_page(tmp_path: Path) -> None:
    told = started(plan=replace(a_plan(), rubric_version=1)).end().view().debrief()
    source = source_of(tmp_path, told)
    assert "rubric “Joint sales call” v1 · " in summarise(source).footer_left
    assert source.rubric.to_json()["format"] == PLAIN_FORMAT
    assert not any(skill.checklist for skill in source.rubric.skills)


def test_the_words_around_those_of_people_leave_most_of_450_to_them(tmp_path: Path) -> None:
    told = started()
    told.floor_for(40)
    for skill in ("opens-with-purpose", "asks-before-answering", "listens-it-out", "stays-calm"):
        told.book.mark(skill, seen=True)
    page = page_of(tmp_path, told.end().view().debrief())
    assert 100 < sum(words_by_part(page).values()) <= 250


def test_a_page_of_more_than_three_minutes_says_all_that_was_written(tmp_path: Path) -> None:
    told = started()
    told.book.mark("stays-calm", seen=True, words="waited for the end of the question")
    comment = "Ask first. " * 300
    page = page_of(tmp_path, told.end().view().debrief(a_debrief(comment=comment)))
    assert sum(words_by_part(page).values()) > MOST_PAGE_WORDS
    assert page.skills
    seen = [row.seen for row in page.skills.rows if row.name == "Stays calm"]
    assert seen == ["waited for the end of the question"]
    assert closing(page, "Priya's comment") == comment


def test_names_and_words_that_run_from_the_right_leave_the_sentences_around_them_in_order(
    tmp_path: Path,
) -> None:
    rep = replace(PRIYA, name="محمد الأنصاري")
    before = Told(number=1, rep=rep, at=MORNING - timedelta(days=19))
    before.book.start()
    before.end().view().debrief(a_debrief(commitments=(Commitment(words="سأسأل أولاً"),)))
    now = Told(number=2, rep=rep)
    now.book.start()
    now.end().book.recall(SteppedIn(words="السعر"))
    now.view().debrief(a_debrief(last_commitment=Kept.PARTLY))
    source = source_of(tmp_path, before, now)
    page = summarise(replace(source, context=replace(source.context, manager=Manager(name="דנה כהן"))))
    assert closing(page, "Stepped in") == "\u2068דנה\u2069 stepped in once (\u2068السعر\u2069), from memory."
    assert closing(page, "Since last time") == "4 November: \u2068“سأسأل أولاً”\u2069. Partly kept."
    assert {first_strong_level(text) for item in page.closing for text in (item.label, item.text)} == {
        0,
        None,
    }
    assert page.change_note.startswith("In \u2068محمد\u2069's words.")


def test_a_rep_who_came_late_is_not_said_to_have_been_away(tmp_path: Path) -> None:
    told = started().end().view()
    told.book.debrief_alone()
    told.book.agree(a_debrief(can_say=None))
    alone = page_of(tmp_path / "alone", told)
    told.book.hear_rep(A_SELF_VIEW)
    unheard = page_of(tmp_path / "unheard", told)
    told.book.agree(a_debrief())
    both = page_of(tmp_path / "both", told)
    assert "Debriefed without the rep." in alone.notices
    assert "Debriefed without the rep." in unheard.notices, "what is agreed is not the rep's yet"
    assert "Debriefed without the rep at first." in both.notices
    assert (alone.change.label, both.change.label) == ("What to do differently", "What I will do differently")
    assert both.change_note.startswith("In Priya's words.")
