from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QSize

from ui.widgets.chart import Chart, ChartPlaces, ChartPoint


def _chart(*levels: int | None) -> Chart:
    points = tuple(None if level is None else ChartPoint(value=level, words="w") for level in levels)
    return Chart(points=points, lowest=1, highest=4, rungs=(1, 2, 3, 4))


def _places(*levels: int | None, mirrored: bool = False) -> ChartPlaces:
    return ChartPlaces(_chart(*levels), QSize(240, 80), mirrored=mirrored)


def test_the_ends_of_a_scale_are_in_order() -> None:
    with pytest.raises(ValueError, match="scale"):
        Chart(points=(), lowest=1, highest=1)


def test_every_rung_has_words_or_none_has() -> None:
    with pytest.raises(ValueError, match="rung"):
        Chart(points=(), lowest=0, highest=1, rungs=(0, 1), rung_words=("none",))


def test_a_place_where_nothing_is_known_is_kept() -> None:
    places = _places(1, None, 3)
    assert places.point(1) is None
    assert places.known() == [0, 2]
    assert places.x(2) - places.x(1) == pytest.approx(places.x(1) - places.x(0))


def test_two_calls_stand_no_further_apart_than_five_do() -> None:
    assert _places(1, 2).pitch == _places(1, 2, 3, 4, 1).pitch


def test_a_value_outside_the_scale_stays_at_its_end() -> None:
    places = _places(1)
    assert places.y(99) == places.y(4)
    assert places.y(-5) == places.y(1)


def test_mirrored_places_are_as_far_from_the_other_edge() -> None:
    assert 240 - _places(1, 2, mirrored=True).x(1) == _places(1, 2).x(1)


def test_the_pointer_means_the_nearest_point_that_is_beside_it() -> None:
    places = _places(1, None, 3)
    assert places.nearest(QPointF(places.x(2) - 5, 10)) == 2
    assert places.nearest(QPointF(places.x(1), 10)) is None
    assert places.nearest(QPointF(places.x(2), places.plot_height + 5)) is None, "it means the words below"


def test_with_more_room_the_rungs_stand_further_apart_up_to_a_point() -> None:
    chart = _chart(1, 4)
    least, more, most = (ChartPlaces(chart, QSize(240, high)) for high in (0, 80, 900))
    assert least.plot_height < more.plot_height < most.plot_height == 2 * least.plot_height
    assert least.height() == more.height() == most.height(), "it asks for no more because it has more"
    assert more.y(1) - more.y(4) > least.y(1) - least.y(4)


def test_a_stripe_may_begin_half_way_before_a_place() -> None:
    places, mirrored = _places(1, 2, 3, 4, 4), _places(1, 2, 3, 4, 4, mirrored=True)
    stripe, other = places.across(0, 4, first=2), mirrored.across(0, 4, first=2)
    assert stripe.left() == round(places.before(2))
    assert other.right() + 1 == round(mirrored.before(2))
    assert places.across(0, 4).left() == places.margin
