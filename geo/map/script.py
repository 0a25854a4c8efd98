"""Python values as JavaScript, safe inside a script element and inside folium's templates."""

from __future__ import annotations

import json
from collections.abc import Mapping

_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
    # streamlit-folium takes {{ 'x' }} for a template; two braces meet only inside a string
    "{{": "{\\u007b",
}


def javascript(value: Mapping[str, object]) -> str:
    """One JSON object that no HTML, script or template reader can take for its own syntax."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for mark, escape in _ESCAPES.items():
        text = text.replace(mark, escape)
    return text
