"""Sizes: nothing grows past what a person reads in one sitting, and every module says what it is for."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.files import modules, name, tree

MOST_LINES = 500
MOST_FUNCTION_LINES = 60


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the last one."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_the_checks_see_the_modules() -> None:
    assert {"conftest.py", "tests/house/test_sizes.py"} <= {name(path) for path in modules()}


def test_no_file_is_longer_than_500_lines() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_function_is_longer_than_60_lines() -> None:
    long = [
        f"{name(path)}:{node.lineno} {node.name} {length(node)}"
        for path in modules()
        for node in functions(path)
        if length(node) > MOST_FUNCTION_LINES
    ]
    assert long == []


def test_every_module_starts_with_a_sentence_about_its_purpose() -> None:
    silent = [name(path) for path in modules() if path.stat().st_size and not ast.get_docstring(tree(path))]
    assert silent == []
