"""What is private stays private."""

from __future__ import annotations

from scoring.debrief import SelfView
from scoring.entry import Debriefed, SelfViewed, Viewed, WithoutRep
from scoring.privacy import open_view
from tests.builders import Log, a_debriefed_call, a_rep, a_self_view, a_view, an_ended_log


def a_viewed_log() -> Log:
    log = an_ended_log()
    log.at("15:00", Viewed(view=a_view()))
    return log


def test_the_managers_view_is_sealed_until_the_rep_has_spoken() -> None:
    log = a_viewed_log()
    assert log.state.view is not None
    assert open_view(log.state) is None
    log.at("20:00", SelfViewed(self_view=a_self_view()))
    assert open_view(log.state) == a_view()


def test_a_rep_who_said_nothing_yet_has_not_spoken() -> None:
    log = a_viewed_log()
    log.at("20:00", SelfViewed(self_view=SelfView()))
    assert open_view(log.state) is None


def test_what_was_agreed_does_not_open_the_view_by_itself() -> None:
    log = a_viewed_log()
    _, debriefed = a_debriefed_call(a_rep())
    agreed = debriefed.entries[-1].what
    assert isinstance(agreed, Debriefed)
    log.at("20:00", agreed)
    assert open_view(log.state) is None


def test_a_debrief_said_to_be_without_the_rep_opens_it() -> None:
    log = a_viewed_log()
    log.at("20:00", WithoutRep())
    assert open_view(log.state) == a_view()


def test_there_is_nothing_to_open_before_it_is_written() -> None:
    log = an_ended_log()
    log.at("20:00", SelfViewed(self_view=a_self_view()))
    assert open_view(log.state) is None
