"""Paden: the part of jq that names a place in a JSON document, such as `.record.data` or `.a["b-c"][0]`.

A client writes the expression, so it is only ever a path: all of jq is a programming language, which loops
without end and reads the environment of the process.
"""

import re
from typing import Any

STEP = re.compile(
    r'\.(?P<name>[A-Za-z_]\w*)|\.?\["(?P<quoted>[^"]*)"\]|\."(?P<text>[^"]*)"|\.?\[(?P<index>\d{1,6})\]'
)


class NoPath(ValueError):
    """The expression is no path."""


def steps(expression: str) -> list[str | int]:
    """The keys and indexes of a path; raises NoPath for any other expression."""
    text, found, place = expression.strip(), [], 0
    if text == ".":
        return []
    while place < len(text):
        step = STEP.match(text, place)
        if step is None:
            raise NoPath(expression)
        found.append(int(step["index"]) if step["index"] else step["name"] or step["quoted"] or step["text"])
        place = step.end()
    if not found:
        raise NoPath(expression)
    return found


def select(expression: str, document: Any) -> Any:
    """What stands at the path; None where there is nothing, as in jq."""
    for step in steps(expression):
        if isinstance(step, int):
            document = document[step] if isinstance(document, list) and step < len(document) else None
        else:
            document = document.get(step) if isinstance(document, dict) else None
    return document
