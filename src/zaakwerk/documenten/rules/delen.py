"""Rules on content that comes in parts: each of its announced size, and all of them there (5.5)."""

from typing import Any

from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


@rule("gangbaar")
def gangbaar_part_has_its_size(command: Any) -> Violations:
    """Een bestandsdeel heeft precies de omvang die ervoor is aangekondigd."""
    sent = command.inhoud.omvang if command.inhoud else 0
    if sent != command.instance.omvang:
        words = f"Dit bestandsdeel moet {command.instance.omvang} bytes zijn; er kwamen er {sent}."
        yield Violation("file-size", words, "inhoud")


@rule("gangbaar")
def gangbaar_upload_is_complete(command: Any) -> Violations:
    """Van het slot halen maakt een upload in delen af, en dan zijn alle delen er; forceren breekt hem af."""
    missing = command.missing_parts
    if command.lock_id and missing:
        words = f"Deze bestandsdelen ontbreken nog: {', '.join(map(str, missing[:20]))}."
        yield Violation("incomplete-upload", words)
