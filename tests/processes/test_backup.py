"""Backup and restore: what comes back is what was there, row by row and byte by byte."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from tests.servers import Site, new_site

pytestmark = pytest.mark.processes

PEOPLE = """
from django.contrib.auth import get_user_model
for number in range(50):
    get_user_model().objects.create_user(f"medewerker-{number}")
"""
TABLES = """
    SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
"""


def rows_of(site: Site) -> Iterator[tuple[str, list[str]]]:
    """Every table with its rows as text, in a fixed order."""
    url = site.environment.get("ZAAKWERK_DATABASE_URL")
    if url:
        with psycopg.connect(url) as database:
            for (table,) in database.execute(TABLES).fetchall():
                statement = psycopg.sql.SQL("SELECT * FROM {}").format(psycopg.sql.Identifier(table))
                yield table, sorted(map(repr, database.execute(statement)))
        return
    with closing(sqlite3.connect(site.data_dir / "zaakwerk.sqlite3")) as lite:
        for (table,) in lite.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            yield table, sorted(map(repr, lite.execute(f'SELECT * FROM "{table}"')))


def contents(site: Site) -> dict[str, tuple[int, str]]:
    """Number of rows and a hash per table; when a migration was applied is the site's own affair."""
    return {
        table: (len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest())
        for table, rows in rows_of(site)
        if table != "django_migrations"
    }


def files(site: Site) -> dict[str, str]:
    """A hash per file of the content store, and of the key."""
    paths = [*(site.data_dir / "documenten").rglob("*"), site.data_dir / "secret.key"]
    paths += [site.data_dir / "selectielijst.json"]
    return {
        str(path.relative_to(site.data_dir)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
        if path.is_file()
    }


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with people, documents and a key; the tests leave it as it is."""
    site = new_site(tmp_path_factory.mktemp("filled"))
    site.zaakwerk("manage", "shell", "-v", "0", "-c", PEOPLE)
    for number in range(5):
        path = site.data_dir / "documenten" / f"{number:02}" / "inhoud"
        path.parent.mkdir(parents=True)
        path.write_bytes(f"document {number} é\n".encode() * 1000)
    (site.data_dir / "selectielijst.json").write_text('{"procestypen": []}', encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def sound(filled: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound backup of it."""
    directory = tmp_path_factory.mktemp("backup") / "sound"
    assert "5 bestanden van documenten" in filled.zaakwerk("backup", str(directory)).stdout
    return directory


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Path:
    """A copy of that backup, to damage at will."""
    return Path(shutil.copytree(sound, tmp_path / "copy"))


@pytest.fixture
def empty(tmp_path: Path) -> Site:
    """Where a backup goes back to."""
    return new_site(tmp_path / "elders", migrated=False)


def test_a_restored_site_holds_the_same_rows_files_and_key(filled: Site, sound: Path, empty: Site) -> None:
    assert empty.zaakwerk("restore", str(sound)).stdout.startswith("Teruggezet en vergeleken")
    before, after = contents(filled), contents(empty)
    assert before["autorisaties_medewerker"][0] == 50
    assert after == before
    assert len(files(filled)) == 7
    assert files(empty) == files(filled)
    assert empty.zaakwerk("check").returncode == 0


def test_numbering_goes_on_after_a_restore(sound: Path, empty: Site) -> None:
    empty.zaakwerk("restore", str(sound))
    empty.zaakwerk("manage", "shell", "-v", "0", "-c", PEOPLE.replace("medewerker-", "nieuw-"))
    assert contents(empty)["autorisaties_medewerker"][0] == 100


def test_the_backup_is_for_its_owner_only(sound: Path) -> None:
    assert sound.stat().st_mode & 0o777 == 0o700
    assert (sound / "secret.key").stat().st_mode & 0o777 == 0o600


def test_a_directory_with_something_in_it_is_refused(filled: Site, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "foto.jpg").write_bytes(b"kiek")
    done = filled.zaakwerk("backup", str(tmp_path / "copy"), check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "is niet leeg" in done.stderr


def test_restore_refuses_a_site_with_data_and_changes_nothing(filled: Site, sound: Path) -> None:
    before = contents(filled), files(filled)
    done = filled.zaakwerk("restore", str(sound), check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "niet leeg" in done.stderr
    assert (contents(filled), files(filled)) == before


def test_restore_refuses_content_without_a_database(sound: Path, empty: Site) -> None:
    (empty.data_dir / "documenten").mkdir()
    (empty.data_dir / "documenten" / "oud").write_bytes(b"van iemand anders")
    done = empty.zaakwerk("restore", str(sound), check=False)
    assert done.returncode == 1
    assert (empty.data_dir / "documenten" / "oud").read_bytes() == b"van iemand anders"


@pytest.mark.parametrize("damage", ["changed", "missing", "no manifest"])
def test_a_damaged_backup_is_refused_and_the_site_stays_empty(copy: Path, empty: Site, damage: str) -> None:
    victim = next(path for path in sorted((copy / "documenten").rglob("*")) if path.is_file())
    match damage:
        case "changed":
            victim.write_bytes(b"x" + victim.read_bytes()[1:])
        case "missing":
            victim.unlink()
        case "no manifest":
            (copy / "manifest.json").unlink()
    refused(empty, copy)
    assert contents(empty) == {}
    assert not (empty.data_dir / "documenten").exists()


def test_a_restore_that_fails_halfway_leaves_the_site_empty(copy: Path, empty: Site) -> None:
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["rows"]["autorisaties_medewerker"] += 1
    (copy / "manifest.json").write_text(json.dumps(manifest))
    assert "autorisaties_medewerker" in refused(empty, copy)
    assert contents(empty) == {}
    assert not (empty.data_dir / "documenten").exists()


def test_a_backup_of_a_newer_version_is_refused(copy: Path, empty: Site) -> None:
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["migrations"].append(["zaken", "9999_from_the_future"])
    (copy / "manifest.json").write_text(json.dumps(manifest))
    assert "nieuwere versie" in refused(empty, copy)


def refused(site: Site, copy: Path) -> str:
    """What `restore` said in its one line when it refused."""
    done = site.zaakwerk("restore", str(copy), check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    return done.stderr


def test_a_key_from_the_environment_stays_with_the_operator(site: Site, tmp_path: Path) -> None:
    site.environment["ZAAKWERK_SECRET_KEY"] = "van de beheerder zelf, lang genoeg om veilig te zijn"
    done = site.zaakwerk("backup", str(tmp_path / "copy"))
    assert not (tmp_path / "copy" / "secret.key").exists()
    assert "ZAAKWERK_SECRET_KEY" in done.stdout
