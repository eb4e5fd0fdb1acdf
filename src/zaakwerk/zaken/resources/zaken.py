"""The zaak as a resource."""

from zaakwerk.catalogi import elders
from zaakwerk.catalogi.models import ZaakType
from zaakwerk.zaken import commands, inzage, queries, scopes
from zaakwerk.zaken.models import Rol, Zaak, ZaakEigenschap, ZaakInformatieObject, ZaakObject
from zaakwerk.zaken.resources.buiten import klasse, outside
from zaakwerk.zaken.resources.shared import CHANNEL
from zaakwerk.zgw.elsewhere import LinkAnywhere
from zaakwerk.zgw.filters import Filter, Inside, compare, exact, link, link_in
from zaakwerk.zgw.geo import Within
from zaakwerk.zgw.groups import Geometry, Group, ListOf
from zaakwerk.zgw.kinds import Boolean, Date, Duration, Label, Level, Rsin, Text, Timestamp, Uri
from zaakwerk.zgw.relations import Link, Links, Loose, NestedLinks, Outside, OutsideMany, Url, Uuid
from zaakwerk.zgw.resource import Resource

BETALING = {
    "nvt": "Er is geen sprake van te betalen, met de zaak gemoeide, kosten.",
    "nog_niet": "De met de zaak gemoeide kosten zijn (nog) niet betaald.",
    "gedeeltelijk": "De met de zaak gemoeide kosten zijn gedeeltelijk betaald.",
    "geheel": "De met de zaak gemoeide kosten zijn geheel betaald.",
}
NOMINATIES = ("blijvend_bewaren", "vernietigen")
ARCHIEFSTATUSSEN = (
    "nog_te_archiveren",
    "gearchiveerd",
    "gearchiveerd_procestermijn_onbekend",
    "overgedragen",
)
BETROKKENE_TYPEN = (
    "natuurlijk_persoon",
    "niet_natuurlijk_persoon",
    "vestiging",
    "organisatorische_eenheid",
    "medewerker",
)
GENERIEK = (
    "adviseur",
    "behandelaar",
    "belanghebbende",
    "beslisser",
    "initiator",
    "klantcontacter",
    "zaakcoordinator",
    "mede_initiator",
)

FIELDS = (
    Url(),
    Uuid(),
    Text("identificatie", 40, default="", immutable=True),
    Rsin("bronorganisatie"),
    Text("omschrijving", 80, default=""),
    Text("toelichting", 1000, default=""),
    LinkAnywhere("zaaktype", ZaakType, elders.zaaktype),
    Date("registratiedatum", default=None),
    Rsin("verantwoordelijke_organisatie"),
    Date("startdatum"),
    Date("einddatum", read_only=True, nullable=True),
    Date("einddatum_gepland", nullable=True),
    Date("uiterlijke_einddatum_afdoening", nullable=True),
    Date("publicatiedatum", nullable=True),
    Uri("communicatiekanaal", 1000, default=""),
    ListOf("producten_of_diensten", Uri("", 1000)),
    Level("vertrouwelijkheidaanduiding", default=0),
    Text("betalingsindicatie", choices=tuple(BETALING), default=""),
    Label("betalingsindicatie_weergave", "betalingsindicatie", BETALING),
    Timestamp("laatste_betaaldatum", nullable=True),
    Geometry("zaakgeometrie", nullable=True),
    Group("verlenging", (Text("reden", 200), Duration("duur"))),
    Group("opschorting", (Boolean("indicatie"), Text("reden", 200, blank=True))),
    Uri("selectielijstklasse", 1000, default=""),
    Link("hoofdzaak", Zaak, related=("zaaktype",), same_api=True, nullable=True),
    Links("deelzaken", Zaak, "hoofdzaak_id"),
    ListOf(
        "relevante_andere_zaken",
        Group("", (Uri("url", 1000), Text("aard_relatie", choices=("vervolg", "onderwerp", "bijdrage")))),
    ),
    NestedLinks("eigenschappen", ZaakEigenschap, "zaak_id"),
    Links("rollen", Rol, "zaak_id"),
    Link("status", Zaak._meta.get_field("status").related_model, read_only=True, nullable=True),
    Links("zaakinformatieobjecten", ZaakInformatieObject, "zaak_id"),
    Links("zaakobjecten", ZaakObject, "zaak_id"),
    ListOf("kenmerken", Group("", (Text("kenmerk", 40), Text("bron", 40)))),
    Text("archiefnominatie", choices=NOMINATIES, nullable=True),
    Text("archiefstatus", choices=ARCHIEFSTATUSSEN, default="nog_te_archiveren"),
    Date("archiefactiedatum", nullable=True),
    Link("resultaat", Zaak._meta.get_field("resultaat").related_model, read_only=True, nullable=True),
    Rsin("opdrachtgevende_organisatie", default=""),
    Text("processobjectaard", 200, nullable=True),
    Date("startdatum_bewaartermijn", nullable=True),
    Group(
        "processobject",
        (
            Text("datumkenmerk", 250),
            Text("identificatie", 250),
            Text("objecttype", 250),
            Text("registratie", 250),
        ),
    ),
)

ROL = Inside(Rol, "zaak")
IDENTIFICATIE = "rol__betrokkeneIdentificatie__"


def rol_filter(key: str, column: str) -> Filter:
    """A filter on an identifying value of a betrokkene; several hold for one and the same rol."""
    return exact(f"{IDENTIFICATIE}{key}", Text("", default=""), column, ROL)


FILTERS = (
    exact("identificatie", Text("identificatie", 40, default="")),
    *compare("bronorganisatie", Rsin("bronorganisatie"), ["in"]),
    link("zaaktype", "zaaktype"),
    *compare("archiefnominatie", Text("archiefnominatie", choices=NOMINATIES), ["in"]),
    *compare("archiefactiedatum", Date("archiefactiedatum"), ["isnull", "lt", "gt"]),
    *compare("archiefstatus", Text("archiefstatus", choices=ARCHIEFSTATUSSEN), ["in"]),
    *compare("startdatum", Date("startdatum"), ["gt", "gte", "lt", "lte"]),
    *compare("registratiedatum", Date("registratiedatum"), ["gt", "lt"]),
    *compare("einddatum", Date("einddatum"), ["isnull", "gt", "lt"]),
    *compare("einddatumGepland", Date("einddatum_gepland"), ["gt", "lt"]),
    *compare("uiterlijkeEinddatumAfdoening", Date("uiterlijke_einddatum_afdoening"), ["gt", "lt"]),
    Filter("maximaleVertrouwelijkheidaanduiding", Level("level"), "vertrouwelijkheidaanduiding", "lte"),
    exact("rol__betrokkeneType", Text("", choices=BETROKKENE_TYPEN), "betrokkene_type", ROL),
    exact("rol__betrokkene", Uri("", default=""), "betrokkene", ROL),
    exact("rol__omschrijvingGeneriek", Text("", choices=GENERIEK), "omschrijving_generiek", ROL),
    rol_filter("natuurlijkPersoon__inpBsn", "bsn"),
    rol_filter("natuurlijkPersoon__anpIdentificatie", "anp_identificatie"),
    rol_filter("natuurlijkPersoon__inpA_nummer", "a_nummer"),
    rol_filter("nietNatuurlijkPersoon__innNnpId", "nnp_id"),
    rol_filter("nietNatuurlijkPersoon__annIdentificatie", "ann_identificatie"),
    rol_filter("vestiging__vestigingsNummer", "vestigingsnummer"),
    rol_filter("medewerker__identificatie", "identificatie"),
    rol_filter("organisatorischeEenheid__identificatie", "identificatie"),
)

# What `_zoek` has beyond the list.
ZOEK_FILTERS = (
    *FILTERS,
    Filter("uuid__in", Uuid(), "uuid", "in"),
    link_in("zaaktype", "zaaktype"),
    Within("zaakgeometrie", None, "zaakgeometrie"),
)

ZAAK = Resource(
    name="zaak",
    path="zaken",
    model=Zaak,
    fields=FIELDS,
    reach=queries.REACH,
    read=scopes.LEZEN,
    filters=FILTERS,
    orderings={
        "startdatum": "startdatum",
        "einddatum": "einddatum",
        "publicatiedatum": "publicatiedatum",
        "archiefactiedatum": "archiefactiedatum",
        "registratiedatum": "registratiedatum",
        "identificatie": "identificatie",
    },
    create=commands.CreateZaak,
    update=commands.UpdateZaak,
    destroy=commands.DestroyZaak,
    channel=CHANNEL,
    audited=True,
    needs_crs=True,
    seen=inzage.note_zaken,
    expansions=(
        Outside("communicatiekanaal", outside),
        OutsideMany("producten_of_diensten", outside),
        Outside("selectielijstklasse", klasse),
        Loose("relevante_andere_zaken", Zaak, lambda found: str(found["url"]), outside),
    ),
)
