"""A connection that PostgreSQL ended is noticed before a request uses it."""

import psycopg
import pytest
from django.conf import settings
from django.db import close_old_connections, connection

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("sqlite" in settings.DATABASES["default"]["ENGINE"], reason="a PostgreSQL backend"),
]


def own_pid() -> int:
    """The server process behind our connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid: int = cursor.fetchone()[0]
        return pid


def test_a_live_connection_is_kept() -> None:
    first = own_pid()
    for _ in range(3):
        close_old_connections()
        assert own_pid() == first


def test_a_connection_that_the_server_ended_is_replaced() -> None:
    first = own_pid()
    url = connection.get_connection_params()
    with psycopg.connect(
        **{key: url[key] for key in ("dbname", "user", "host", "port") if key in url}
    ) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [first])
    close_old_connections()
    assert own_pid() != first
