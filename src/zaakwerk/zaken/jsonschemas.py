"""Jsonschemas: whether data fit a JSON-schema that came from elsewhere; nothing is fetched for it."""

import re
from typing import Any

from jsonschema import exceptions, validators  # type: ignore[import-untyped]
from referencing import Registry
from referencing.exceptions import Unresolvable


class NoSchema(ValueError):
    """What should be a schema is none, or points outside itself."""


def why_not_fitting(data: Any, schema: Any) -> str:
    """Why the data do not fit, as the first fault with its place; empty when they do. Raises NoSchema."""
    if not isinstance(schema, dict | bool):
        raise NoSchema
    kind = validators.validator_for(schema, default=validators.Draft202012Validator)
    try:
        kind.check_schema(schema)
        # An empty registry: a $ref to another document is not followed.
        fault = exceptions.best_match(kind(schema, registry=Registry()).iter_errors(data))
    except (exceptions.SchemaError, exceptions.UnknownType, Unresolvable, re.error, RecursionError):
        raise NoSchema from None
    return "" if fault is None else f"{fault.json_path}: {fault.validator}"
