"""Rules on verzendingen: one address each, and a document has one sender or receivers (5.9)."""

from typing import Any

from zaakwerk.documenten import queries
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule

ADDRESSES = (
    "binnenlands_correspondentieadres",
    "buitenlands_correspondentieadres",
    "correspondentie_postadres",
    "faxnummer",
    "emailadres",
    "mijn_overheid",
    "telefoonnummer",
)


@rule("gangbaar")
def gangbaar_verzending_has_one_address(command: Any) -> Violations:
    """Een verzending noemt precies één adres: binnenland, buitenland, postbus of een digitaal kanaal."""
    given = [name for name in ADDRESSES if command.value(name)]
    if len(given) != 1:
        words = "Geef precies één adres op." if given else "Geef een adres op."
        yield Violation("invalid-address", words)


@rule("gangbaar")
def gangbaar_received_has_ontvangstdatum(command: Any) -> Violations:
    """Van een afzender is bekend wanneer het document is ontvangen."""
    if command.value("aard_relatie") == "afzender" and command.value("ontvangstdatum") is None:
        yield Violation("required", "Bij een afzender hoort een ontvangstdatum.", "ontvangstdatum")


@rule("gangbaar")
def gangbaar_document_has_one_sender(command: Any) -> Violations:
    """Een document heeft één afzender en dan geen geadresseerden, of alleen geadresseerden."""
    others = queries.other_verzendingen(command.informatieobject, command.pk)
    if command.value("aard_relatie") == "afzender":
        if "afzender" in others:
            yield Violation("unique", "Het document heeft al een afzender.")
        elif others:
            yield Violation("invalid", "Het document heeft al geadresseerden; een afzender kan er niet bij.")
    elif "afzender" in others:
        yield Violation("invalid", "Het document heeft een afzender; een geadresseerde kan er niet bij.")


ON_VERZENDING = (
    gangbaar_verzending_has_one_address,
    gangbaar_received_has_ontvangstdatum,
    gangbaar_document_has_one_sender,
)
