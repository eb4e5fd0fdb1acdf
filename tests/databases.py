"""Databases: which database the tests run on, decided before Django reads its settings.

Default SQLite. `ZAAKWERK_TEST_DATABASE=postgresql` starts a cluster for this run;
`ZAAKWERK_TEST_DATABASE_URL` uses one that runs already.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.conf import settings

from tests.clusters import cluster

RESOURCES = ExitStack()
FAST_HASHER = "django.contrib.auth.hashers.MD5PasswordHasher"


def scratch_parent() -> str | None:
    """Memory where the machine has it, for databases that need not survive."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Chooses the database and loads Django's settings, which pytest-django then takes over."""
    wanted = os.environ.get("ZAAKWERK_TEST_DATABASE", "sqlite")
    url = os.environ.get("ZAAKWERK_TEST_DATABASE_URL", "")
    if wanted not in ("sqlite", "postgresql"):
        raise pytest.UsageError("ZAAKWERK_TEST_DATABASE is sqlite or postgresql")
    assert not settings.configured, "the settings were read before the database was chosen"
    if wanted == "postgresql" and not url:
        url = RESOURCES.enter_context(cluster()).url("postgres")
    set_environment(url)
    assert settings.DATABASES


def set_environment(database_url: str) -> None:
    """No operator's setting leaks into the tests, and no file of theirs lands in the checkout."""
    for name in [name for name in os.environ if name.startswith("ZAAKWERK_") and "_TEST_" not in name]:
        del os.environ[name]
    scratch = tempfile.mkdtemp(prefix="zw-test-", dir=scratch_parent())
    RESOURCES.callback(shutil.rmtree, scratch, ignore_errors=True)
    os.environ["ZAAKWERK_DATA_DIR"] = scratch
    os.environ["DJANGO_SETTINGS_MODULE"] = "zaakwerk.project.settings"
    if database_url:
        os.environ["ZAAKWERK_DATABASE_URL"] = database_url
    # The browser driver keeps an event loop in the main thread; Django takes that for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stops what was started, also after Ctrl-C."""
    RESOURCES.close()


def pytest_report_header(config: pytest.Config) -> str:
    """Says on which database the run was."""
    return f"zaakwerk: tests on {'postgresql' if 'ZAAKWERK_DATABASE_URL' in os.environ else 'sqlite'}"


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """A real file for SQLite, so that threads meet each other's locks; cheap password hashes."""
    settings.PASSWORD_HASHERS = [FAST_HASHER]
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(Path(os.environ["ZAAKWERK_DATA_DIR"]) / "test.sqlite3")
        pragmas = database["OPTIONS"]["init_command"]
        database["OPTIONS"]["init_command"] = pragmas.replace("synchronous=FULL", "synchronous=OFF")
    yield
