"""The served folder: files named by content, written again when deleted, old ones removed."""

from __future__ import annotations

import gzip
import json
import os
import time
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from geo import Atlas
from geo.languages import LANGUAGES
from geo.web.served import cache_folder, write_files


def test_every_file_that_is_named_is_there(toy: Atlas, tmp_path: Path) -> None:
    files = write_files(toy, tmp_path)
    named = {files.script, files.shapes, *files.facts.values(), *files.texts.values()}
    assert named <= {path.name for path in tmp_path.iterdir()}
    assert {*files.facts} == {*files.texts} == {*LANGUAGES}
    read = json.loads(gzip.decompress((tmp_path / files.facts["hy"]).read_bytes()))
    assert read["lang"] == "hy"


def test_the_tests_leave_the_users_cache_alone() -> None:
    assert not cache_folder().is_relative_to(user_cache_path("karabakh-atlas"))


def test_a_deleted_or_cut_file_is_written_again(toy: Atlas, tmp_path: Path) -> None:
    files = write_files(toy, tmp_path)
    whole = (tmp_path / files.shapes).read_bytes()
    (tmp_path / files.shapes).unlink()
    (tmp_path / files.script).write_bytes(b"half")
    assert write_files(toy, tmp_path) == files
    assert (tmp_path / files.shapes).read_bytes() == whole
    assert (tmp_path / files.script).stat().st_size > 1000


def test_what_is_older_than_a_week_is_removed(toy: Atlas, tmp_path: Path) -> None:
    old, young = tmp_path / "facts-en-0.json.gz", tmp_path / "facts-en-1.json.gz"
    for path, days in ((old, 8), (young, 1)):
        path.write_bytes(b"x")
        past = time.time() - days * 24 * 3600
        os.utime(path, (past, past))
    files = write_files(toy, tmp_path)
    assert not old.exists() and young.exists()
    assert (tmp_path / files.script).exists()


def test_the_folder_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATLAS_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path / "web"
