"""Traceability: each ztc rule of the standard has its function here, and a test that bears its id."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conformance import standards
from zaakwerk.zgw import rules

# What holds for reading has no command to guard: the room's reach is its function.
ELSEWHERE = {"ztc-014": "zaakwerk.catalogi.reach.CatalogueReach"}
# Dropped by 1.3.2 (4.4, C-24): related types need not be published first.
DROPPED = ("ztc-011", "ztc-012", "ztc-013")
# Of 1.4.0, so not in the table of the suite (C-49).
NEWER = ("ztc-017",)
IDS = sorted({rule.id for rule in standards.rules() if rule.api == "catalogi"} | set(NEWER))


def names_of_tests() -> Iterator[str]:
    """Every test function of this room."""
    for path in Path(__file__).resolve().parents[1].rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield node.name


def test_the_table_holds_the_rules_of_the_suite_and_not_the_dropped_ones() -> None:
    assert [f"ztc-{number:03}" for number in (*range(1, 11), *range(14, 18))] == IDS
    assert not set(DROPPED) & {rule.id for rule in rules.registered()}


@pytest.mark.parametrize("official_id", IDS)
def test_a_rule_has_its_function_with_a_text_and_its_test(official_id: str) -> None:
    registered = [rule for rule in rules.registered() if rule.id == official_id]
    assert bool(registered) != (official_id in ELSEWHERE)
    assert all(rule.text for rule in registered)
    assert any(official_id.replace("-", "_") in name for name in names_of_tests()), official_id


def test_every_operation_publishes_the_rules_that_guard_it() -> None:
    from zaakwerk.catalogi.resources import CATALOGI

    guarded = {
        rule
        for resource in CATALOGI.resources
        for command in (resource.create, resource.update, resource.destroy)
        if command
        for rule in command.rules
    }
    ours = {rule for rule in rules.registered() if rule.id.startswith("ztc-")}
    assert ours <= guarded
