"""How a figure is printed."""

from __future__ import annotations

import json


def figure(name: str, value: float, unit: str) -> None:
    """Print one figure as a JSON line."""
    print(json.dumps({"name": name, "value": round(value, 2), "unit": unit}), flush=True)
