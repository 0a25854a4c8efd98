"""The two strings that reach the frame: the base map never changes, the view cannot break out."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import streamlit_folium
from geo.map.view import view_script

from geo.map import STATIC, Assets, base_map, joined, view_layer
from geo.map.script import javascript
from geo.view import View
from geo.when import Window

ASSETS = Assets("../x.facts/a.js", "../x.facts/b.json", "../x.facts/relief.jpg")
VIEW = View(day=date(2020, 11, 25), region="kalbajar", lang="hy", window=Window(7))
HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--",
    "\u2028",
    "\u2029",
    '"}); alert(1); ({"',
    "\\",
    "{{ 'x' }}",
]


def sent(monkeypatch: pytest.MonkeyPatch, view: View, token: str = "feed") -> dict[str, Any]:
    """What st_folium hands to its frame."""
    caught: dict[str, Any] = {}
    monkeypatch.setattr(streamlit_folium, "_component_func", lambda **arguments: caught.update(arguments))
    streamlit_folium.st_folium(
        base_map(ASSETS, token), key="map", returned_objects=[], feature_group_to_add=view_layer(view)
    )
    return caught


def test_another_view_is_the_same_component(monkeypatch: pytest.MonkeyPatch) -> None:
    one = sent(monkeypatch, VIEW)
    other = sent(monkeypatch, replace(VIEW, day=date(1993, 4, 3), region=None))
    changed = {name for name in one if one[name] != other[name]}
    assert changed == {"feature_group", "on_change"}
    assert len(json.dumps(one["feature_group"])) < 1_000


def test_one_script_is_all_that_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = sent(monkeypatch, VIEW)
    assert (arguments["js_links"], arguments["css_links"]) == (["../x.facts/a.js"], [])
    links = re.findall(r"""(?:src|href)=["']?(\w+://[^"' ]+)""", arguments["header"] + arguments["html"])
    assert links == []


def test_the_channel_and_the_addresses_reach_the_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    script = sent(monkeypatch, VIEW, token="0a1b")["script"]
    assert '"channel":"atlas-0a1b"' in script
    assert '"bundle":"../x.facts/b.json"' in script


def test_the_view_is_all_that_the_layer_says(monkeypatch: pytest.MonkeyPatch) -> None:
    script = sent(monkeypatch, VIEW)["feature_group"]
    assert re.findall(r"atlas\.show\((.*)\);", script) == [
        '{"day":"2020-11-25","region":"kalbajar","event":null,"compare":null,"lang":"hy",'
        '"beside":null,"window":"7"}'
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_cannot_leave_its_string(text: str) -> None:
    script = view_script(replace(VIEW, region=text))
    assert not re.search("[<>&\u2028\u2029]|{{", script)
    assert json.loads(script)["region"] == text


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        javascript({"km": float("nan")})


def test_every_module_is_in_the_one_script_once() -> None:
    script = joined()
    for path in STATIC.glob("*.js"):
        assert script.count(path.read_text(encoding="utf-8").splitlines()[0]) == 1, path.name


def test_the_modules_keep_to_what_can_be_joined() -> None:
    names = re.findall(r"^(?:async )?(?:function|const|let) (\w+)", joined(), re.MULTILINE)
    assert {name for name in names if names.count(name) > 1} == set()
    assert not re.search(r"^(import|export)\b", joined(), re.MULTILINE)
