from __future__ import annotations

from scoring.measures.coaching_closed import coaching_closed
from tests.scoring.mirror_calls import a_mirror_call, calls_with


def test_only_a_yes_closes_the_coaching() -> None:
    yes, no, unasked = calls_with("can_say", True, False, None, debriefed=True)
    found = coaching_closed([a_mirror_call(8), yes, no, unasked])
    assert (found.done, found.not_done) == ((yes,), (no, unasked))
