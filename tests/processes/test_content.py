"""The commands for the content of documents, on a folder and on object storage."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import Site, new_site
from zaakwerk.documenten.tests.s3 import KEYS, S3Server, empty, s3_server

pytestmark = pytest.mark.processes
DOCUMENTS = """
from zaakwerk.documenten.tests.builders import make_document
for number in range(3):
    print(make_document(f"document {number}".encode()).uuid)
"""
DAYS = 2 * 24 * 3600


@pytest.fixture(scope="module")
def s3() -> Iterator[S3Server]:
    """Object storage with an empty bucket."""
    with s3_server() as running:
        yield running


def use(site: Site, s3: S3Server, prefix: str = "documenten") -> Site:
    """The same site with its documents in object storage."""
    url = s3.url.replace("/documenten?", f"/{prefix}?")
    site.environment.update(KEYS, ZAAKWERK_DOCUMENTS_URL=url)
    return site


def fill(site: Site) -> list[str]:
    """Three documents; their uuids."""
    return site.zaakwerk("manage", "shell", "-v", "0", "-c", DOCUMENTS).stdout.split()


def contents(site: Site) -> list[Path]:
    """The files in the folder."""
    return sorted(path for path in (site.data_dir / "documenten").glob("??/??/*") if path.is_file())


def test_fixity_says_which_document_is_damaged(site: Site) -> None:
    uuids = fill(site)
    done = site.zaakwerk("fixity")
    assert done.stdout == "Vergeleken: 3 bestanden.\n"
    contents(site)[0].write_bytes(b"stuk")
    done = site.zaakwerk("fixity", check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert sum(uuid in done.stdout for uuid in uuids) == 1
    assert ", versie 1: de inhoud is beschadigd." in done.stdout
    assert site.zaakwerk("fixity", "--sample", "1", check=False).stdout.startswith(("Vergeleken: 1", "FOUT"))
    assert site.zaakwerk("fixity", "--sample", "0", check=False).returncode == 2


def test_orphans_are_named_and_cleaned_after_a_day(site: Site) -> None:
    fill(site)
    young, old = (site.data_dir / "documenten" / "aa" / "bb" / f"aabb{letter * 60}" for letter in "cd")
    for path in (young, old):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"van niemand")
    os.utime(old, (time.time() - DAYS, time.time() - DAYS))
    said = site.zaakwerk("orphans").stdout
    assert old.name in said and young.name not in said
    assert said.endswith("1 gevonden; 1 jonger dan een dag, die blijven voorlopig staan.\n")
    assert old.exists()
    assert "1 opgeruimd" in site.zaakwerk("orphans", "--clean").stdout
    assert not old.exists() and young.exists() and len(contents(site)) == 4


def test_a_backup_of_object_storage_goes_back_to_a_folder_and_to_object_storage(
    site: Site, s3: S3Server, tmp_path: Path
) -> None:
    empty(s3)
    fill(use(site, s3))
    backup = tmp_path / "backup"
    assert "3 bestanden van documenten" in site.zaakwerk("backup", str(backup)).stdout
    refused = site.zaakwerk("restore", str(backup), check=False)
    assert refused.returncode == 1
    folder = new_site(tmp_path / "map", migrated=False)
    folder.zaakwerk("restore", str(backup))
    assert len(contents(folder)) == 3
    assert "3 bestanden" in folder.zaakwerk("fixity").stdout
    other = use(new_site(tmp_path / "elders", migrated=False), s3, "elders")
    other.zaakwerk("restore", str(backup))
    assert len([key for key in s3.objects() if key.startswith("elders/")]) == 3
    assert "3 bestanden" in other.zaakwerk("fixity").stdout
    again = use(new_site(tmp_path / "nog-eens", migrated=False), s3, "elders")
    done = again.zaakwerk("restore", str(backup), check=False)
    assert (done.returncode, "S3-opslag is niet leeg" in done.stderr) == (1, True)


def test_check_tells_that_object_storage_does_not_answer(site: Site, s3: S3Server) -> None:
    done = use(site, s3).zaakwerk("check")
    assert "De S3-opslag zaakwerk werkt." in done.stdout
    s3.fault = lambda environ: ("403 Forbidden", b"") if environ["REQUEST_METHOD"] == "PUT" else None
    try:
        done = site.zaakwerk("check", check=False)
    finally:
        s3.fault = lambda environ: None
    assert done.returncode == 1
    assert "De S3-opslag zaakwerk is niet te gebruiken" in done.stdout


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ZAAKWERK_DOCUMENTS_URL", "s3://", "s3://bucket/prefix"),
        ("ZAAKWERK_DOCUMENTS_URL", "s3://bucket?regio=nl", "s3://bucket/prefix"),
        ("ZAAKWERK_DOCUMENTS_URL", "s3://bucket?endpoint=ftp://x", "http:// of https://"),
        ("ZAAKWERK_DOCUMENTS_URL", "ftp://elders", "file: of s3:"),
        ("ZAAKWERK_CLAMAV_URL", "tcp://host", "tcp://host:poort"),
        ("ZAAKWERK_CLAMAV_URL", "http://host:1", "tcp://host:poort"),
    ],
)
def test_a_place_that_cannot_be_is_refused_in_one_line(site: Site, name: str, value: str, words: str) -> None:
    site.environment[name] = value
    done = site.zaakwerk("check", check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert words in done.stderr
