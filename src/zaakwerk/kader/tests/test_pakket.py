"""The frames of a catalogue go out and come in with the readable folder, by the command line."""

import json
from pathlib import Path

import pytest

from zaakwerk.catalogi.models import BesluitType, Catalogus, InformatieObjectType, ZaakType
from zaakwerk.catalogi.tests import builders
from zaakwerk.kader.commands import DeclareKader
from zaakwerk.kader.inrichting import lees, schrijf
from zaakwerk.kader.models import Overgang
from zaakwerk.project.cli import main
from zaakwerk.zgw.actors import SYSTEM

pytestmark = pytest.mark.django_db
STEPS = builders.STATUSTYPEN
KADER = {
    "overgangen": [{"van": STEPS[0], "naar": STEPS[-1], "soort": "afbreken", "rol": "behandelaar"}],
    "poorten": [{"stap": STEPS[1], "soort": "taak", "naam": "Bezoek"}],
}


def export(folder: Path) -> Path:
    """A folder with one zaaktype and its frame; the register is empty again."""
    zaaktype = builders.make_zaaktype(identificatie="MOR 1")
    builders.make_bare_zaaktype(catalogus=zaaktype.catalogus, identificatie="KAAL")
    DeclareKader(actor=SYSTEM, zaaktype=zaaktype, kader=lees(KADER)).run()
    domein = zaaktype.catalogus.domein
    assert main(["catalogus", "export", domein, str(folder)]) == 0
    clear()
    return folder


def clear() -> None:
    """An empty register."""
    for model in (ZaakType, InformatieObjectType, BesluitType, Catalogus):
        model.objects.all().delete()


def test_a_frame_goes_out_and_comes_in_the_same(tmp_path: Path) -> None:
    folder = export(tmp_path / "map")
    (file,) = (folder / "kader").iterdir()
    assert json.loads(file.read_text())["identificatie"] == "MOR 1"
    assert main(["catalogus", "import", str(folder), "--proef"]) == 0
    assert Overgang.objects.count() == 0
    assert main(["catalogus", "import", str(folder)]) == 0
    zaaktype = ZaakType.objects.get(identificatie="MOR 1")
    assert lees(schrijf(zaaktype)) == lees(KADER)
    assert main(["catalogus", "import", str(folder)]) == 0


def test_a_frame_that_does_not_fit_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = export(tmp_path / "map")
    (file,) = (folder / "kader").iterdir()
    raw = json.loads(file.read_text())
    attempts = {
        "geen kader": "[1]",
        "geen geldige keuze": json.dumps({**raw, "overgangen": [{"naar": "x", "soort": "x"}]}),
        "hoort niet bij dit zaaktype": json.dumps({**raw, "poorten": [{"stap": "x", "soort": "taak"}]}),
        "is er niet": json.dumps({**raw, "identificatie": "ANDERS"}),
    }
    for words, text in attempts.items():
        file.write_text(text)
        assert main(["catalogus", "import", str(folder)]) == 1
        assert words in capsys.readouterr().err
        assert Catalogus.objects.count() == 0


def test_a_published_frame_is_not_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = export(tmp_path / "map")
    assert main(["catalogus", "import", str(folder)]) == 0
    zaaktype = ZaakType.objects.get(identificatie="MOR 1")
    DeclareKader(actor=SYSTEM, zaaktype=zaaktype, kader=lees({"poorten": KADER["poorten"]})).run()
    assert main(["catalogus", "import", str(folder)]) == 1
    assert "ander kader" in capsys.readouterr().err
    assert Overgang.objects.count() == 0
