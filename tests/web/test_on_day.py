"""The browser's `on(day)` is held to Python's over random views: the same units, events and excerpts."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from geo import Atlas
from geo.languages import LANGUAGES
from geo.view import KEYS, WINDOWS, View, query_from_view, view_from_query
from geo.web.facts import facts
from geo.web.texts import texts
from geo.when import Window, between

VIEWS = 500
SCRIPT = Path(__file__).with_name("on_day.mjs")


def random_view(atlas: Atlas, chance: random.Random) -> View:
    """A view with every key of the address chosen at random, days of changes more often than others."""
    days = sorted(random_day(atlas, chance) for _ in range(2))
    chances: dict[str, Callable[[], Any]] = {
        "day": lambda: random_day(atlas, chance),
        "region": lambda: chance.choice(atlas.regions.index),
        "event": lambda: chance.choice(atlas.events.index),
        "language": lambda: chance.choice(LANGUAGES),
        "window": lambda: chance.choice([*WINDOWS, Window(None, between(*days))]),
    }
    kinds = {key.kind for key in KEYS}
    assert kinds <= set(chances), f"add to `chances` values of the kind {kinds - set(chances)}"
    return View(
        **{key.field: None if key.optional and chance.random() < 0.2 else chances[key.kind]() for key in KEYS}
    )


def random_day(atlas: Atlas, chance: random.Random) -> date:
    """A day of the records; each second one is that of a change, or beside it."""
    day = atlas.first + timedelta(days=chance.randint(0, (atlas.last - atlas.first).days))
    if chance.random() < 0.5:
        day = chance.choice(list(atlas.periods["start"])) + timedelta(days=chance.randint(-1, 1))
    return min(max(day, atlas.first), atlas.last)


def answer(atlas: Atlas, view: View) -> dict[str, Any]:
    """What Python finds for the view, as the script writes it."""
    snapshot = atlas.on(view.day, window=view.window)
    found = {
        "query": query_from_view(view),
        "units": {str(unit): _unit(row) for unit, row in snapshot.units.iterrows()},
        "events": list(snapshot.events.index),
        "excerpts": list(snapshot.excerpts.index),
        "km2": {str(holder): float(km2) for holder, km2 in atlas.km2_by_holder(view.day).items()},
        "region": None,
        "changes": [],
    }
    if view.region is not None:
        region = snapshot.region(view.region)
        found["region"] = {
            "units": list(region.units.index),
            "events": list(region.events.index),
            "excerpts": list(region.excerpts.index),
            "other": list(region.other_excerpts.index),
            "earlier": None if region.earlier is None else region.earlier["event_id"],
            "later": None if region.later is None else region.later["event_id"],
        }
    if view.compare is not None:
        changes = atlas.between(*sorted((view.day, view.compare)))
        found["changes"] = [
            [row.unit_id, str(row.day), row.to_holder, row.to_status] for row in changes.itertuples()
        ]
    return found


def _unit(row: pd.Series) -> list[Any]:
    since: date = row["since"]
    until: date | None = row["until"]
    dates = [since, until, row["holder_since"]]
    sources = list(row["source_ids"])
    return [row["holder"], row["status"], *(day and str(day) for day in dates), row["certainty"], sources]


def test_the_browser_finds_what_python_finds(real: Atlas, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on the PATH")
    chance = random.Random(2020)
    views = [random_view(real, chance) for _ in range(VIEWS)]
    given = {
        "facts": facts(real, "en"),
        "texts": texts(real),
        "queries": [query_from_view(view) for view in views],
    }
    (tmp_path / "given.json").write_text(json.dumps(given), encoding="utf-8")
    done = subprocess.run([node, str(SCRIPT), str(tmp_path / "given.json")], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    assert len(answers) == VIEWS
    for view, found in zip(views, answers, strict=True):
        areas, wanted = found.pop("km2"), answer(real, view)
        assert areas == pytest.approx(wanted.pop("km2"), abs=0.1), query_from_view(view)
        assert found == wanted, query_from_view(view)


def test_an_address_is_read_back_as_it_was_written(real: Atlas) -> None:
    chance = random.Random(1993)
    for _ in range(VIEWS):
        view = random_view(real, chance)
        assert view_from_query(query_from_view(view), real) == (view, [])
