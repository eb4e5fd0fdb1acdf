"""The command line's contract: exit 0 done, 1 refused with one Dutch line, 2 wrong usage."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers import Site
from zaakwerk import __version__
from zaakwerk.project.cli import COMMANDS

pytestmark = pytest.mark.processes


def is_one_line(text: str) -> bool:
    """One line, from us, with an end."""
    return text.startswith("zaakwerk: ") and text.count("\n") == 1 and text.endswith("\n")


def test_the_installed_script_is_this_program() -> None:
    script = Path(sys.executable).with_name("zaakwerk")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"zaakwerk {__version__}\n"


@pytest.mark.parametrize("name", [command.name for command in COMMANDS if command.name != "manage"])
def test_every_command_explains_itself(site: Site, name: str) -> None:
    done = site.zaakwerk(name, "--help")
    assert done.stdout.startswith(f"usage: zaakwerk {name}")
    assert done.stderr == ""


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("dans",),
        ("serve", "--port", "abc"),
        ("serve", "--port", "70000"),
        ("serve", "--workers", "0"),
        ("client", "add", "zonder-geheim"),
        ("user", "add", "zonder-rol"),
        ("import", "csv", "bestand"),
        ("backup",),
    ],
)
def test_wrong_usage_is_exit_2_with_the_usage(site: Site, arguments: tuple[str, ...]) -> None:
    done = site.zaakwerk(*arguments, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: zaakwerk")
    assert "dit commando klopt niet" in done.stderr
    assert done.stdout == ""


def test_a_missing_file_is_refused_in_one_line(site: Site) -> None:
    done = site.zaakwerk("import", "xes", "nergens.xes.gz", check=False)
    assert (done.returncode, is_one_line(done.stderr)) == (1, True)
    assert "nergens.xes.gz bestaat niet" in done.stderr


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://localhost/zaakwerk", "moet beginnen met postgresql:// of sqlite://"),
        ("postgresql://nobody@127.0.0.1:9/nergens", "De database is niet te gebruiken"),
    ],
)
def test_a_database_that_cannot_be_used_is_refused_in_one_line(site: Site, url: str, words: str) -> None:
    site.environment["ZAAKWERK_DATABASE_URL"] = url
    done = site.zaakwerk("migrate", check=False)
    assert (done.returncode, is_one_line(done.stderr)) == (1, True)
    assert words in done.stderr


def test_a_data_directory_that_cannot_be_made_is_refused_in_one_line(site: Site) -> None:
    site.environment["ZAAKWERK_DATA_DIR"] = "/dev/null/zaakwerk"
    done = site.zaakwerk("check", check=False)
    assert (done.returncode, is_one_line(done.stderr)) == (1, True)
    assert "De datamap /dev/null/zaakwerk kan niet worden gemaakt" in done.stderr


def test_manage_hands_everything_to_django(site: Site) -> None:
    assert "zaakwerk" in site.zaakwerk("manage", "diffsettings").stdout
    assert "--plan" in site.zaakwerk("manage", "migrate", "--help").stdout


def test_check_is_content_with_a_site_in_order(site: Site) -> None:
    site.zaakwerk("migrate")
    done = site.zaakwerk("check")
    assert {line.split()[0] for line in done.stdout.splitlines()} == {"goed"}
    assert all(part in done.stdout for part in ("configuratie:", "database:", "opslag:", "klok:"))


def test_check_says_what_is_wrong_and_how_to_mend_it(unmigrated_site: Site) -> None:
    unmigrated_site.environment["ZAAKWERK_PUBLIC_URL"] = "http://zaken.gemeente.example"
    unmigrated_site.zaakwerk("check", check=False)
    (unmigrated_site.data_dir / "secret.key").chmod(0o644)
    done = unmigrated_site.zaakwerk("check", check=False)
    faults = [line for line in done.stdout.splitlines() if line.startswith("FOUT")]
    assert len(faults) == 3
    assert "https://" in faults[0]
    assert "zaakwerk migrate" in faults[1]
    assert "chmod 600" in faults[2]
    assert (done.returncode, is_one_line(done.stderr)) == (1, True)
    assert "3 punten" in done.stderr


ANSWERS = """
from django.urls import Resolver404, resolve
try:
    resolve("/zaakwerk/api/v1/zaken/statistieken")
    print("aan")
except Resolver404:
    print("uit")
"""


@pytest.mark.parametrize("choice", ["aan", "uit"])
def test_our_own_namespace_can_be_switched_off(site: Site, choice: str) -> None:
    site.environment["ZAAKWERK_OWN_API"] = choice
    assert site.zaakwerk("manage", "shell", "--no-imports", "-c", ANSWERS).stdout.strip() == choice


def test_a_switch_that_is_neither_on_nor_off_is_refused_in_one_line(site: Site) -> None:
    site.environment["ZAAKWERK_OWN_API"] = "misschien"
    done = site.zaakwerk("check", check=False)
    assert (done.returncode, is_one_line(done.stderr)) == (1, True)
    assert "ZAAKWERK_OWN_API moet aan of uit zijn" in done.stderr


def test_a_service_elsewhere_is_registered_in_one_line(site: Site) -> None:
    add = ("dienst", "add", "https://example.org/catalogi/api/v1", "--component", "ztc", "--naam", "Buren")
    assert site.zaakwerk(*add).stdout == (
        "Dienst Buren is opgeslagen: https://example.org/catalogi/api/v1/\n"
    )
    done = site.zaakwerk("dienst", "add", "geen-url", "--component", "ztc", check=False)
    assert (done.returncode, is_one_line(done.stderr)) == (1, True)
