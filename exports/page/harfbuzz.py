"""HarfBuzz as the package uses it. The binding is compiled and brings no types, so they end here."""

from __future__ import annotations

from typing import Any

import uharfbuzz

hb: Any = uharfbuzz
