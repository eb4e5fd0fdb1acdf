"""Rules on the zaak itself (2.3, 3.5)."""

from typing import Any

from zaakwerk.catalogi import queries as catalogi
from zaakwerk.catalogi.referenties import RESULTAAT
from zaakwerk.catalogi.rules import selectielijst as selectielijst_rules
from zaakwerk.zaken import besluiten, queries
from zaakwerk.zgw import clock
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule

# What an object must have to be what it is taken for.
KANAAL = {"url", "naam", "omschrijving"}
ZAAK = {"url", "identificatie", "zaaktype"}


def value(command: Any, name: str) -> Any:
    """What a field will be after the command: the change, else what the zaak has."""
    if hasattr(command, "changes"):
        return command.changes[name] if name in command.changes else getattr(command.instance, name)
    return getattr(command, name)


def sent(command: Any, name: str) -> Any:
    """What a client gives anew for a field; nothing for what it leaves as it was."""
    given = value(command, name)
    instance = getattr(command, "instance", None)
    return None if instance is not None and given == getattr(instance, name) else given


@rule("zrc-001")
def zrc_001_zaaktype_is_published(command: Any) -> Violations:
    """Het zaaktype van een zaak is gepubliceerd."""
    zaaktype = sent(command, "zaaktype")
    if zaaktype is not None and zaaktype.concept:
        yield Violation("not-published", "Het zaaktype is nog niet gepubliceerd.", "zaaktype")


@rule("zrc-002")
def zrc_002_identificatie_is_unique(command: Any) -> Violations:
    """De identificatie is uniek binnen de bronorganisatie."""
    if command.identificatie and queries.is_taken(command.bronorganisatie, command.identificatie):
        words = "Deze identificatie bestaat al binnen de bronorganisatie."
        yield Violation("identificatie-niet-uniek", words, "identificatie")


@rule("zrc-002")
def zrc_002_reserved_number_is_used_once(command: Any) -> Violations:
    """Een gereserveerd nummer is voor de organisatie die het vroeg, en voor een zaak."""
    own = command.reservation
    if own is None and command.is_reserved_elsewhere:
        words = "Dit nummer is gereserveerd voor een andere organisatie."
        yield Violation("identificatie-niet-uniek", words, "identificatie")
    elif (
        own is not None
        and own.gebruikt_op
        and not queries.is_taken(command.bronorganisatie, command.identificatie)
    ):
        words = "Dit gereserveerde nummer is al gebruikt."
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


@rule("zrc-010")
def zrc_010_communicatiekanaal_exists(command: Any) -> Violations:
    """Het communicatiekanaal staat in de referentielijst; alleen een toegestane host wordt bevraagd."""
    url, outside = sent(command, "communicatiekanaal"), command.outside
    if not url:
        return
    if outside.is_dead(url):
        yield Violation("bad-url", "De URL verwijst naar niets.", "communicatiekanaal")
    elif outside.is_asked(url) and KANAAL - outside.body(url).keys():
        yield Violation("invalid-resource", "De URL geeft geen communicatiekanaal.", "communicatiekanaal")


@rule("zrc-011")
def zrc_011_related_zaken_exist(command: Any) -> Violations:
    """Elke relevante andere zaak bestaat, in dit register of op een toegestane host."""
    related = sent(command, "relevante_andere_zaken") or []
    urls = [str(found["url"]) for found in related]
    known = command.related_here if urls else {}
    for place, url in enumerate(urls):
        if url not in known and command.outside.body(url) is None:
            name = f"relevanteAndereZaken.{place}.url"
            yield Violation("bad-url", "De URL verwijst niet naar een zaak.", name)
        elif url not in known and ZAAK - command.outside.body(url).keys():
            name = f"relevanteAndereZaken.{place}.url"
            yield Violation("invalid-resource", "De URL geeft geen zaak.", name)


@rule("zrc-013")
def zrc_013_deelzaaktype_of_hoofdzaak(command: Any) -> Violations:
    """Noemt het zaaktype van de hoofdzaak deelzaaktypen, dan is het zaaktype van de deelzaak er een van."""
    zaaktype, hoofdzaak = value(command, "zaaktype"), value(command, "hoofdzaak")
    pairs = [(hoofdzaak.zaaktype, zaaktype)] if hoofdzaak is not None else []
    if hasattr(command, "instance") and sent(command, "zaaktype") is not None:
        pairs += [(zaaktype, deelzaak.zaaktype) for deelzaak in queries.deelzaken_of(command.instance)]
    if any(above.deelzaaktypen and below.identificatie not in above.deelzaaktypen for above, below in pairs):
        words = "Het zaaktype van de deelzaak hoort niet bij de deelzaaktypen van de hoofdzaak."
        yield Violation("invalid-deelzaaktype", words)


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


@rule("zrc-023")
def zrc_023_no_besluiten(command: Any) -> Violations:
    """Een zaak waar besluiten naar verwijzen wordt niet verwijderd (C-39)."""
    if queries.has_besluiten([command.instance, *queries.deelzaken_of(command.instance)]):
        yield Violation("related-besluiten", "Er zijn besluiten die bij deze zaak horen.")


@rule("c-15")
def c_15_zaaktype_changes_while_it_fits(command: Any) -> Violations:
    """Het zaaktype verandert alleen in een open zaak, en als alles bij de zaak in het nieuwe past."""
    zaaktype, zaak = sent(command, "zaaktype"), command.instance
    if zaaktype is None:
        return
    reasons = ["de zaak is gesloten"] if zaak.is_closed else why_not_of(zaak, zaaktype)
    if reasons:
        words = f"Het zaaktype kan niet veranderen: {', '.join(reasons)}."
        yield Violation("wijzigen-niet-toegelaten", words, "zaaktype")


def why_not_of(zaak: Any, zaaktype: Any) -> list[str]:
    """What of a zaak has no place in another zaaktype."""
    reasons = []
    for row, name, kind in queries.counterparts(zaak, zaaktype):
        if kind is None:
            reasons.append(f"{name} {getattr(row, name)} ontbreekt")
        elif row.pk == zaak.status_id and name == "statustype" and catalogi.is_eindstatus(kind):
            reasons.append(f"statustype {kind} sluit daar de zaak")
    kinds = besluiten.ask().types_outside(zaak, zaaktype)
    reasons += [f"besluiten van de soort {kind} ontbreken" for kind in kinds]
    return reasons + [
        f"documenten van de soort {kind} ontbreken" for kind in queries.documents_outside(zaak, zaaktype)
    ]


@rule("gangbaar")
def gangbaar_selectielijstklasse_exists(command: Any) -> Violations:
    """De selectielijstklasse is een resultaat uit de selectielijst."""
    url = sent(command, "selectielijstklasse")
    if url:
        yield from selectielijst_rules.unknown(url, RESULTAAT, "selectielijstklasse")


@rule("gangbaar")
def gangbaar_registratiedatum_is_past(command: Any) -> Violations:
    """De registratiedatum ligt niet in de toekomst."""
    if command.registratiedatum and command.registratiedatum > clock.today():
        yield Violation("date-in-future", "De registratiedatum ligt in de toekomst.", "registratiedatum")


ON_CREATE = (
    zrc_001_zaaktype_is_published,
    zrc_002_identificatie_is_unique,
    zrc_002_reserved_number_is_used_once,
    zrc_002_identificatie_form,
    zrc_010_communicatiekanaal_exists,
    zrc_011_related_zaken_exist,
    zrc_013_hoofdzaak_is_no_deelzaak,
    zrc_013_deelzaaktype_of_hoofdzaak,
    zrc_014_no_payment_date_without_payment,
    zrc_014_payment_date_is_past,
    zrc_015_products_of_zaaktype,
    zrc_022_archived_needs_parameters,
    gangbaar_selectielijstklasse_exists,
    gangbaar_registratiedatum_is_past,
)
ON_UPDATE = (
    zrc_001_zaaktype_is_published,
    c_15_zaaktype_changes_while_it_fits,
    zrc_010_communicatiekanaal_exists,
    zrc_011_related_zaken_exist,
    zrc_013_hoofdzaak_is_no_deelzaak,
    zrc_013_deelzaaktype_of_hoofdzaak,
    zrc_014_no_payment_date_without_payment,
    zrc_014_payment_date_is_past,
    zrc_015_products_of_zaaktype,
    zrc_022_archived_needs_parameters,
    gangbaar_selectielijstklasse_exists,
)
