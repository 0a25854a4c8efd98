"""python -m tests.benchmarks.load [--readers N,...] [--steps none|language] [--only PART,...] [--output FILE]

Many readers at once, without a browser: each speaks Streamlit's own protocol over a websocket. Starts a
server for each part and stops it again; asks nothing but loopback; as one JSON object. The readers are
one process beside the server, so that on two cores each has one. Milliseconds. Parts and what they give:

readers     for each number of readers: they open the page at `--rate` openings a second and read, until all
            have done so for `--seconds`. Their steps are their browsers' own: the server hears of none. With
            `--steps language` each also changes the language of the page every ten seconds, which the
            server writes anew: the one thing for which a reader of the map asks it.
            `files_ms`: the page and all the files that it names, nothing cached; `open_ms`: the websocket
            and the first run; `language_ms`: such a change while all are there. `server_cpu`: cores in use
            while all are there, `cpu_ms_a_change` what a change took of them; `mib_a_session`: what a
            session added.
            `lost`: waits of over a minute, or ended by the server, not in the figures.
turnover    a thousand sessions opened and closed, twenty at once: the server's memory before, after,
            and after the two minutes for which Streamlit keeps the last of them; what an opening took
            of the processor.
storm       500 readers who open the page at once and leave when they have it: how long each waited, and
            how long after the last of them until an opening again takes no more than twice what one took
            before (`normal_after_s`).
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable, Collection
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from websockets.exceptions import ConnectionClosed

from tests.benchmarks.command import add_only, add_output, parts_of, write_json
from tests.benchmarks.figures import Figures, machine, spread, summary
from tests.benchmarks.process import cpu_seconds, rss_mib
from tests.benchmarks.reader import Reader
from tests.serving import ROOT, served

QUERY = "date=2020-11-25&region=kalbajar"
PARTS = ("readers", "turnover", "storm")
_MOST_READERS = 1_000


@dataclass(frozen=True)
class Plan:
    """How many, how fast, how long (seconds); nothing waits for longer than `timeout`."""

    readers: tuple[int, ...] = (1, 25, 50, 100, 200, 500)
    rate: float = 1
    steps: str = "none"
    every: float = 10
    seconds: float = 20
    turnover: int = 1_000
    at_once: int = 20
    kept: float = 130
    storm: int = 500
    timeout: float = 60


@dataclass
class Waits:
    """How long readers waited, in ms, and how often in vain: too long, or until the server hung up."""

    files: list[float] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)
    languages: list[float] = field(default_factory=list)
    lost: int = 0

    async def add(self, to: list[float], wait: Awaitable[float]) -> bool:
        """Adds one; False if it was in vain."""
        try:
            to.append(await wait)
        except (TimeoutError, ConnectionError, ConnectionClosed):
            self.lost += 1
            return False
        return True


def measure(plan: Plan, only: Collection[str] = PARTS) -> Figures:
    """The figures of the wanted parts; see the module's docstring."""
    found: Figures = {}
    if "readers" in only:
        found["readers"] = {str(number): _served(plan, _reading(number)) for number in plan.readers}
    if "turnover" in only:
        found["turnover"] = _served(plan, _turnover)
    if "storm" in only:
        found["storm"] = _served(plan, _storm)
    return {"machine": machine(), "plan": asdict(plan), **found}


Part = Callable[[str, Plan], Awaitable[Figures]]


def _served(plan: Plan, part: Part) -> Figures:
    """The part's figures of a server of its own, which one reader has made warm."""

    async def run(url: str) -> Figures:
        for _ in range(2):
            await _visit(url, plan, Waits())
        return await part(url, plan)

    with TemporaryDirectory() as folder:
        environment = {"ATLAS_LIBRARY": str(Path(folder) / "none.sqlite"), "ATLAS_CACHE": folder}
        with served(str(ROOT / "app.py"), environment=environment) as url:
            return {"load_1_min": machine()["load_1_min"], **asyncio.run(run(url))}


def _reading(number: int) -> Part:
    async def part(url: str, plan: Plan) -> Figures:
        waits, before = Waits(), rss_mib(url)
        everyone, leave = asyncio.Event(), asyncio.Event()
        readers = [asyncio.create_task(_reader(url, plan, waits, n, everyone, leave)) for n in range(number)]
        await asyncio.sleep((number - 1) / plan.rate)
        await _until(lambda: len(waits.opened) + waits.lost >= number, plan.timeout)
        everyone.set()
        cpu, start = cpu_seconds(url), time.perf_counter()
        await asyncio.sleep(plan.seconds)
        used = _difference(cpu_seconds(url), cpu)
        lasted = time.perf_counter() - start
        grown = _difference(rss_mib(url), before)
        leave.set()
        await asyncio.gather(*readers)
        return {
            "files_ms": summary(waits.files),
            "open_ms": summary(waits.opened),
            "language_ms": summary(waits.languages),
            "lost": waits.lost,
            "server_cpu": None if used is None else round(used / lasted, 2),
            "cpu_ms_a_change": _share(used, len(waits.languages)),
            "mib_a_session": None if grown is None else round(grown / number, 2),
        }

    return part


async def _reader(
    url: str, plan: Plan, waits: Waits, turn: int, everyone: asyncio.Event, leave: asyncio.Event
) -> None:
    """Opens the page in turn, and reads until it is time to leave."""
    await asyncio.sleep(turn / plan.rate)
    reader = Reader(url, QUERY, plan.timeout)
    try:
        there = await waits.add(waits.files, reader.fetch()) and await waits.add(waits.opened, reader.open())
        # Not all at the same moment, however they opened.
        due = time.perf_counter() + plan.every * spread(turn)
        while there and not await _is_set(leave, due - time.perf_counter()):
            due += plan.every
            if plan.steps == "language":
                there = await waits.add(
                    waits.languages if everyone.is_set() else [], reader.change_language()
                )
    finally:
        await reader.close()


async def _turnover(url: str, plan: Plan) -> Figures:
    waits, before, cpu = Waits(), rss_mib(url), cpu_seconds(url)
    turns = asyncio.Semaphore(plan.at_once)

    async def one() -> None:
        async with turns:
            await _visit(url, plan, waits)

    start = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(plan.turnover)))
    took, after = time.perf_counter() - start, rss_mib(url)
    used = _difference(cpu_seconds(url), cpu)
    await asyncio.sleep(plan.kept)
    return {
        "sessions": plan.turnover,
        "seconds": round(took, 1),
        "cpu_ms_a_session": _share(used, len(waits.opened)),
        "open_ms": summary(waits.opened),
        "lost": waits.lost,
        "server_rss_mib": {"before": before, "after": after, "later": rss_mib(url)},
    }


async def _storm(url: str, plan: Plan) -> Figures:
    calm, waits, after = Waits(), Waits(), Waits()
    for _ in range(5):
        await _visit(url, plan, calm)
    normal = 2 * summary(calm.opened)["p50"]
    start = time.perf_counter()
    await asyncio.gather(*(_visit(url, plan, waits) for _ in range(plan.storm)))
    over = time.perf_counter()
    while not after.opened or after.opened[-1] > normal:
        if time.perf_counter() - over > 2 * plan.timeout:
            break
        await _visit(url, plan, after)
    return {
        "readers": plan.storm,
        "calm_open_ms": summary(calm.opened),
        "open_ms": summary(waits.opened),
        "lost": waits.lost,
        "storm_s": round(over - start, 1),
        "normal_after_s": round(time.perf_counter() - over, 1),
    }


async def _visit(url: str, plan: Plan, waits: Waits) -> None:
    """Opens the page without its files and leaves."""
    reader = Reader(url, QUERY, plan.timeout)
    try:
        await waits.add(waits.opened, reader.open())
    finally:
        await reader.close()


async def _is_set(event: asyncio.Event, timeout: float) -> bool:
    """Whether the event was set before so many seconds were over."""
    try:
        await asyncio.wait_for(event.wait(), max(0, timeout))
    except TimeoutError:
        return False
    return True


async def _until(done: Callable[[], bool], timeout: float) -> None:
    end = time.perf_counter() + timeout
    while not done() and time.perf_counter() < end:
        await asyncio.sleep(0.05)


def _difference(after: float | None, before: float | None) -> float | None:
    return None if after is None or before is None else after - before


def _share(seconds: float | None, number: int) -> float | None:
    """Milliseconds for each of so many."""
    return None if seconds is None or not number else round(1000 * seconds / number, 1)


def main() -> None:
    """Measures and prints, or writes, the JSON object."""
    parser = argparse.ArgumentParser(description="Many readers at once, without a browser.")
    plan = Plan()
    parser.add_argument("--readers", default=",".join(map(str, plan.readers)), help="numbers, with commas")
    parser.add_argument("--rate", type=float, default=plan.rate, help="openings a second")
    parser.add_argument("--steps", choices=("none", "language"), default=plan.steps, help="what they ask")
    parser.add_argument("--seconds", type=float, default=plan.seconds, help="how long all of them step")
    add_only(parser, PARTS)
    add_output(parser)
    given = parser.parse_args()
    only = parts_of(parser, given.only, PARTS)
    numbers = [int(number) if number.isdecimal() else 0 for number in given.readers.split(",")]
    if not all(0 < number <= _MOST_READERS for number in numbers) or not 0 < given.rate <= 50:
        parser.error(f"readers are 1 to {_MOST_READERS} each, openings 50 a second at most")
    plan = replace(
        plan, readers=tuple(numbers), rate=given.rate, steps=given.steps, seconds=min(given.seconds, 600)
    )
    write_json(measure(plan, only), given.output)


if __name__ == "__main__":
    main()
