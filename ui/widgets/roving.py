"""One stop of the Tab key for a whole group of buttons: arrows move inside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from ui.widgets.button import PaintedButton


class RovingGroup(QObject):
    """Buttons that share one stop of the Tab key. Arrow keys move between them and stop at both ends.

    :param parent: what holds the buttons.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buttons: list[PaintedButton] = []

    def set_buttons(self, buttons: Sequence[PaintedButton]) -> None:
        """Replace the buttons of the group, in the order in which the arrows visit them; some may stay."""
        known, self._buttons = self._buttons, list(buttons)
        for button in (one for one in self._buttons if one not in known):
            button.arrowed.connect(self._on_arrowed)
            button.focused.connect(self._on_focused)
        self.set_stop(self._buttons[0] if self._buttons else None)

    def set_stop(self, stop: PaintedButton | None) -> None:
        """Say where the Tab key enters the group: usually at what is chosen."""
        for button in self._buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _on_arrowed(self, step: int) -> None:
        sender = self.sender()
        reachable = [button for button in self._buttons if button.isEnabled() and button.isVisible()]
        if isinstance(sender, PaintedButton) and sender in reachable:
            wanted = reachable.index(sender) + step
            reachable[min(max(wanted, 0), len(reachable) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_focused(self) -> None:
        sender = self.sender()
        if isinstance(sender, PaintedButton):
            self.set_stop(sender)
