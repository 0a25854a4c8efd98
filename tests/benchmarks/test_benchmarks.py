"""The measuring commands give what they promise; how fast is theirs to say, not the tests'."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from geo import load_atlas
from tests.benchmarks import atlas, load, page
from tests.benchmarks.bench import QUICK
from tests.benchmarks.figures import beside, frames, matched, summary
from tests.benchmarks.many import many_events

SIDES = ("atlas", "baseline")


def test_summary_and_ratios() -> None:
    fast, slow = summary([1.0, 2.0, 3.0]), summary([10.0, 20.0, 30.0])
    assert fast == {"samples": 3, "p50": 2.0, "p95": 2.9, "max": 3.0}
    assert beside(fast, slow)["baseline_over_atlas"] == {"p50": 10.0, "p95": 10.0, "max": 10.0}


@pytest.mark.parametrize(
    ("moves", "shown", "painted"),
    [
        ([(1, "a"), (9, "b")], [("a", 4, 6), ("b", 12, 14)], [6, 14]),
        ([(1, "a"), (2, "b")], [("b", 4, 6)], [6]),
        ([(1, "a"), (2, "a")], [("a", 4, 6)], [6]),
        ([(5, "a")], [("a", 4, 6), ("a", 7, 8)], [8]),
        ([(1, None)], [("a", 4, 6)], []),
    ],
    ids=["each its own", "overtaken", "same day", "shown earlier too", "no day"],
)
def test_a_move_is_matched_with_the_day_it_brought(
    moves: list[tuple[int, str]], shown: list[tuple[str, int, int]], painted: list[int]
) -> None:
    made = [{"at": at, "made": at, "day": day} for at, day in moves]
    seen = [{"day": day, "dom": dom, "painted": at} for day, dom, at in shown]
    assert [pair["painted"] for pair in matched(made, seen)] == painted


def test_the_rules_are_measured() -> None:
    told = atlas.measure(days=3)
    assert told["load_ms"].keys() == told["load_rss_mib"].keys() == set(SIDES)
    assert all(told["load_rss_mib"].values()), "loading takes memory"
    for step in ("on_day_ms", "km2_ms"):
        assert all(told[step][side]["samples"] == 3 for side in SIDES)
    assert told["region_ms"]["atlas"]["samples"] == 3
    assert (
        all(told["files_ms"].values()) and told["files_bytes"]["facts"] > told["files_bytes"]["shapes"] / 10
    )


def test_frames_are_counted() -> None:
    told = frames([[0, 16.7, 33.4, 133.4], [0, 16.7]])
    assert told["frame_ms"]["samples"] == 4
    assert (told["long_frames"], told["dropped_frames"]) == (1, 5)


def test_made_events_are_a_folder_in_order(tmp_path: Path) -> None:
    atlas = load_atlas(many_events(500, tmp_path))
    assert len(atlas.events) == 500
    assert atlas.events["date_start"].nunique() > 400


@pytest.mark.browser
@pytest.mark.timeout(600)
def test_the_page_is_measured() -> None:
    told: dict[str, Any] = page.measure(QUICK)
    assert told["machine"]["versions"].keys() >= {"chromium", "python", "streamlit", "folium"}
    for step in ("drag_repaint_ms", "drag_repaint_many_ms", "release_to_panel_ms", "click_to_panel_ms"):
        assert all(told[step][side]["samples"] >= 1 for side in SIDES), step
        assert told[step]["baseline_over_atlas"].keys() >= {"p50", "p95"}
    for step in ("first_map_ms", "first_map_again_ms", "first_map_of_a_new_server_ms"):
        assert all(told[step][side]["samples"] == 1 for side in (*SIDES, "empty")), step
        assert told[step]["atlas_over_empty"].keys() >= {"p50"}
    for drag in ("drag_repaint_ms", "drag_repaint_many_ms"):
        assert told[drag]["atlas"]["frames"].keys() >= {"frames_per_second", "long_frames", "dropped_frames"}
    assert told["slow"]["first_text_ms"]["atlas"]["p50"] < told["slow"]["first_map_ms"]["atlas"]["p50"]
    for side in SIDES:
        assert told["slow"]["cpu_ms"][side]["p50"] > 0
        weights = told["slow"]["bytes_by_kind"][side]
        assert all(weights[kind] > 0 for kind in ("document", "streamlit", "relief", "websocket", "all"))
    _lasting(told)
    start, step = told["bytes_at_start"]["atlas"], told["bytes_per_step"]["atlas"]
    own = ("script", "facts", "texts", "shapes", "relief", "map_element", "websocket", "websocket_sent")
    assert all(start[kind] > 0 for kind in own), start
    assert step["all"] == step["icon"], "a step asks the server nothing"
    assert step["websocket_most"] == step["websocket_sent"] == 0
    assert told["release_to_panel_ms"]["atlas"]["of_which_p50"]["messages"] == 0
    assert told["bytes_per_step"]["baseline"]["map_element"] > 0
    assert told["requests_elsewhere"] == {"atlas": [], "baseline": []}


def _lasting(told: dict[str, Any]) -> None:
    assert told["playback"]["atlas"]["frames_per_second"] > 0
    assert told["playback"]["baseline"]["pictures_per_second"] > 0
    for side in (told["playback"], told["many_steps"]):
        for name in ("dom_nodes", "heap_mib", "feature_groups"):
            assert side["atlas"][name].keys() == {"start", "end", "grown"}
    assert told["many_steps"]["atlas"]["feature_groups"]["grown"] == 0, "the map's frame keeps no layers"
    assert told["many_steps"]["baseline"]["server_cpu_s"]["grown"] > 0
    assert "server_rss_mib" in told["many_steps"]["baseline"]


_FEW = load.Plan(
    readers=(2,), rate=20, every=0.2, seconds=1, turnover=3, at_once=2, kept=0, storm=3, timeout=120
)


def test_many_readers_are_measured() -> None:
    found = load.measure(replace(_FEW, steps="language"))
    readers = found["readers"]["2"]
    assert readers["files_ms"]["samples"] == readers["open_ms"]["samples"] == 2
    assert readers["language_ms"]["samples"] >= 2
    assert found["turnover"]["open_ms"]["samples"] == found["storm"]["open_ms"]["samples"] == 3
    assert readers["lost"] == found["turnover"]["lost"] == found["storm"]["lost"] == 0


def test_readers_who_step_in_their_browsers_ask_the_server_nothing() -> None:
    found = load.measure(_FEW, only=["readers"])["readers"]["2"]
    assert (found["open_ms"]["samples"], found["language_ms"]["samples"]) == (2, 0)


def test_more_readers_than_the_machine_bears_are_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for given in ("5000", "0", "many", "10,-1"):
        monkeypatch.setattr("sys.argv", ["load", "--readers", given])
        with pytest.raises(SystemExit):
            load.main()
        assert "readers are 1 to 1000 each" in capsys.readouterr().err


def test_an_unknown_part_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["page", "--only", "drag,speed"])
    with pytest.raises(SystemExit):
        page.main()
    assert "no part speed; the parts are drag, steps" in capsys.readouterr().err
