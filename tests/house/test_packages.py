"""Packages: what runs in production stays a list a person can oversee."""

import re
import tomllib

from tests.house.files import ROOT

MOST_PACKAGES = 45
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==", re.MULTILINE)


def pinned(lock: str) -> set[str]:
    """The packages of a lock, each once even when it is pinned per Python version."""
    return set(PINNED.findall((ROOT / "requirements" / lock).read_text(encoding="utf-8")))


def test_at_most_45_packages_run_in_production() -> None:
    assert 5 < len(pinned("base.txt")) <= MOST_PACKAGES


def test_development_runs_on_the_packages_of_production() -> None:
    def versions(lock: str) -> set[str]:
        text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
        return set(re.findall(r"^[a-z0-9][^ ]*==[^ ;]+", text, re.MULTILINE))

    assert versions("base.txt") <= versions("extras.txt") <= versions("dev.txt")


def test_the_package_names_the_python_that_setup_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    assert "(3, 11)" in (ROOT / "scripts" / "setup.sh").read_text(encoding="utf-8")
