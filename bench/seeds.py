"""Seeds: filled databases outside the checkout, made anew when generator, tables or size changed."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import zaakwerk
from tests import clusters

SECRET_KEY = "bench"
DATABASE = "bench"
SQLITE = "zaakwerk.sqlite3"
SOURCES = tuple(f"bench/{name}.py" for name in ("catalogue", "clients", "generate", "loading", "register"))
SCHEMA = ("*/models.py", "*/models/*.py", "*/fields.py", "*/migrations/*.py")
# The whole seed fits, as it should on a production machine; the rest is what the tests use.
SETTINGS: Mapping[str, str] = {
    **clusters.THROW_AWAY,
    "shared_buffers": "1GB",
    "max_wal_size": "8GB",
    "checkpoint_timeout": "30min",
    "autovacuum": "off",
    "log_checkpoints": "off",
}


@dataclass(frozen=True)
class Site:
    """A filled database of our own: the environment in which Zaakwerk finds it."""

    vendor: str
    data_dir: Path
    url: str = ""
    postmaster: int = 0
    environment: dict[str, str] = field(default_factory=dict, repr=False)

    @property
    def sqlite(self) -> Path:
        """The SQLite file."""
        return self.data_dir / SQLITE


def make_site(vendor: str, data_dir: Path, url: str = "", postmaster: int = 0) -> Site:
    """A site with no setting of the operator in it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ZAAKWERK_")}
    environment |= {"ZAAKWERK_DATA_DIR": str(data_dir), "ZAAKWERK_SECRET_KEY": SECRET_KEY}
    environment |= {"DJANGO_SETTINGS_MODULE": "zaakwerk.project.settings"}
    if url:
        environment["ZAAKWERK_DATABASE_URL"] = url
    return Site(vendor, data_dir, url, postmaster, environment)


def cache_dir() -> Path:
    """Where seeds are kept."""
    given = os.environ.get("ZAAKWERK_BENCH_CACHE", "")
    path = Path(given) if given else Path.home() / ".cache" / "zaakwerk-bench"
    path.mkdir(parents=True, exist_ok=True)
    return path


def seed_key(vendor: str, size: int) -> str:
    """Changes with everything that decides what a seed holds, so that a stale one is never used."""
    package = Path(zaakwerk.__file__).parent
    files = [Path(name) for name in SOURCES]
    files += sorted(path for pattern in SCHEMA for path in package.glob(pattern))
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.read_bytes())
    version = clusters.find_binaries().parent.name if vendor == "postgresql" else ""
    return f"{vendor}{version}-{size}-{digest.hexdigest()[:16]}"


def fill(site: Site, size: int) -> None:
    """Runs the generator on a site."""
    command = [sys.executable, "-m", "bench.generate", "--size", str(size)]
    subprocess.run(command, env=site.environment, check=True)


@contextmanager
def sqlite_site(size: int) -> Iterator[Site]:
    """A copy of the SQLite seed in a directory of its own."""
    kept = cache_dir() / f"{seed_key('sqlite', size)}.sqlite3"
    with tempfile.TemporaryDirectory(prefix="zw-bench-", dir="/tmp") as scratch:
        site = make_site("sqlite", Path(scratch))
        if not kept.exists():
            fill(site, size)
            keep(site.sqlite, kept)
        else:
            shutil.copy(kept, site.sqlite)
        yield site


@contextmanager
def postgresql_site(size: int, port: int) -> Iterator[Site]:
    """A throw-away cluster that starts from a copy of the seed's data directory."""
    kept = cache_dir() / seed_key("postgresql", size)
    if not kept.exists():
        with running_cluster(port, None) as (made, postmaster):
            with tempfile.TemporaryDirectory(prefix="zw-bench-", dir="/tmp") as scratch:
                fill(make_site("postgresql", Path(scratch), made.create_database(DATABASE), postmaster), size)
            stop_and_keep(made, kept)
    with (
        running_cluster(port, kept) as (made, postmaster),
        tempfile.TemporaryDirectory(prefix="zw-bench-", dir="/tmp") as scratch,
    ):
        yield make_site("postgresql", Path(scratch), made.url(DATABASE), postmaster)


@contextmanager
def running_cluster(port: int, source: Path | None) -> Iterator[tuple[clusters.Cluster, int]]:
    """A cluster on an empty data directory or on a copy of `source`, with its process id."""
    user = clusters.unprivileged_user()
    directory = Path(tempfile.mkdtemp(prefix="zw-bench-pg-", dir="/tmp"))
    made = clusters.Cluster(clusters.find_binaries(), directory, port or clusters.free_port())
    try:
        if source:
            shutil.copytree(source, directory / "data", copy_function=shutil.copyfile)
        if user:
            own(directory, user.pw_uid, user.pw_gid)
        (directory / "data").chmod(0o700) if source else clusters.initialise(made, user)
        process = clusters.start(made, SETTINGS, user)
        try:
            clusters.wait_until_ready(made, process)
            yield made, process.pid
        finally:
            clusters.stop(process)
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def own(directory: Path, uid: int, gid: int) -> None:
    """Gives a tree to the user PostgreSQL runs as."""
    for path in (directory, *directory.rglob("*")):
        os.chown(path, uid, gid)


def stop_and_keep(made: clusters.Cluster, kept: Path) -> None:
    """Stops the server cleanly and keeps its data directory."""
    user = clusters.unprivileged_user()
    command = [made.binaries / "pg_ctl", "stop", "-D", made.directory / "data", "-m", "fast", "-w", "-s"]
    owner = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    subprocess.run(command, check=True, cwd=made.directory, **owner)  # type: ignore[call-overload]
    keep(made.directory / "data", kept)


def keep(source: Path, kept: Path) -> None:
    """Copies into the cache under a temporary name first; older seeds of the same kind and size go."""
    stem = kept.name.rpartition("-")[0]
    for old in kept.parent.glob(f"{stem}-*"):
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    partial = kept.with_name(f"partial-{os.getpid()}-{kept.name}")
    if source.is_dir():
        shutil.copytree(source, partial, copy_function=shutil.copyfile)
    else:
        shutil.copy(source, partial)
    partial.rename(kept)
