"""Every rule of the Zaken API has a function with its id and a test that names it, or a reason not to."""

import re

from tests.conformance import standards
from tests.house.test_rules import names_of_tests
from zaakwerk.zgw import rules

# Where a rule lives when it is no guard on a command; a test names it all the same.
ELSEWHERE = {
    "zrc-003 informatieobject": "the shape reads the URL of a document, and refuses what is none",
    "zrc-004 relatiegegevens": "both fields are read-only in the shape; the command sets them",
    "zrc-006 filtering": "the predicate of reach, in every statement that reads",
    "zrc-008 heropenen": "the effect of the command that sets a status; its bounds are a guard",
    "zrc-009 vertrouwelijkheid": "a default of the command that registers a zaak",
    "zrc-012 gegevensgroepen": "the shape reads groups whole",
    "zrc-021 archiefparameters": "what closing derives, in the archive module of zaken",
    "zrc-026 startdatum-bewaartermijn": "part of what closing derives",
    "zrc-025 expand-bereik": "the kernel's expand",
    "zrc-026 expand-diepte": "the kernel's expand",
    "zrc-027 expand-attribuut": "the kernel's expand",
    "zrc-028 expand-uitvoerbaar": "the kernel's expand",
    "zrc-029 fields": "the search operation",
}
# What no test can name, with the reason.
LEFT_OUT = {
    "zrc-024 zaakverzoek-sync": "the Verzoeken API is withdrawn: a link is kept, no mirror written",
    "zrc-025 contactmoment-sync": "the Contactmomenten API is withdrawn: a link is kept, no mirror written",
}


def of_zaken() -> dict[str, str]:
    """Id by key of every rule of the Zaken API."""
    return {rule.key: rule.id for rule in standards.rules() if rule.api == "zaken"}


def test_every_reason_is_about_a_rule() -> None:
    assert {*ELSEWHERE, *LEFT_OUT} <= set(of_zaken())
    assert not set(ELSEWHERE) & set(LEFT_OUT)


def test_every_rule_has_a_function_or_a_reason() -> None:
    guarded = {rule.id for rule in rules.registered()}
    bare = {key for key, rule_id in of_zaken().items() if rule_id not in guarded}
    assert bare - set(ELSEWHERE) == set()


def test_every_rule_has_a_test_that_names_it() -> None:
    named = {found.replace("_", "-") for test in names_of_tests() for found in re.findall(r"zrc_\d{3}", test)}
    assert len(of_zaken()) == 31
    assert {key for key, rule_id in of_zaken().items() if rule_id not in named} == set()
