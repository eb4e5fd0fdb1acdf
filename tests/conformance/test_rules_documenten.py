"""Every rule of the Documenten API has a function with its id, or lives elsewhere; and a test names it."""

import re

from tests.conformance import standards
from tests.house.test_rules import names_of_tests
from zaakwerk.zgw import registry, rules

# Where a rule lives when it is no guard on a command; a test names it all the same.
ELSEWHERE = {
    "drc-007": "a default of the commands that register and change a document",
    "drc-011": "the kernel's expand",
    "drc-012": "the kernel's expand",
    "drc-013": "the kernel's expand",
    "drc-014": "the kernel's expand",
}
IDS = {rule.id for rule in standards.rules() if rule.api == "documenten"}


def test_every_rule_has_a_function_or_lives_elsewhere() -> None:
    guarded = {rule.id for rule in rules.registered() if rule.id.startswith("drc-")}
    assert {f"drc-{number:03}" for number in range(1, 15)} == IDS
    assert guarded | ELSEWHERE.keys() == IDS
    assert not guarded & ELSEWHERE.keys()


def test_every_rule_has_a_test_that_names_it() -> None:
    named = {found.replace("_", "-") for test in names_of_tests() for found in re.findall(r"drc_\d{3}", test)}
    assert IDS - named == set()


def test_every_guard_is_published_with_the_operation_it_guards() -> None:
    commands = [
        command
        for resource in registry.COMPONENTS["documenten"].resources
        for command in (resource.create, resource.update, resource.destroy)
        if command
    ]
    published = {rule.id for command in commands for rule in command.rules}
    # Locking, unlocking and parts are operations beside the resources.
    assert {rule.id for rule in rules.registered() if rule.id.startswith("drc-")} - published == {"drc-009"}
