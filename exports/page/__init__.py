"""The one-page coaching summary and the call sheet: lines of glyphs, drawn as a tagged PDF.

``draw_page`` and ``draw_call_sheet`` are all a caller needs. Import them late: they load ReportLab and HarfBuzz.
"""

from __future__ import annotations

from exports.page.drawing import Cut
from exports.page.pdf import Drawn, Paper, draw_call_sheet, draw_page

__all__ = ["Cut", "Drawn", "Paper", "draw_call_sheet", "draw_page"]
