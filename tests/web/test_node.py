"""The browser's package under Node: its unit tests and, where its tools are installed, lint and types."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from geo.languages import BY_CODE

ROOT = Path(__file__).parents[2]
WEB = ROOT / "geo" / "web"
IN_CI = os.environ.get("CI") == "true"


@pytest.fixture(scope="module")
def npm() -> str:
    """The command npm; without it the tests are skipped, or fail if CI=true."""
    found = shutil.which("npm")
    if found is None and IN_CI:
        pytest.fail("npm is not on the PATH; .ci/run installs it")
    return found or pytest.skip("npm is not on the PATH; nobody needs it to run the atlas")


def test_the_unit_tests_pass(npm: str) -> None:
    run(npm, "test")


@pytest.mark.parametrize("script", ["lint", "types"])
def test_lint_and_types_have_nothing_to_say(npm: str, script: str) -> None:
    if not (WEB / "node_modules").is_dir() and not IN_CI:
        pytest.skip("npm ci in geo/web installs the tools")
    run(npm, script)


def run(npm: str, script: str) -> None:
    """Runs a script of geo/web/package.json, and fails with what it says."""
    done = subprocess.run(
        [npm, "run", "--silent", script], cwd=WEB, capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


def test_the_cases_have_the_alphabets_of_the_languages() -> None:
    table = json.loads((ROOT / "tests" / "cases" / "sorting.json").read_text(encoding="utf-8"))
    assert table["alphabets"] == {code: language.alphabet for code, language in BY_CODE.items()}
