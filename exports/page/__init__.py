"""The one-page coaching summary, the call sheet and the sheet of a rubric: lines of glyphs, drawn as a tagged PDF.

``draw_page``, ``draw_call_sheet`` and ``draw_rubric`` are all a caller needs. Import them late: they load ReportLab and
HarfBuzz.
"""

from __future__ import annotations

from exports.page.drawing import Cut
from exports.page.pdf import Drawn, Paper, draw_call_sheet, draw_page, draw_rubric

__all__ = ["Cut", "Drawn", "Paper", "draw_call_sheet", "draw_page", "draw_rubric"]
