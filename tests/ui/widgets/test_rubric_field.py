"""Which rubric a call is watched with: seen, and chosen from a menu."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from scoring.rubric import default_rubric
from tests.ui.finding import find, press
from tests.ui.looks import show
from ui.widgets.button import LinkButton
from ui.widgets.menu_button import MenuButton
from ui.widgets.rubric_field import RubricField

USUAL = default_rubric()
OTHER = replace(USUAL, id="demo", name="Demo")


def a_field(qtbot: QtBot) -> RubricField:
    field = RubricField("rubric")
    show(qtbot, field)
    return field


def test_nothing_is_asked_where_there_is_nothing_to_choose(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    field.show_rubric(USUAL, [USUAL], newest=1)
    assert field.isHidden()
    field.show_rubric(USUAL, [], newest=1)
    assert field.isHidden()


def test_the_name_is_seen_and_another_one_is_chosen_from_the_menu(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    field.show_rubric(USUAL, [OTHER, USUAL], newest=1)
    menu = find(field, MenuButton, "rubric")
    assert (field.isVisible(), menu.label) == (True, USUAL.name)
    with qtbot.waitSignal(field.chosen) as chosen:
        menu.menu.actions()[0].trigger()
    assert chosen.args == ["demo"]


def test_a_rubric_that_is_put_away_still_gives_way_to_one_that_is_offered(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    field.show_rubric(USUAL, [OTHER], newest=1)
    assert field.isVisible()


def test_newer_words_are_offered_quietly_and_only_where_there_are_some(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    field.show_rubric(USUAL, [USUAL], newest=USUAL.version + 1)
    use = find(field, LinkButton, "rubric.newest")
    assert use.isVisible()
    with qtbot.waitSignal(field.newest_chosen):
        press(qtbot, field, "rubric.newest")
    field.show_rubric(USUAL, [OTHER, USUAL], newest=USUAL.version)
    assert not use.isVisible()
