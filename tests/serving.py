"""A Streamlit server on a free loopback port, and the machine's own Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Playwright, Route

ROOT = Path(__file__).parents[1]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_OPTIONS = {
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
}


@contextmanager
def served(
    script: str, *, environment: Mapping[str, str] | None = None, port: int | None = None
) -> Iterator[str]:
    """The address of a Streamlit script of this repository, served until the block ends."""
    options = _OPTIONS | {"server.port": str(port or free_port())}
    command = [sys.executable, "-m", "streamlit", "run", script]
    command += [f"--{name}={value}" for name, value in options.items()]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    server = subprocess.Popen(command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        assert any("URL" in line for line in server.stdout), f"{script} did not start"
        yield f"http://127.0.0.1:{options['server.port']}"
    finally:
        server.terminate()
        server.wait()


def launched(playwright: Playwright) -> Browser:
    """Chromium or Chrome of the PATH, or Playwright's own; without any skips, or fails if CI=true."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    try:
        return playwright.chromium.launch(executable_path=found, args=_FLAGS)
    except Error as error:
        reason = f"no Chromium or Chrome on the PATH and none of Playwright's own: {error.message}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


def loopback_only(route: Route) -> None:
    """Lets a request to this machine through and aborts every other."""
    if route.request.url.startswith(("http://127.0.0.1:", "blob:", "data:")):
        route.continue_()
    else:
        route.abort()


def free_port() -> int:
    """A port of this machine that nothing listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
