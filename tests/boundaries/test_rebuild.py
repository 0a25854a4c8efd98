"""The committed layers are what the build makes from the packages; needs the package registries."""

from pathlib import Path

import pytest

from geo.boundaries.__main__ import main

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.rebuild
def test_rebuilt_layers_equal_the_committed_ones(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--check", "--folder", str(DATA)])
    said = capsys.readouterr()
    assert status == 0, said.out + said.err
