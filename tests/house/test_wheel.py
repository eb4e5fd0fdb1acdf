"""Wheel: what is installed elsewhere holds everything a page needs and none of our tests."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.house.files import ROOT

NEEDED = (
    "zaakwerk/design/static/vendor/nlds/component-library.css",
    "zaakwerk/design/templates/",
    "zaakwerk/locale/en/LC_MESSAGES/django.mo",
    "zaakwerk/selectielijst/data/",
)


def build(directory: Path) -> set[str]:
    """Builds in a copy, so that the checkout stays clean, and returns the names in the wheel."""
    source, target = directory / "source", directory / "wheel"
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / "src", source / "src", ignore=ignored)
    shutil.copytree(ROOT / "requirements", source / "requirements")
    shutil.copy(ROOT / "pyproject.toml", source)
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "-w", target, source], check=True, capture_output=True)
    with zipfile.ZipFile(next(target.glob("zaakwerk-*.whl"))) as wheel:
        return set(wheel.namelist())


def test_the_wheel_holds_templates_styles_and_translations_but_no_tests(tmp_path: Path) -> None:
    held = build(tmp_path)
    assert [path for path in NEEDED if not any(name.startswith(path) for name in held)] == []
    assert [name for name in held if "/tests/" in name] == []
