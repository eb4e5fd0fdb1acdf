"""Rules on the zaak itself (2.3, 3.5)."""

from typing import Any

from zaakwerk.zaken import queries
from zaakwerk.zgw import clock
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


def value(command: Any, name: str) -> Any:
    """What a field will be after the command: the change, else what the zaak has."""
    if hasattr(command, "changes"):
        return command.changes[name] if name in command.changes else getattr(command.instance, name)
    return getattr(command, name)


@rule("zrc-001")
def zrc_001_zaaktype_is_published(command: Any) -> Violations:
    """Het zaaktype van een zaak is gepubliceerd."""
    if value(command, "zaaktype").concept:
        yield Violation("not-published", "Het zaaktype is nog niet gepubliceerd.", "zaaktype")


@rule("zrc-002")
def zrc_002_identificatie_is_unique(command: Any) -> Violations:
    """De identificatie is uniek binnen de bronorganisatie."""
    if command.identificatie and queries.is_taken(command.bronorganisatie, command.identificatie):
        words = "Deze identificatie bestaat al binnen de bronorganisatie."
        yield Violation("identificatie-niet-uniek", words, "identificatie")


@rule("zrc-002")
def zrc_002_identificatie_form(command: Any) -> Violations:
    """De identificatie bestaat uit letters, cijfers, - en _."""
    if command.identificatie and not command.identificatie.replace("-", "").replace("_", "").isalnum():
        yield Violation("invalid", "Gebruik alleen letters, cijfers, - en _.", "identificatie")


@rule("zrc-013")
def zrc_013_hoofdzaak_is_no_deelzaak(command: Any) -> Violations:
    """Een hoofdzaak is niet zelf een deelzaak, en niet de zaak zelf; er is één niveau."""
    hoofdzaak, instance = value(command, "hoofdzaak"), getattr(command, "instance", None)
    if hoofdzaak is None:
        return
    if instance is not None and hoofdzaak.pk == instance.pk:
        yield Violation("self-forbidden", "Een zaak kan niet haar eigen hoofdzaak zijn.", "hoofdzaak")
    elif hoofdzaak.hoofdzaak_id is not None:
        yield Violation("deelzaak-als-hoofdzaak", "De hoofdzaak is zelf een deelzaak.", "hoofdzaak")
    elif instance is not None and queries.deelzaken_of(instance):
        yield Violation("deelzaak-als-hoofdzaak", "De zaak heeft zelf al deelzaken.", "hoofdzaak")


@rule("zrc-014")
def zrc_014_no_payment_date_without_payment(command: Any) -> Violations:
    """Bij betalingsindicatie nvt is er geen laatste betaaldatum."""
    sent = (
        command.changes.get("laatste_betaaldatum")
        if hasattr(command, "changes")
        else command.laatste_betaaldatum
    )
    if value(command, "betalingsindicatie") == "nvt" and sent is not None:
        yield Violation(
            "betaling-nvt", "Er is geen betaling, dus ook geen betaaldatum.", "laatsteBetaaldatum"
        )


@rule("zrc-014")
def zrc_014_payment_date_is_past(command: Any) -> Violations:
    """De laatste betaaldatum ligt niet in de toekomst."""
    moment = value(command, "laatste_betaaldatum")
    if moment is not None and moment > clock.now() + clock.LEEWAY:
        yield Violation("future_not_allowed", "De betaaldatum ligt in de toekomst.", "laatsteBetaaldatum")


@rule("zrc-015")
def zrc_015_products_of_zaaktype(command: Any) -> Violations:
    """De producten of diensten komen voor bij het zaaktype."""
    offered = set(value(command, "zaaktype").producten_of_diensten)
    if not set(value(command, "producten_of_diensten")) <= offered:
        words = "Niet elk product of elke dienst komt voor bij het zaaktype."
        yield Violation("invalid-products-services", words, "productenOfDiensten")


@rule("zrc-022")
def zrc_022_archived_needs_parameters(command: Any) -> Violations:
    """Een andere archiefstatus dan nog te archiveren vraagt archiefnominatie en archiefactiedatum."""
    if value(command, "archiefstatus") == "nog_te_archiveren":
        return
    if not value(command, "archiefnominatie"):
        yield Violation("archiefnominatie-not-set", "De archiefnominatie is niet bekend.", "archiefnominatie")
    if not value(command, "archiefactiedatum"):
        yield Violation(
            "archiefactiedatum-not-set", "De archiefactiedatum is niet bekend.", "archiefactiedatum"
        )
    if hasattr(command, "instance") and queries.has_unarchived_documents(command.instance):
        yield Violation("documents-not-archived", "Niet elk document heeft de status gearchiveerd.")


@rule("gangbaar")
def gangbaar_registratiedatum_is_past(command: Any) -> Violations:
    """De registratiedatum ligt niet in de toekomst."""
    if command.registratiedatum and command.registratiedatum > clock.today():
        yield Violation("date-in-future", "De registratiedatum ligt in de toekomst.", "registratiedatum")


ON_CREATE = (
    zrc_001_zaaktype_is_published,
    zrc_002_identificatie_is_unique,
    zrc_002_identificatie_form,
    zrc_013_hoofdzaak_is_no_deelzaak,
    zrc_014_no_payment_date_without_payment,
    zrc_014_payment_date_is_past,
    zrc_015_products_of_zaaktype,
    zrc_022_archived_needs_parameters,
    gangbaar_registratiedatum_is_past,
)
ON_UPDATE = (
    zrc_013_hoofdzaak_is_no_deelzaak,
    zrc_014_no_payment_date_without_payment,
    zrc_014_payment_date_is_past,
    zrc_015_products_of_zaaktype,
    zrc_022_archived_needs_parameters,
)
