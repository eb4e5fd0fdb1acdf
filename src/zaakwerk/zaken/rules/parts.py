"""Rules on what hangs below a zaak: resultaat, rol, eigenschap, document (2.5)."""

from typing import Any

from zaakwerk.catalogi import queries as catalogi
from zaakwerk.zaken import elders
from zaakwerk.zaken.models import Resultaat, Rol, ZaakInformatieObject
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


@rule("zrc-020")
def zrc_020_resultaattype_of_zaaktype(command: Any) -> Violations:
    """Het resultaattype hoort bij het zaaktype van de zaak."""
    if command.resultaattype.zaaktype_id != command.zaak.zaaktype_id:
        yield Violation("zaaktype-mismatch", "Het resultaattype hoort niet bij het zaaktype van de zaak.")


@rule("zrc-020")
def zrc_020_one_resultaat(command: Any) -> Violations:
    """Een zaak heeft hoogstens één resultaat."""
    if Resultaat.objects.filter(zaak=command.zaak).exists():
        yield Violation("unique", "De zaak heeft al een resultaat.", "zaak")


@rule("zrc-019")
def zrc_019_roltype_of_zaaktype(command: Any) -> Violations:
    """Het roltype hoort bij het zaaktype van de zaak."""
    if command.roltype.zaaktype_id != command.zaak.zaaktype_id:
        yield Violation("zaaktype-mismatch", "Het roltype hoort niet bij het zaaktype van de zaak.")


@rule("zrc-019")
def zrc_019_one_identification(command: Any) -> Violations:
    """Een rol noemt de betrokkene met een URL of met identificerende gegevens, niet met beide."""
    if bool(command.betrokkene) and command.betrokkene_identificatie is not None:
        yield Violation("invalid-betrokkene", "Geef betrokkene of betrokkeneIdentificatie, niet beide.")
    if not command.betrokkene and command.betrokkene_identificatie is None:
        yield Violation("invalid-betrokkene", "Geef betrokkene of betrokkeneIdentificatie.")


@rule("zrc-019")
def zrc_019_betrokkene_exists(command: Any) -> Violations:
    """De URL van een betrokkene leidt ergens heen; alleen een toegestane host wordt bevraagd."""
    if command.betrokkene and command.outside.is_dead(command.betrokkene):
        yield Violation("bad-url", "De URL verwijst naar niets.", "betrokkene")


@rule("gangbaar")
def gangbaar_one_initiator(command: Any) -> Violations:
    """Een zaak heeft hoogstens één initiator en één zaakcoördinator."""
    generiek = command.roltype.omschrijving_generiek
    if generiek not in ("initiator", "zaakcoordinator"):
        return
    if Rol.objects.filter(zaak=command.zaak, omschrijving_generiek=generiek).exists():
        yield Violation("max-occurences", f"De zaak heeft al een {generiek}.")


@rule("zrc-018")
def zrc_018_eigenschap_of_zaaktype(command: Any) -> Violations:
    """De eigenschap hoort bij het zaaktype van de zaak."""
    if command.eigenschap.zaaktype_id != command.zaak.zaaktype_id:
        yield Violation("zaaktype-mismatch", "De eigenschap hoort niet bij het zaaktype van de zaak.")


@rule("zrc-017")
def zrc_017_documenttype_of_zaaktype(command: Any) -> Violations:
    """De soort document hoort bij het zaaktype van de zaak."""
    soort = command.soort
    if soort is not None and not catalogi.informatieobjecttype_allowed(command.zaak.zaaktype, soort):
        words = f"Documenten van de soort {soort[:80]} horen niet bij dit zaaktype."
        yield Violation("missing-zaaktype-informatieobjecttype-relation", words)


@rule("zrc-005")
def zrc_005_document_linked_once(command: Any) -> Violations:
    """Een document hangt hoogstens eenmaal aan een zaak."""
    same = {"elders": command.elders} if command.elders else {"informatieobject": command.informatieobject}
    if ZaakInformatieObject.objects.filter(zaak=command.zaak, **same).exists():
        yield Violation("unique", "Het document hoort al bij deze zaak.")


@rule("zrc-005")
def zrc_005_document_elsewhere_exists(command: Any) -> Violations:
    """Een document van een andere installatie bestaat, en is een document waarvan de soort bekend is."""
    if not command.elders:
        return
    body = command.outside.body(command.elders)
    if body is None:
        words = f"De URL kan niet worden opgehaald. {command.outside.why_not(command.elders)}"
        yield Violation("bad-url", words, "informatieobject")
    elif elders.DOCUMENT - body.keys():
        yield Violation("invalid-resource", "De URL geeft geen document.", "informatieobject")
    elif command.soort is None:
        words = "De soort van het document kan niet worden opgehaald."
        yield Violation("bad-url", words, "informatieobject")


@rule("zrc-022")
def zrc_022_no_document_on_archived_zaak(command: Any) -> Violations:
    """Aan een gearchiveerde zaak komt geen document meer bij."""
    if command.zaak.archiefstatus != "nog_te_archiveren":
        yield Violation("zaak-archiefstatus-invalid", "De zaak is al gearchiveerd.")


@rule("gangbaar")
def gangbaar_status_of_same_zaak(command: Any) -> Violations:
    """De status bij een document is een status van dezelfde zaak."""
    if command.status is not None and command.status.zaak_id != command.zaak.pk:
        yield Violation("zaak-status-mismatch", "De status hoort bij een andere zaak.", "status")
