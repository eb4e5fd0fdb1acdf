"""Restore: puts a backup back into an empty site and proves that it is the same."""

import shutil
from contextlib import ExitStack
from pathlib import Path

from zaakwerk.project.backup import postgresql, sqlite
from zaakwerk.project.backup.manifest import CONTENT, KEY, Manifest, Snapshot, copy_file, read, verify
from zaakwerk.project.refusals import Refused


def restore(directory: Path) -> Manifest:
    """Checks the backup and the site first; what fails later is taken away again."""
    from django.conf import settings
    from django.core.management import call_command

    from zaakwerk.selectielijst import kopie

    manifest = read(directory)
    verify(directory, manifest)
    refuse_other_database(manifest)
    refuse_site_in_use(Path(settings.DOCUMENTS_DIR))
    refuse_unknown_migrations(manifest)
    with ExitStack() as undo:
        undo.callback(clear)
        restore_content(directory, manifest, Path(settings.DOCUMENTS_DIR))
        prove(manifest, restore_database(directory, manifest))
        if manifest.has_key:
            copy_file(directory / KEY, Path(settings.DATA_DIR) / KEY, mode=0o600)
        if kopie.FILE in manifest.files:
            copy_file(directory / kopie.FILE, kopie.path())
        undo.pop_all()
    call_command("migrate", verbosity=0, interactive=False)
    return manifest


def refuse_other_database(manifest: Manifest) -> None:
    """A backup goes back to the kind of database it came from."""
    from django.db import connection

    if manifest.database != connection.vendor:
        raise Refused(
            f"De back-up is van {manifest.database}; ZAAKWERK_DATABASE_URL wijst naar {connection.vendor}."
        )


def refuse_site_in_use(documents: Path) -> None:
    """Never over existing data."""
    from django.conf import settings
    from django.db import connection

    path = Path(settings.DATABASES["default"]["NAME"])
    empty = sqlite.is_empty(path) if connection.vendor == "sqlite" else postgresql.is_empty()
    if not empty:
        raise Refused("De database is niet leeg. Terugzetten kan alleen in een lege database.")
    if documents.exists() and any(documents.iterdir()):
        raise Refused(f"De map {documents} is niet leeg. Terugzetten kan alleen in een lege map.")


def refuse_unknown_migrations(manifest: Manifest) -> None:
    """A backup of a newer version holds what this version does not know."""
    unknown = {(app, name) for app, name in manifest.migrations} - known_migrations()
    if unknown:
        raise Refused(f"De back-up is van een nieuwere versie van Zaakwerk ({manifest.version}).")


def known_migrations() -> set[tuple[str, str]]:
    """Every migration of this version."""
    from django.db.migrations.loader import MigrationLoader

    return set(MigrationLoader(None, ignore_no_migrations=True).graph.nodes)


def restore_content(directory: Path, manifest: Manifest, documents: Path) -> None:
    """Copies the content back and compares every print."""
    for name, expected in manifest.files.items():
        path = Path(name)
        if path.parts[0] != CONTENT:
            continue
        if copy_file(directory / path, documents.joinpath(*path.parts[1:])) != expected:
            raise Refused(f"Het bestand {name} is niet goed teruggezet.")


def restore_database(directory: Path, manifest: Manifest) -> Snapshot:
    """Fills the empty database; on PostgreSQL after making the tables as they were."""
    from django.conf import settings
    from django.db import connection

    if connection.vendor == "sqlite":
        return sqlite.load(directory, Path(settings.DATABASES["default"]["NAME"]))
    migrate_to(manifest)
    return postgresql.load(directory)


def migrate_to(manifest: Manifest) -> None:
    """Makes the tables as they were at the backup: its last migration of every line of migrations."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    executor.recorder.ensure_schema()
    applied = {(app, name) for app, name in manifest.migrations}
    graph = executor.loader.graph
    parents = {parent.key for key in applied for parent in graph.node_map[key].parents}
    executor.migrate(sorted(applied - parents))


def prove(manifest: Manifest, found: Snapshot) -> None:
    """The restored database has the rows of the backup, table by table."""
    different = sorted(
        name
        for name in manifest.rows.keys() | found.rows.keys()
        if manifest.rows.get(name) != found.rows.get(name)
    )
    if different:
        raise Refused(f"De teruggezette database verschilt van de back-up in: {', '.join(different)}.")


def clear() -> None:
    """Leaves the site as empty as it was."""
    from django.conf import settings
    from django.db import connection

    connection.close()
    shutil.rmtree(settings.DOCUMENTS_DIR, ignore_errors=True)
    if connection.vendor == "sqlite":
        sqlite.clear(Path(settings.DATABASES["default"]["NAME"]))
    else:
        postgresql.clear()
