"""Rules on the relations of a document: the mirror of what another register leads (drc-002 … drc-004)."""

from typing import Any

from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


@rule("drc-002")
def drc_002_object_exists(command: Any) -> Violations:
    """Het object van een relatie bestaat en is van de soort die objectType noemt."""
    if not command.source.exists:
        yield Violation("bad-url", "De URL verwijst naar niets.", "object")
    elif not command.source.is_of_its_kind:
        yield Violation("invalid-resource", f"Het object is geen {command.object_type}.", "object")


@rule("drc-003")
def drc_003_relation_is_unique(command: Any) -> Violations:
    """Een document is hoogstens één keer aan hetzelfde object gerelateerd."""
    if command.is_mirrored:
        yield Violation("unique", "Deze relatie bestaat al.")


@rule("drc-004")
def drc_004_relation_exists_at_its_source(command: Any) -> Violations:
    """Een relatie ontstaat en verdwijnt met de relatie in het bronregister, nooit los daarvan."""
    if command.is_inconsistent:
        yield Violation("inconsistent-relation", command.inconsistency)


ON_CREATE = (drc_002_object_exists, drc_003_relation_is_unique, drc_004_relation_exists_at_its_source)
ON_DESTROY = (drc_004_relation_exists_at_its_source,)
