"""Words: what never belongs in a file, and sources that stay apart from the standard's facts."""

import ast
from collections.abc import Iterator

from tests.house.files import ROOT, modules, name, own_files, tree

# Written in halves, or this file would name them itself.
FORBIDDEN = (
    "/wo" + "rk/",
    "/ro" + "ot/",
    "/ho" + "me/",
    "py" + "pi.org",
    "python" + "hosted",
    "registry.np" + "mjs",
    "deb.deb" + "ian.org",
    "TO" + "DO",
    "FIX" + "ME",
)
LOCKS = ("requirements/base.txt", "requirements/extras.txt", "requirements/dev.txt", "package-lock.json")


def literals(tree_of_module: ast.Module) -> Iterator[str]:
    """The strings of a module that are not documentation."""
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree_of_module)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree_of_module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


def test_no_file_names_a_machine_a_registry_or_unfinished_work() -> None:
    found = []
    for path in own_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name(path)}: {word}" for word in FORBIDDEN if word in text]
    assert found == []


def test_the_product_never_opens_the_facts_of_the_standard() -> None:
    opened = [
        name(path)
        for path in modules()
        if path.is_relative_to(ROOT / "src") and "tests" not in path.parts
        for text in literals(tree(path))
        if text == "standards" or "standards/" in text
    ]
    assert opened == []


def test_locks_hold_hashes_and_no_addresses() -> None:
    for lock in LOCKS:
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert "sha256:" in text or "sha512-" in text, lock
        assert '"resolved"' not in text, lock
        addresses = [line for line in text.splitlines() if "://" in line and '"url"' not in line]
        assert addresses == [], lock
