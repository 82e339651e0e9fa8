"""``python -m tests.shots FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.shots import take

for path in take(Path(sys.argv[1]).absolute()):
    print(path)
