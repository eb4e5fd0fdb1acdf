"""Rules on documents themselves: what may be registered, changed and removed."""

from typing import Any

from zaakwerk.documenten import bestandsdelen, controlesom, queries
from zaakwerk.documenten.rules.sloten import drc_010_update_needs_lock_id
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


@rule("drc-005")
def drc_005_received_document_is_finished(command: Any) -> Violations:
    """Een ontvangen document heeft niet de status in_bewerking of ter_vaststelling."""
    if command.value("ontvangstdatum") and command.value("status") in UNFINISHED:
        words = "Een ontvangen document kan niet deze status hebben."
        yield Violation("invalid_for_received", words, "status")


@rule("drc-006")
def drc_006_indicatie_follows_gebruiksrechten(command: Any) -> Violations:
    """Of er gebruiksrechten gelden blijkt uit de gebruiksrechten zelf; iets anders zeggen kan niet."""
    if not command.sends("indicatie_gebruiksrecht"):
        return
    is_indicated, has_them = command.value("indicatie_gebruiksrecht"), command.has_gebruiksrechten
    if is_indicated and not has_them:
        words = "Bij dit document zijn geen gebruiksrechten vastgelegd."
        yield Violation("missing-gebruiksrechten", words, "indicatieGebruiksrecht")
    elif has_them and not is_indicated:
        words = "Bij dit document zijn gebruiksrechten vastgelegd; verwijder die eerst."
        yield Violation("existing-gebruiksrechten", words, "indicatieGebruiksrecht")


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
    """De bestandsomvang is die van de inhoud die meekomt; zonder inhoud kondigt zij bestandsdelen aan."""
    if not command.sends("inhoud"):
        return
    omvang, inhoud = command.value("bestandsomvang"), command.value("inhoud")
    if inhoud is None and (omvang or 0) > bestandsdelen.most_bytes():
        words = f"Zaakwerk neemt bestanden aan van hoogstens {bestandsdelen.most_bytes()} bytes."
        yield Violation("max_value", words, "bestandsomvang")
    elif inhoud is not None and omvang is not None and omvang != inhoud.omvang:
        words = f"De inhoud is {inhoud.omvang} bytes groot; bestandsomvang zegt {omvang}."
        yield Violation("file-size", words)


@rule("gangbaar")
def gangbaar_integriteit_fits_inhoud(command: Any) -> Violations:
    """De controlesom in integriteit is die van de inhoud die meekomt of net is samengevoegd."""
    if controlesom.differs(command.value("integriteit"), command.new_content):
        words = "De inhoud heeft een andere controlesom: er ging iets mis bij het versturen."
        yield Violation("invalid", words, "integriteit.waarde")


ON_EVERY_VERSION = (
    drc_001_informatieobjecttype_is_published,
    drc_005_received_document_is_finished,
    drc_006_indicatie_follows_gebruiksrechten,
    gangbaar_creatiedatum_is_past,
    gangbaar_identificatie_is_unique,
    gangbaar_bestandsomvang_fits_inhoud,
    gangbaar_integriteit_fits_inhoud,
)
ON_UPDATE = (drc_010_update_needs_lock_id, *ON_EVERY_VERSION)
ON_DESTROY = (drc_008_no_pending_relations, drc_008_locked_document_stays)
