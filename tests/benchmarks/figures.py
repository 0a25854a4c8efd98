"""Samples to figures: percentiles, ratios of baseline to atlas, and the machine they were taken on."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

Figures = dict[str, Any]

_FRAME_MS, _LONG_MS = 1000 / 60, 50
_GOLDEN = 0.6180339887
_PACKAGES = ("streamlit", "streamlit-folium", "folium", "geopandas", "pandas", "playwright")


def summary(values: Sequence[float], *, digits: int = 1) -> Figures:
    """Number of samples, p50, p95 (linear between samples) and max, in the unit of the values."""
    if not values:
        return {"samples": 0, "p50": None, "p95": None, "max": None}
    p50, p95 = np.percentile(values, [50, 95])
    figures = {"p50": p50, "p95": p95, "max": max(values)}
    return {"samples": len(values)} | {name: round(float(value), digits) for name, value in figures.items()}


def spread(number: int) -> float:
    """A share, 0 to 1, for the number: those of any run of numbers lie evenly (golden ratio)."""
    return number * _GOLDEN % 1


def beside(atlas: Figures, baseline: Figures) -> Figures:
    """Both sides' figures, and baseline / atlas for each number that both have."""
    return {"atlas": atlas, "baseline": baseline, "baseline_over_atlas": ratio(baseline, atlas)}


def ratio(above: Figures, below: Figures) -> Figures:
    """above / below for each number that both have."""
    return {
        name: round(above[name] / below[name], 2)
        for name in below
        if name != "samples" and _number(below[name]) and _number(above.get(name))
    }


def frames(runs: Sequence[Sequence[float]]) -> Figures:
    """What the times of animation frames (ms) say, one list for each unbroken stretch of them.

    A long frame comes more than 50 ms after the one before; dropped are those missing at 60 a second.
    """
    gaps = [later - earlier for times in runs for earlier, later in pairwise(times)]
    return {
        "frames_per_second": round(1000 * len(gaps) / sum(gaps), 1) if gaps else None,
        "frame_ms": summary(gaps),
        "long_frames": sum(gap > _LONG_MS for gap in gaps),
        "dropped_frames": sum(max(0, round(gap / _FRAME_MS) - 1) for gap in gaps),
    }


def machine() -> Figures:
    """What the figures depend on: processor, load, memory (MiB), and versions by package."""
    return {
        "system": platform.platform(),
        "processor": _first("/proc/cpuinfo", "model name") or platform.processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_mib": _mebibytes(_first("/proc/meminfo", "MemTotal")),
        "load_1_min": round(os.getloadavg()[0], 2),
        "versions": {"python": platform.python_version()} | {name: version(name) for name in _PACKAGES},
    }


def matched(moves: Sequence[Mapping[str, Any]], shown: Sequence[Mapping[str, Any]]) -> list[Figures]:
    """Each move that brought a new day, with when the map had that day (`dom`) and had painted it.

    A move whose day the map never showed, since the next came first, is left out.
    """
    pairs, before = [], None
    for move in moves:
        if move["day"] not in (None, before):
            later = (s for s in shown if s["day"] == move["day"] and s["dom"] >= move["at"])
            found = next(later, None)
            if found:
                pairs.append({**move, "dom": found["dom"], "painted": found["painted"]})
        before = move["day"]
    return pairs


def _number(value: object) -> bool:
    return isinstance(value, int | float) and value != 0


def _first(path: str, key: str) -> str:
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")


def _mebibytes(kibibytes: str) -> int | None:
    return int(kibibytes.split()[0]) // 1024 if kibibytes else None
