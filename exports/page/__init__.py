"""The one-page coaching summary: lines of glyphs, drawn as a tagged PDF.

``draw_page`` is all a caller needs. Import it late: it loads ReportLab and HarfBuzz.
"""

from __future__ import annotations

from exports.page.drawing import Cut
from exports.page.pdf import Drawn, Paper, draw_page

__all__ = ["Cut", "Drawn", "Paper", "draw_page"]
