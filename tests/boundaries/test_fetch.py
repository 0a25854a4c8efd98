"""Packages are trusted by hash only; nothing here uses the network."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from geo.boundaries.fetch import FetchError, Source, fetch, read_sources

BYTES = b"a package"
SOURCE = Source(
    source_id="toy", what="toys", registry="pypi", package="toys", version="1.0", file="toys.whl",
    path_inside="toys/shapes.db", sha256=hashlib.sha256(BYTES).hexdigest(), licence="MIT", attribution="Toys",
)  # fmt: skip
DATA = Path(__file__).parents[2] / "data"


def test_a_package_in_the_cache_needs_no_network(tmp_path: Path) -> None:
    (tmp_path / "toys.whl").write_bytes(BYTES)
    assert fetch(SOURCE, tmp_path) == tmp_path / "toys.whl"


def test_another_hash_is_refused(tmp_path: Path) -> None:
    (tmp_path / "toys.whl").write_bytes(b"something else")
    with pytest.raises(FetchError, match=f"toy.*sha256 [0-9a-f]+, expected {SOURCE.sha256}"):
        fetch(SOURCE, tmp_path)


def test_an_unknown_registry_is_named(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="registry 'cargo' is not known; write pypi or npm"):
        fetch(replace(SOURCE, registry="cargo"), tmp_path)


def test_a_missing_client_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FetchError, match=r"npm is not installed; .* put toys\.whl of toys 1\.0 into"):
        fetch(replace(SOURCE, registry="npm"), tmp_path)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("source_id,what\ntoy,toys\n")
    with pytest.raises(FetchError, match=r"columns registry, package, .* are missing"):
        read_sources(tmp_path / "sources.csv")


def test_our_sources_are_pinned_and_name_no_host() -> None:
    text = (DATA / "boundaries" / "sources.csv").read_text(encoding="utf-8")
    assert "://" not in text
    for source in read_sources(DATA / "boundaries" / "sources.csv").values():
        assert len(source.sha256) == 64
        assert source.version in source.file
        assert source.licence and source.attribution
