"""The command `python -m geo.language`: new texts come in, gone ones leave, nothing else is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.language import FOLDER, texts
from geo.language.__main__ import main


def test_the_command_takes_in_and_lists_what_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    given = (FOLDER / "ru.po").read_text(encoding="utf-8")
    less = given.replace('msgid "Save"\nmsgstr "Сохранить"\n', 'msgid "Gone"\nmsgstr "Ушло"\n')
    assert less != given
    (tmp_path / "ru.po").write_text(less, encoding="utf-8")
    assert main(["ru"]) == 1
    assert "  'Save'\n" in capsys.readouterr().out
    kept = (tmp_path / "ru.po").read_text(encoding="utf-8")
    assert kept == texts.written("ru", texts.read("ru"))
    assert "Gone" not in kept and kept.replace('"Save"\nmsgstr ""', '"Save"\nmsgstr "Сохранить"') == given


def test_the_command_makes_no_catalogue_of_an_unknown_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    assert main(["ru", "en", "ka"]) == 1
    said = "en, ka: expected one of az, hy, ru; a new one goes into geo/languages.py first\n"
    assert capsys.readouterr().out == said
    assert list(tmp_path.iterdir()) == []
