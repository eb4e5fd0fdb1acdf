"""Rules of the Besluiten API: what a besluit may be, and which documents lay it down (chapter 6)."""

from typing import Any

from zaakwerk.besluiten import queries
from zaakwerk.zgw import clock
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


@rule("brc-001")
def brc_001_besluittype_is_published(command: Any) -> Violations:
    """Het besluittype van een besluit is gepubliceerd."""
    if command.besluittype.concept:
        yield Violation("not-published", "Het besluittype is nog niet gepubliceerd.", "besluittype")


@rule("brc-002")
def brc_002_identificatie_is_unique(command: Any) -> Violations:
    """De identificatie is uniek binnen de verantwoordelijke organisatie."""
    if command.identificatie and queries.is_taken(
        command.verantwoordelijke_organisatie, command.identificatie
    ):
        words = "Deze identificatie bestaat al binnen de verantwoordelijke organisatie."
        yield Violation("identificatie-niet-uniek", words, "identificatie")


@rule("brc-007")
def brc_007_besluittype_of_zaaktype(command: Any) -> Violations:
    """Het besluittype hoort bij het zaaktype van de zaak."""
    if command.zaak is None:
        return
    besluittype, zaaktype = command.besluittype, command.zaak.zaaktype
    is_named = besluittype.omschrijving in zaaktype.besluittypen
    if not is_named or besluittype.catalogus_id != zaaktype.catalogus_id:
        yield Violation("zaaktype-mismatch", "Het besluittype hoort niet bij het zaaktype van de zaak.")


@rule("gangbaar")
def gangbaar_besluitdatum_is_past(command: Any) -> Violations:
    """Een besluit is niet in de toekomst genomen."""
    datum = command.changes.get("datum") if hasattr(command, "changes") else command.datum
    if datum is not None and datum > clock.today():
        yield Violation("future_not_allowed", "De datum van het besluit ligt in de toekomst.", "datum")


@rule("brc-005")
def brc_005_document_linked_once(command: Any) -> Violations:
    """Een document hangt hoogstens eenmaal aan een besluit."""
    if queries.is_linked(command.besluit, command.informatieobject):
        yield Violation("unique", "Het document hoort al bij dit besluit.")


@rule("brc-008")
def brc_008_documenttype_of_besluittype(command: Any) -> Violations:
    """De soort document hoort bij het besluittype van het besluit."""
    besluittype, soort = command.besluit.besluittype, command.informatieobject.informatieobjecttype
    is_named = soort.omschrijving in besluittype.informatieobjecttypen
    if not is_named or soort.catalogus_id != besluittype.catalogus_id:
        words = f"Documenten van de soort {soort.omschrijving} horen niet bij dit besluittype."
        yield Violation("missing-besluittype-informatieobjecttype-relation", words)
