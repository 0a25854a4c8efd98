"""JSON files of a data folder, as people and their editors leave them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def read_json(path: Path) -> Any:
    """What a JSON file in UTF-8 holds, with or without a byte order mark.

    Raises OSError if it cannot be read, ValueError if it is no JSON or nested too deeply.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except RecursionError:
        raise ValueError("values nested too deeply") from None
