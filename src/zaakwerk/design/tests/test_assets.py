"""What is shipped but not written here: pinned, free, complete, and made in an instant when it is there."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
SCRIPT = ROOT / "scripts/build_assets.py"
VENDOR = ROOT / "src/zaakwerk/design/static/vendor"
FREE = {"EUPL-1.2", "CC0-1.0", "OFL-1.1"}


def test_the_lock_names_free_licences_and_no_addresses() -> None:
    text = (ROOT / "package-lock.json").read_text()
    assert re.findall(r"https?://", text) == []
    packages = {name: facts for name, facts in json.loads(text)["packages"].items() if name}
    assert packages
    assert {facts["license"] for facts in packages.values()} <= FREE
    assert all(facts["integrity"].startswith("sha512-") for facts in packages.values())


def test_every_package_is_shipped_with_its_licence() -> None:
    shipped = json.loads((VENDOR / "stamp.json").read_text())
    assert {facts.split()[-1] for facts in shipped["packages"].values()} <= FREE
    assert len(list((VENDOR / "licences").iterdir())) == len(shipped["packages"])


def test_a_second_run_finds_everything_made() -> None:
    done = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, text=True, check=True)
    assert "al gemaakt" in done.stdout
