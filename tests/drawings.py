"""Looks at what is drawn: finds text that is clipped or elided anywhere in a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QWidget,
)

from ui.widgets.calm_table import CalmTable
from ui.widgets.painting import LEADING, Lettered, Lettering

_SPARE = 4  # px that Qt's own fields and headers keep beside a text


def find_clipped(root: QWidget) -> list[str]:
    """:returns: one line per visible text in ``root`` that is clipped, elided or cut by what it stands in.

    Text that can be scrolled to counts as visible; what a person has typed into a field does not count.
    """
    widgets = [root, *root.findChildren(QWidget)]
    return [
        f"{_name(widget)}: {letters.whole or letters.text!r}"
        for widget in widgets
        if widget is root or widget.isVisibleTo(root)
        for letters in _lettering(widget)
        if letters.text and (_short_of_room(widget, letters) or _cut_by_surroundings(root, widget, letters))
    ]


def _lettering(widget: QWidget) -> Iterator[Lettering]:
    if isinstance(widget, CalmTable):
        yield from widget.cell_lettering()
    elif isinstance(widget, QHeaderView):
        yield from _headings(widget)
    elif isinstance(widget, Lettered):
        yield from widget.lettering()
    elif isinstance(widget, QAbstractItemView):
        yield from _cells(widget)
    elif isinstance(widget, QLabel):
        yield _of_label(widget)
    elif isinstance(widget, QLineEdit) and not widget.text():
        yield _plain(widget, widget.placeholderText(), widget.contentsRect().adjusted(_SPARE, 0, -_SPARE, 0))
    elif isinstance(widget, QComboBox):
        yield _of_control(widget, widget.currentText())
    elif isinstance(widget, QAbstractButton):
        yield _of_control(widget, widget.text())


def _short_of_room(widget: QWidget, letters: Lettering) -> bool:
    if isinstance(widget, QAbstractScrollArea):
        return letters.clipped()  # the rest can be scrolled to
    return replace(letters, rect=letters.rect.intersected(widget.rect())).clipped()


def _cut_by_surroundings(root: QWidget, widget: QWidget, letters: Lettering) -> bool:
    """:returns: whether an outer widget that cannot be scrolled cuts off a part of the text."""
    bounds = QFontMetrics(letters.font).boundingRect(letters.rect, letters.flags, letters.text)
    bounds = bounds.intersected(letters.rect)
    inner = widget
    while inner is not root and not isinstance(inner, QAbstractScrollArea):
        outer = inner.parentWidget()
        if outer is None or isinstance(outer.parentWidget(), QAbstractScrollArea):
            return False
        bounds = QRect(inner.mapToParent(bounds.topLeft()), bounds.size())
        if not outer.rect().contains(bounds):
            return True
        inner = outer
    return False


def _of_label(label: QLabel) -> Lettering:
    wrap = int(Qt.TextFlag.TextWordWrap) if label.wordWrap() else 0
    margin = label.margin()
    room = label.contentsRect().adjusted(margin, margin, -margin, -margin)
    return Lettering(label.text(), room, label.font(), "#000000", int(label.alignment()) | wrap)


def _of_control(control: QAbstractButton | QComboBox, text: str) -> Lettering:
    """Qt's own buttons say themselves how much room their text needs: measure what is missing of it."""
    missing = max(control.sizeHint().width() - control.width(), 0)
    needed = QFontMetrics(control.font()).boundingRect(text).size()
    return _plain(control, text, QRect(QPoint(0, 0), needed).adjusted(0, 0, _SPARE - missing, _SPARE))


def _headings(header: QHeaderView) -> Iterator[Lettering]:
    model = cast(QAbstractItemModel | None, header.model())
    if model is None or header.isHidden():
        return
    across = header.orientation() == Qt.Orientation.Horizontal
    for section in range(header.count()):
        start, size = header.sectionViewportPosition(section), header.sectionSize(section)
        room = QRect(start, 0, size, header.height()) if across else QRect(0, start, header.width(), size)
        heading = str(model.headerData(section, header.orientation()) or "")
        wrap = int(header.defaultAlignment()) & int(Qt.TextFlag.TextWordWrap)
        yield Lettering(heading, room, header.font(), "#000000", LEADING | wrap)


def _cells(view: QAbstractItemView) -> Iterator[Lettering]:
    model = cast(QAbstractItemModel | None, view.model())
    if model is None:
        return
    for row in range(model.rowCount()):
        index = model.index(row, 0, QModelIndex())
        rect = view.visualRect(index)
        missing = max(view.sizeHintForIndex(index).width() - rect.width(), 0)
        text = str(index.data() or "")
        needed = QFontMetrics(view.font()).boundingRect(text).size()
        yield _plain(view, text, QRect(rect.topLeft(), needed).adjusted(0, 0, _SPARE - missing, _SPARE))


def _plain(widget: QWidget, text: str, room: QRect) -> Lettering:
    return Lettering(text, room, widget.font(), "#000000", LEADING)


def _name(widget: QWidget) -> str:
    kind = type(widget).__name__
    return f"{kind} {widget.objectName()}" if widget.objectName() else kind
