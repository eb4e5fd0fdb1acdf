"""Rules of the Documenten API: what may be asked of a document, and when."""

from typing import Any

from django.utils.crypto import constant_time_compare

from zaakwerk.documenten import queries
from zaakwerk.zgw import clock
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule

UNFINISHED = ("in_bewerking", "ter_vaststelling")


@rule("drc-001")
def drc_001_informatieobjecttype_is_published(command: Any) -> Violations:
    """Het informatieobjecttype van een document is gepubliceerd."""
    if command.sends("informatieobjecttype") and command.value("informatieobjecttype").concept:
        yield Violation(
            "not-published", "Het informatieobjecttype is nog een concept.", "informatieobjecttype"
        )


@rule("drc-002")
def drc_002_object_exists(command: Any) -> Violations:
    """Het object van een relatie bestaat en is van de soort die objectType noemt."""
    if command.object_resource is None:
        yield Violation("bad-url", "De URL verwijst naar niets.", "object")
    elif not command.has_object:
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


@rule("drc-005")
def drc_005_received_document_is_finished(command: Any) -> Violations:
    """Een ontvangen document heeft niet de status in_bewerking of ter_vaststelling."""
    if command.value("ontvangstdatum") and command.value("status") in UNFINISHED:
        words = "Een ontvangen document kan niet deze status hebben."
        yield Violation("invalid_for_received", words, "status")


@rule("drc-006")
def drc_006_gebruiksrechten_exist(command: Any) -> Violations:
    """Dat er gebruiksrechten gelden blijkt uit de gebruiksrechten zelf; met de hand zetten kan niet."""
    if command.sends("indicatie_gebruiksrecht") and command.value("indicatie_gebruiksrecht"):
        words = "Bij dit document zijn geen gebruiksrechten vastgelegd."
        yield Violation("missing-gebruiksrechten", words, "indicatieGebruiksrecht")


@rule("drc-008")
def drc_008_no_pending_relations(command: Any) -> Violations:
    """Een document dat bij een zaak of besluit hoort wordt niet verwijderd."""
    if queries.has_links(command.instance):
        yield Violation("pending-relations", "Het document hoort nog bij een zaak of besluit.")


@rule("drc-008")
def drc_008_locked_document_stays(command: Any) -> Violations:
    """Een document dat op slot is wordt niet verwijderd."""
    if command.instance.lock:
        yield Violation("destroy-locked", "Het document is op slot.")


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
            yield Violation("missing-lock-id", "Stuur het id van het slot mee.")
    elif not constant_time_compare(command.lock_id, command.instance.lock):
        yield Violation("incorrect-lock-id", "Het id van het slot klopt niet.")


@rule("drc-010")
def drc_010_update_needs_lock_id(command: Any) -> Violations:
    """Een document wijzigen kan alleen als het op slot is, met het id van dat slot."""
    if not command.lock_id and not command.partial:
        yield Violation("required", "Dit veld is verplicht.", "lock")
    elif not command.instance.lock:
        yield Violation("unlocked", "Het document is niet op slot; zet het eerst op slot.")
    elif not command.lock_id:
        yield Violation("missing-lock-id", "Stuur het id van het slot mee.")
    elif not constant_time_compare(command.lock_id, command.instance.lock):
        yield Violation("incorrect-lock-id", "Het id van het slot klopt niet.")


@rule("gangbaar")
def gangbaar_creatiedatum_is_past(command: Any) -> Violations:
    """Een document is niet in de toekomst gemaakt."""
    if command.sends("creatiedatum") and command.value("creatiedatum") > clock.today():
        yield Violation("date-in-future", "De creatiedatum ligt in de toekomst.", "creatiedatum")


@rule("gangbaar")
def gangbaar_identificatie_is_unique(command: Any) -> Violations:
    """De identificatie van een document is uniek binnen de bronorganisatie."""
    identificatie, organisatie = command.value("identificatie"), command.value("bronorganisatie")
    is_sent = command.sends("identificatie") or command.sends("bronorganisatie")
    if is_sent and identificatie and queries.is_taken(organisatie, identificatie, command.pk):
        words = "Deze identificatie is al in gebruik bij deze bronorganisatie."
        yield Violation("identificatie-niet-uniek", words, "identificatie")


@rule("gangbaar")
def gangbaar_bestandsomvang_fits_inhoud(command: Any) -> Violations:
    """De bestandsomvang is het aantal bytes van de inhoud die meekomt."""
    if not command.sends("inhoud"):
        return
    omvang, inhoud = command.value("bestandsomvang"), command.value("inhoud")
    if inhoud is None and omvang:
        words = "Zaakwerk neemt nog geen bestanden in delen aan: stuur de inhoud mee."
        yield Violation("invalid", words, "bestandsomvang")
    elif inhoud is not None and omvang is not None and omvang != inhoud.omvang:
        words = f"De inhoud is {inhoud.omvang} bytes groot; bestandsomvang zegt {omvang}."
        yield Violation("file-size", words)


ON_EVERY_VERSION = (
    drc_001_informatieobjecttype_is_published,
    drc_005_received_document_is_finished,
    drc_006_gebruiksrechten_exist,
    gangbaar_creatiedatum_is_past,
    gangbaar_identificatie_is_unique,
    gangbaar_bestandsomvang_fits_inhoud,
)
ON_UPDATE = (drc_010_update_needs_lock_id, *ON_EVERY_VERSION)
ON_DESTROY = (drc_008_no_pending_relations, drc_008_locked_document_stays)
ON_MIRROR = (drc_002_object_exists, drc_003_relation_is_unique, drc_004_relation_exists_at_its_source)
