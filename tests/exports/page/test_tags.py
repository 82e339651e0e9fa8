"""The page is read aloud in the order it stands, pictures in words."""

from __future__ import annotations

from exports.page.tags import TagTree
from tests.exports.page import samples
from tests.exports.page.looking import tags


def test_it_is_read_aloud_in_the_order_it_stands() -> None:
    assert [kid.role for kid in tags(samples.usual()).kids] == [
        *("H1", "P", "L"),
        *("H2", "P", "P"),
        *("H2", "L", "H2", "L"),
        *("H2", "Figure", "P"),
        "Table",
        *("H2", "P", "H2", "P"),
        *("P", "P", "P", "P", "P", "P"),
    ]


def test_the_picture_of_the_floor_is_said_in_words() -> None:
    (figure,) = (kid for kid in tags(samples.usual()).kids if kid.role == "Figure")
    assert figure.alternative == samples.floor().alternative


def test_each_stretch_of_content_belongs_to_the_element_open_at_the_time() -> None:
    tree = TagTree()
    with tree.element("L"), tree.element("LI"):
        assert tree.mark() == ("LI", 0)
    with tree.element("P"):
        assert tree.mark() == ("P", 1)
    first, second = tree.root.kids
    assert [first.kids[0].marks, second.marks] == [[0], [1]]
