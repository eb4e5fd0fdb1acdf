"""Model fields of the kernel: JSON that passes to the wire unparsed."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Utf8Encoder(DjangoJSONEncoder):
    """JSON as UTF-8 text, so that stored links keep the base placeholder as one character."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "ensure_ascii": False})


class WireJSONField(models.JSONField):
    """A JSON column in wire form: camelCase keys, links without base."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "encoder": Utf8Encoder})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("encoder", None)
        return name, path, args, kwargs


def dumps(value: Any) -> str:
    """A value as compact UTF-8 JSON text."""
    return json.dumps(value, cls=Utf8Encoder, separators=(",", ":"))
