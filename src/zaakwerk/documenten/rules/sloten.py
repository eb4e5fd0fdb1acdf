"""Rules on the lock of a document: who changes it holds the lock (drc-009, drc-010)."""

from typing import Any

from django.utils.crypto import constant_time_compare

from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule

MISSING = Violation("missing-lock-id", "Stuur het id van het slot mee.")
INCORRECT = Violation("incorrect-lock-id", "Het id van het slot klopt niet.")


@rule("drc-009")
def drc_009_document_is_not_locked_twice(command: Any) -> Violations:
    """Een document dat op slot is kan niet nog eens op slot."""
    if command.instance.lock:
        yield Violation("existing-lock", "Het document is al op slot.")


@rule("drc-009")
def drc_009_unlock_needs_lock_id(command: Any) -> Violations:
    """Van het slot halen vraagt het id van het slot, tenzij het recht bestaat om het te forceren."""
    if not command.instance.lock:
        yield Violation("unlocked", "Het document is niet op slot.")
    elif not command.lock_id:
        if not command.may_force:
            yield MISSING
    elif not constant_time_compare(command.lock_id, command.instance.lock):
        yield INCORRECT


@rule("drc-009")
def drc_009_part_needs_lock_id(command: Any) -> Violations:
    """Een bestandsdeel aanleveren vraagt het id van het slot van het document."""
    if not command.lock_id:
        yield Violation("required", "Dit veld is verplicht.", "lock")
    elif not command.document.lock:
        yield Violation("unlocked", "Het document is niet op slot.")
    elif not constant_time_compare(command.lock_id, command.document.lock):
        yield INCORRECT


@rule("drc-010")
def drc_010_update_needs_lock_id(command: Any) -> Violations:
    """Een document wijzigen kan alleen als het op slot is, met het id van dat slot."""
    if not command.lock_id and not command.partial:
        yield Violation("required", "Dit veld is verplicht.", "lock")
    elif not command.instance.lock:
        yield Violation("unlocked", "Het document is niet op slot; zet het eerst op slot.")
    elif not command.lock_id:
        yield MISSING
    elif not constant_time_compare(command.lock_id, command.instance.lock):
        yield INCORRECT
