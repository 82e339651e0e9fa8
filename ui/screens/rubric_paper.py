"""A rubric with its anchors on one sheet, as it will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from scoring.text import tr
from ui.paper_maker import PaperMaker
from ui.paper_notes import notes_on
from ui.paper_screen import PATIENCE_MS, PaperScreen
from ui.screen import RubricScreen
from ui.session import Session
from ui.widgets.paper_side import PaperSide
from ui.widgets.text import Text, Voice

if TYPE_CHECKING:
    from exports.page.pdf import Drawn
    from scoring.preferences import Sheet
    from scoring.rubric import Rubric


class RubricPaperScreen(PaperScreen[PaperSide], RubricScreen):
    """The manager looks at a version of a rubric, and prints it for the desk or the wall."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, patience_ms: int = PATIENCE_MS
    ) -> None:
        side = PaperSide("rubricpaper", tr("Back"))
        side.own.addWidget(Text(tr("One sheet, laid across, for the desk or the wall."), Voice.MUTED))
        maker = PaperMaker(session, _gather, _draw, _name)
        super().__init__(session, "rubricpaper", side, maker, parent, patience_ms=patience_ms)

    @override
    def title(self) -> str:
        return tr("Rubric on paper")

    @override
    def show_rubric(self, rubric_id: str) -> None:
        """Show the version in use."""
        rubric = self.session.ask(lambda store: store.rubrics.in_use(rubric_id))
        assert rubric, "only what is in use is shown on paper"
        self.show_version(rubric_id, rubric.version)

    def show_version(self, rubric_id: str, version: int) -> None:
        """Show one version of a rubric."""
        self.subject, self.number = rubric_id, version
        rubric = self.session.ask(lambda store: store.rubrics.get(rubric_id, version))
        self.side.show_head(rubric.name, tr("Version {number}").format(number=version))
        self.make(rubric_id)

    @override
    def notes_on(self, drawn: Drawn) -> list[str]:
        return notes_on(drawn, tr("Not all of it fits on one sheet. Second Chair shows the rest:"))

    @override
    def go_back(self) -> None:
        self.place_requested.emit("list")


def _gather(rubric_id: str, version: int | None, store: Any) -> Rubric:
    assert version is not None, "a version is shown"
    return store.rubrics.get(rubric_id, version)


# Late, because all that a sheet is made with is loaded in the background.


def _draw(rubric: Rubric, sheet: Sheet) -> Drawn:
    from exports.rubric_paper import draw_rubric_paper

    return draw_rubric_paper(rubric, sheet)


def _name(rubric: Rubric) -> str:
    from exports.rubric_paper import rubric_paper_name

    return rubric_paper_name(rubric)
