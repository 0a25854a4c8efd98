"""What reaches the map's frame: always the same, one script, and nothing that could break out of it."""

import json
import re
from typing import Any

import pytest
import streamlit_folium

from geo import Atlas
from geo.map import base_map
from geo.map.script import javascript
from geo.web.bundle import FOLDER, script

SCRIPT, RELIEF = "../x.files/atlas.js", "../x.files/relief.jpg"
HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--",
    "\u2028",
    "\u2029",
    '"}); alert(1); ({"',
    "\\",
    "{{ 'x' }}",
]


def sent(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What st_folium hands to its frame."""
    caught: dict[str, Any] = {}
    monkeypatch.setattr(streamlit_folium, "_component_func", lambda **arguments: caught.update(arguments))
    streamlit_folium.st_folium(base_map(SCRIPT, RELIEF), key="map", returned_objects=[])
    return caught


def test_each_run_of_the_page_sends_the_same_map(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = sent(monkeypatch), sent(monkeypatch)
    assert {name for name in one if one[name] != other[name]} <= {"on_change"}
    assert not re.search(r"\d{4}-\d{2}-\d{2}", one["script"]), "no day is in it"


def test_one_script_is_all_that_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = sent(monkeypatch)
    assert (arguments["js_links"], arguments["css_links"]) == ([SCRIPT], [])
    links = re.findall(r"""(?:src|href)=["']?(\w+://[^"' ]+)""", arguments["header"] + arguments["html"])
    assert links == []
    assert f'"relief":"{RELIEF}"' in arguments["script"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_cannot_leave_its_string(text: str) -> None:
    written = javascript({"query": text})
    assert not re.search("[<>&\u2028\u2029]|{{", written)
    assert json.loads(written)["query"] == text


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        javascript({"km": float("nan")})


def test_every_module_of_the_map_is_in_the_script_once() -> None:
    joined = script()
    for path in (FOLDER / "map").glob("*.js"):
        assert joined.count(f"// map/{path.name}\n") == 1, path.name


def test_every_event_type_has_a_symbol_of_its_own_that_the_map_can_draw(real: Atlas) -> None:
    symbols = real.terms.loc["event_type", "symbol"]
    assert symbols.is_unique
    source = (FOLDER / "map" / "symbols.js").read_text(encoding="utf-8")
    drawn = set(re.findall(r"^  (\w+): ", source, re.MULTILINE)) | {"solid"}
    for kind, symbol in symbols.items():
        badge, glyph = symbol.split("-")
        assert {badge, glyph} <= drawn, f"{kind} asks for {symbol}"
