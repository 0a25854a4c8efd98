"""Tables of cases that Python and JavaScript both run: one JSON file a table, one case a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a table, in its order; what its keys mean stands in its "about"."""
    table: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return list(table["cases"])
