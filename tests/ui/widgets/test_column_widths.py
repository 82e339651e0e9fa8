from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.column_widths import shared_widths

WIDTHS = st.lists(st.tuples(st.integers(20, 400), st.integers(20, 400)), min_size=1, max_size=8)


def test_room_that_is_left_is_shared_evenly() -> None:
    assert shared_widths([100, 50], [40, 40], 170) == [110, 60]


def test_the_widest_gives_way_first() -> None:
    assert shared_widths([200, 60, 60], [50, 40, 40], 280) == [160, 60, 60]


def test_no_column_takes_four_lines_where_all_could_do_with_two() -> None:
    natural = [260, 150, 150, 150, 150, 150]
    widths = shared_widths(natural, [60] * 6, 760)
    assert widths[0] > 260 / 2, "its words fit into two lines"
    assert sum(widths) == 760


@given(WIDTHS, st.integers(60, 1500))
def test_every_longest_word_has_room_and_all_room_is_used(widths: list[tuple[int, int]], room: int) -> None:
    natural, least = [max(pair) for pair in widths], [min(pair) for pair in widths]
    shared = shared_widths(natural, least, room)
    assert all(width >= low for width, low in zip(shared, least, strict=True))
    assert sum(shared) == max(room, sum(least))
