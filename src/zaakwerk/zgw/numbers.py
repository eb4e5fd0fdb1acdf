"""Numbers: sequence numbers that are given out once, however many writers ask at the same moment."""

from typing import Any

from django.db import connection, models

from zaakwerk.zgw.instances import columns_of, table_of


def next_numbers(teller: type[models.Model], count: int = 1, **key: Any) -> range:
    """The next numbers of the counter with this unique key, race-free by the lock on its row.

    `teller` keeps in `laatste` the last number given out; a row that is not there yet starts at 1.
    """
    table, columns = table_of(teller), columns_of(teller, key)
    places = ", ".join(["%s"] * len(key))
    # Only names from models meet the SQL text here, never input.
    sql = (
        f"INSERT INTO {table} ({columns}, laatste) VALUES ({places}, %s) "  # noqa: S608
        f"ON CONFLICT ({columns}) DO UPDATE SET laatste = {table}.laatste + %s RETURNING laatste"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*key.values(), count, count])
        row: Any = cursor.fetchone()
    return range(int(row[0]) - count + 1, int(row[0]) + 1)
