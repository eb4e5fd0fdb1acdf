"""Exchange of catalogues from the command line."""

from pathlib import Path

import pytest

from zaakwerk.catalogi import models
from zaakwerk.catalogi.tests import builders
from zaakwerk.catalogi.uitwisseling.tests.bestanden import clear, inhoud_of, make_full
from zaakwerk.catalogi.uitwisseling.zipbestand import pack
from zaakwerk.project.cli import main

pytestmark = pytest.mark.django_db


def run(*arguments: str | Path) -> int:
    """The command line in this process."""
    return main(["catalogus", *map(str, arguments)])


@pytest.mark.parametrize("name", ["uit.zip", "map"])
def test_the_command_line_exports_tries_and_imports(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_full()
    target = tmp_path / name
    assert run("export", "VOL", target, "--met-uuid") == 0
    assert run("export", "VOL", target) == 1
    assert run("export", "VOL", target, "--overschrijf", "--met-uuid") == 0
    clear()
    capsys.readouterr()
    assert run("import", target, "--proef", "--behoud-uuid", "--alles") == 0
    said = capsys.readouterr().out
    assert "nieuw     ZaakType MOR 2024-01-01" in said and "proef" in said
    assert models.Catalogus.objects.count() == 0
    assert run("import", target, "--behoud-uuid") == 0
    assert "nieuw" in capsys.readouterr().out
    assert run("import", target, "--rsin", builders.RSIN) == 0
    assert " gelijk" in capsys.readouterr().out


def test_the_command_line_refuses_with_the_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inhoud = inhoud_of(make_full())
    clear()
    inhoud["ZaakType"][0]["doel"] = ""
    file = tmp_path / "fout.zip"
    file.write_bytes(pack(inhoud))
    assert run("import", file) == 1
    said = capsys.readouterr()
    assert "conflict  ZaakType MOR 2020-01-01: doel" in said.out
    assert said.err.startswith("zaakwerk: Er is niets overgenomen")
    file.write_bytes(b"kapot")
    assert run("import", file) == 1
    assert "beschadigd" in capsys.readouterr().err
    assert run("import", tmp_path / "weg.zip") == 1
    assert run("export", "NIETS", tmp_path / "x.zip") == 1
    assert "geen catalogus met domein NIETS" in capsys.readouterr().err
