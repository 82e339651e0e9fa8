from __future__ import annotations

from scoring.measures.hand_back import hand_backs
from tests.scoring.mirror_calls import a_mirror_call


def test_each_hand_back_that_was_logged_has_a_time() -> None:
    kept = a_mirror_call(3, steps=2, never_back=1, hand_backs=(30_000,))
    found = hand_backs(
        [
            a_mirror_call(0, steps=2, hand_backs=(10_000, 60_000)),
            a_mirror_call(1, steps=1, hand_backs=(40_000,)),
            a_mirror_call(2, steps=1, hand_backs=(20_000,)),
            kept,
            a_mirror_call(4, observed=False, steps=1, hand_backs=(900_000,)),
        ]
    )
    assert [point.value for point in found.times.points] == [10_000, 60_000, 40_000, 20_000, 30_000]
    assert found.times.median == 30_000  # 10, 20, 30, 40, 60 s
    assert (found.never, found.kept_on) == (1, (kept,))


def test_four_hand_backs_on_three_calls_are_too_few_to_tell() -> None:
    found = hand_backs(
        [
            a_mirror_call(0, steps=2, hand_backs=(10_000, 20_000)),
            a_mirror_call(1, steps=1, hand_backs=(30_000,)),
            a_mirror_call(2, steps=1, hand_backs=(40_000,)),
        ]
    )
    assert found.times.median is None
