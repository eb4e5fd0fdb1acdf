"""Every rule of the Besluiten API has a function with its id and a test that names it, or a reason not to."""

import re

from tests.conformance import standards
from tests.house.test_rules import names_of_tests
from zaakwerk.besluiten import commands
from zaakwerk.zgw import rules

# Where a rule lives when it is no guard on a command; a test names it all the same.
ELSEWHERE = {
    "brc-003 informatieobject": "the shape reads the URL of a document, and refuses what is none",
    "brc-004 relatiegegevens": "legt_vast is the only aardRelatie there is, and no schema shows it",
    "brc-009 verwijderen": "the effect of the command that destroys a besluit",
}
GUARDED = (commands.CreateBesluit, commands.UpdateBesluit, commands.LinkDocument)


def of_besluiten() -> dict[str, str]:
    """Id by key of every rule of the Besluiten API."""
    return {rule.key: rule.id for rule in standards.rules() if rule.api == "besluiten"}


def test_every_rule_has_a_function_or_a_reason() -> None:
    guarded = {rule.id for rule in rules.registered()}
    bare = {key for key, rule_id in of_besluiten().items() if rule_id not in guarded}
    assert bare == set(ELSEWHERE)


def test_every_rule_of_the_room_guards_a_command() -> None:
    ours = {rule for rule in rules.registered() if rule.check.__module__ == "zaakwerk.besluiten.rules"}
    assert ours == {rule for command in GUARDED for rule in command.rules}


def test_every_rule_has_a_test_that_names_it() -> None:
    named = {found.replace("_", "-") for test in names_of_tests() for found in re.findall(r"brc_\d{3}", test)}
    assert set(of_besluiten().values()) == {f"brc-{number:03}" for number in range(1, 10)}
    assert set(of_besluiten().values()) <= named
