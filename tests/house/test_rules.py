"""Rules: a clause that the register enforces is a clause that a test names."""

import ast

from tests.house.files import modules, tree
from zaakwerk.zgw import rules


def names_of_tests() -> set[str]:
    """Every test function of the project."""
    return {
        node.name
        for path in modules()
        if path.name.startswith("test_")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_rules_are_registered_at_start_up() -> None:
    assert rules.registered(), "no room registered a rule: was Django started?"


def test_every_rule_has_a_test_with_its_id_in_the_name() -> None:
    tests = names_of_tests()
    assert tests
    untested = [
        f"{rule.id} ({rule.slug})"
        for rule in rules.registered()
        if not any(rule.id.replace("-", "_") in test for test in tests)
    ]
    assert untested == []
