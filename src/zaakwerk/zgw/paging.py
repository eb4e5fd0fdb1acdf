"""Paging: page numbers in, count and links to the neighbours out (1.7)."""

from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from zaakwerk.zgw.problems import Invalid, NotFound, Violation

DEFAULT_SIZE, MAX_SIZE = 100, 500


def number(query: QueryDict, key: str, default: int, maximum: int) -> int:
    """A positive whole number from the query."""
    raw = query.get(key, "")
    if not raw:
        return default
    if not raw.isascii() or not raw.isdigit() or not 1 <= int(raw[:18]) <= maximum:
        raise Invalid([Violation("invalid", f"Vul een getal van 1 tot en met {maximum} in.", key)])
    return int(raw)


def page_and_size(query: QueryDict) -> tuple[int, int]:
    """The page asked for and its size; C-12: pageSize is accepted on every paged list."""
    page = number(query, "page", 1, 10**9)
    return page, number(query, "pageSize", DEFAULT_SIZE, MAX_SIZE)


def envelope(
    results: list[Any], total: int, page: int, size: int, address: str, query: QueryDict
) -> dict[str, Any]:
    """The standard's page; raises NotFound beyond the last one."""
    if page > 1 and not results:
        raise NotFound("Deze pagina bestaat niet.")
    return {
        "count": total,
        "next": neighbour(address, query, page + 1) if page * size < total else None,
        "previous": neighbour(address, query, page - 1) if page > 1 else None,
        "results": results,
    }


def neighbour(address: str, query: QueryDict, page: int) -> str:
    """The same query at another page."""
    pairs = [(key, value) for key, values in query.lists() for value in values if key != "page"]
    return f"{address}?{urlencode([*pairs, ('page', page)])}"
