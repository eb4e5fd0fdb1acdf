"""Wachtwoorden: what is wrong with a password, in the same words wherever it is chosen."""

from collections.abc import Iterator

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.zgw.problems import Violation


def password_faults(password: str, medewerker: Medewerker | None = None) -> Iterator[Violation]:
    """Every reason why a password is too weak."""
    try:
        validate_password(password, medewerker)
    except ValidationError as faults:
        for fault in faults.error_list:
            yield Violation(str(fault.code), " ".join(fault.messages), "password")
