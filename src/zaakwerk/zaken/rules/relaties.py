"""Rules on contacts, requests, notes and besluiten of a zaak (2.5, zrc-024, zrc-025)."""

from typing import Any

from zaakwerk.zaken import besluiten
from zaakwerk.zaken.models import KlantContact, ZaakBesluit, ZaakContactMoment, ZaakVerzoek
from zaakwerk.zgw import clock, diensten
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


@rule("gangbaar")
def gangbaar_klantcontact_is_past(command: Any) -> Violations:
    """Een klantcontact ligt niet in de toekomst."""
    if command.datumtijd > clock.now() + clock.LEEWAY:
        yield Violation("date-in-future", "Het klantcontact ligt in de toekomst.", "datumtijd")


@rule("gangbaar")
def gangbaar_klantcontact_is_unique(command: Any) -> Violations:
    """De identificatie van een klantcontact is uniek."""
    given = command.identificatie
    if given and KlantContact.objects.filter(identificatie=given).exists():
        yield Violation("unique", "Deze identificatie bestaat al.", "identificatie")


@rule("zrc-024")
def zrc_024_verzoek_exists(command: Any) -> Violations:
    """Het verzoek bestaat; alleen een toegestane host wordt bevraagd."""
    if command.outside.is_dead(command.verzoek):
        yield Violation("bad-url", "De URL verwijst naar niets.", "verzoek")


@rule("zrc-024")
def zrc_024_verzoek_linked_once(command: Any) -> Violations:
    """Een verzoek hangt hoogstens eenmaal aan een zaak."""
    if ZaakVerzoek.objects.filter(zaak=command.zaak, verzoek=command.verzoek).exists():
        yield Violation("unique", "Het verzoek hoort al bij deze zaak.")


@rule("zrc-025")
def zrc_025_contactmoment_exists(command: Any) -> Violations:
    """Het contactmoment bestaat; alleen een toegestane host wordt bevraagd."""
    if command.outside.is_dead(command.contactmoment):
        yield Violation("bad-url", "De URL verwijst naar niets.", "contactmoment")


@rule("zrc-025")
def zrc_025_contactmoment_linked_once(command: Any) -> Violations:
    """Een contactmoment hangt hoogstens eenmaal aan een zaak."""
    linked = ZaakContactMoment.objects.filter(zaak=command.zaak, contactmoment=command.contactmoment)
    if linked.exists():
        yield Violation("unique", "Het contactmoment hoort al bij deze zaak.")


@rule("gangbaar")
def gangbaar_notitie_is_concept(command: Any) -> Violations:
    """Een notitie die definitief is verandert niet meer."""
    if command.instance.status != "concept":
        yield Violation("invalid", "De notitie is definitief en verandert niet meer.", "status")


@rule("brc-006")
def brc_006_besluit_leads_on_create(command: Any) -> Violations:
    """Een besluit komt aan de zaak doordat het besluit de zaak noemt, niet andersom."""
    url = command.besluit
    if not concerns(command, url, command.zaak):
        words = f"Het besluit verwijst niet naar deze zaak. {why_unknown(command, url)}".strip()
        yield Violation("inconsistent-relation", words)
    elif ZaakBesluit.objects.filter(zaak=command.zaak, besluit=url).exists():
        yield Violation("unique", "Het besluit hoort al bij deze zaak.")


@rule("brc-006")
def brc_006_besluit_leads_on_destroy(command: Any) -> Violations:
    """Een besluit gaat van de zaak af doordat het besluit de zaak niet meer noemt, niet andersom."""
    url = command.instance.besluit
    if concerns(command, url, command.instance.zaak):
        yield Violation("inconsistent-relation", "Het besluit verwijst nog naar deze zaak.")
    elif is_registered(url) and not command.outside.is_gone(url) and why_unknown(command, url):
        words = f"Of het besluit nog naar deze zaak verwijst is niet bekend. {why_unknown(command, url)}"
        yield Violation("inconsistent-relation", words)


def concerns(command: Any, url: str, zaak: Any) -> bool:
    """Whether the leading side, here or at a registered service, says that a besluit belongs to the zaak."""
    if besluiten.ask().concerns(url, zaak):
        return True
    named = (command.outside.body(url) or {}).get("zaak") if is_registered(url) else None
    return isinstance(named, str) and named.rstrip("/").endswith(f"/zaken/api/v1/zaken/{zaak.uuid}")


def is_registered(url: str) -> bool:
    """Whether a URL belongs to a registered Besluiten API."""
    dienst = None if url.startswith(BASE) else diensten.dienst_of(url)
    return dienst is not None and dienst.component == "brc"


def why_unknown(command: Any, url: str) -> str:
    """Why a besluit of another system says nothing, in a Dutch sentence; empty for one that does."""
    if url.startswith(BASE) or command.outside.body(url) is not None:
        return ""
    if not is_registered(url):
        return "De URL hoort niet bij een geregistreerde Besluiten API."
    return str(command.outside.why_not(url))
