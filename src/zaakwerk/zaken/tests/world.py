"""A small world for tests of zaken: one published zaaktype, a client, and short ways to act."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from zaakwerk.catalogi import models as catalogi
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zgw.tests.api import BASE, ApiClient, api_client

ZAKEN = f"{BASE}/zaken/api/v1"
CATALOGI = f"{BASE}/catalogi/api/v1"
RSIN = "517439943"
BSN = "999993653"


def zaaktype_row(**overrides: Any) -> catalogi.ZaakType:
    """A published zaaktype as a row, in its own catalogus unless given."""
    number = catalogi.ZaakType.objects.count() + 1
    if "catalogus" not in overrides:
        overrides["catalogus"] = catalogi.Catalogus.objects.create(
            domein=f"T{number:03}", rsin=RSIN, contactpersoon_beheer_naam="Beheer"
        )
    values: dict[str, Any] = {
        "identificatie": f"ZT-{number}",
        "omschrijving": "Boom kappen",
        "vertrouwelijkheidaanduiding": 2,
        "doel": "Beslissen",
        "aanleiding": "Aanvraag",
        "indicatie_intern_of_extern": "extern",
        "handeling_initiator": "aanvragen",
        "onderwerp": "Boom",
        "handeling_behandelaar": "behandelen",
        "doorlooptijd": "P8W",
        "servicenorm": "P6W",
        "opschorting_en_aanhouding_mogelijk": True,
        "verlenging_mogelijk": False,
        "publicatie_indicatie": False,
        "verantwoordelijke": "Team Groen",
        "begin_geldigheid": date(2020, 1, 1),
        "versiedatum": date(2020, 1, 1),
        "referentieproces": {"naam": "Kappen", "link": ""},
        "broncatalogus": {"url": "https://bron.example.org/1", "domein": "BRON", "rsin": RSIN},
        "bronzaaktype": {"url": "https://bron.example.org/2", "identificatie": "B", "omschrijving": "Bron"},
        "concept": False,
    }
    return catalogi.ZaakType.objects.create(**{**values, **overrides})


@dataclass
class World:
    """One zaaktype with a frame of three steps, and a client."""

    api: ApiClient = field(default_factory=api_client)
    zaaktype: catalogi.ZaakType = field(default_factory=zaaktype_row)

    def __post_init__(self) -> None:
        names = ("Ontvangen", "In behandeling", "Afgehandeld")
        make = catalogi.StatusType.objects.create
        self.steps = [
            make(zaaktype=self.zaaktype, omschrijving=name, volgnummer=n) for n, name in enumerate(names, 1)
        ]
        self.roltype = self.make_roltype("Aanvrager", "initiator")
        self.behandelaar = self.make_roltype("Behandelaar", "behandelaar")
        self.resultaattype = self.make_resultaattype()
        self.eigenschap = self.make_eigenschap("bouwkosten", "getal", "5")

    def make_roltype(self, omschrijving: str, generiek: str) -> catalogi.RolType:
        return catalogi.RolType.objects.create(
            zaaktype=self.zaaktype, omschrijving=omschrijving, omschrijving_generiek=generiek
        )

    def make_eigenschap(self, naam: str, formaat: str, lengte: str) -> catalogi.Eigenschap:
        specificatie = {"formaat": formaat, "lengte": lengte, "kardinaliteit": "1", "waardenverzameling": []}
        return catalogi.Eigenschap.objects.create(
            zaaktype=self.zaaktype, naam=naam, definitie=naam, specificatie=specificatie
        )

    def make_resultaattype(self, wijze: str = "afgehandeld", **overrides: Any) -> catalogi.ResultaatType:
        values: dict[str, Any] = {
            "omschrijving": "Verleend",
            "resultaattypeomschrijving": "https://selectielijst.example.org/omschrijving",
            "selectielijstklasse": "https://selectielijst.example.org/klasse",
            "archiefnominatie": "vernietigen",
            "archiefactietermijn": "P5Y",
            "brondatum_archiefprocedure": {"afleidingswijze": wijze, **overrides.pop("procedure", {})},
        }
        return catalogi.ResultaatType.objects.create(zaaktype=self.zaaktype, **{**values, **overrides})

    def body(self, **overrides: Any) -> dict[str, Any]:
        """The smallest body that registers a zaak."""
        smallest = {
            "zaaktype": url(self.zaaktype),
            "bronorganisatie": RSIN,
            "verantwoordelijkeOrganisatie": RSIN,
            "startdatum": "2026-01-05",
        }
        return {**smallest, **overrides}

    def zaak(self, **overrides: Any) -> dict[str, Any]:
        """A registered zaak as the API answers it."""
        response = self.api.post(f"{ZAKEN}/zaken", self.body(**overrides))
        assert response.status_code == 201, response.content
        made: dict[str, Any] = response.json()
        return made

    def set_status(
        self, zaak: dict[str, Any], step: int, moment: str = "2026-01-06T10:00:00Z", **extra: Any
    ) -> Any:
        """The answer to adding the status of a step (0, 1 or 2)."""
        body = {"zaak": zaak["url"], "statustype": url(self.steps[step]), "datumStatusGezet": moment, **extra}
        return self.api.post(f"{ZAKEN}/statussen", body)

    def set_resultaat(self, zaak: dict[str, Any], resultaattype: Any = None) -> Any:
        """The answer to registering the outcome."""
        body = {"zaak": zaak["url"], "resultaattype": url(resultaattype or self.resultaattype)}
        return self.api.post(f"{ZAKEN}/resultaten", body)

    def close(
        self, zaak: dict[str, Any], moment: str = "2026-02-02T10:00:00Z", resultaattype: Any = None
    ) -> Any:
        """Registers a resultaat and sets the eindstatus; answers the zaak as it is afterwards."""
        assert self.set_resultaat(zaak, resultaattype).status_code == 201
        response = self.set_status(zaak, 2, moment)
        assert response.status_code == 201, response.content
        return self.api.get(zaak["url"]).json()

    def add_rol(self, zaak: dict[str, Any], roltype: Any = None, **overrides: Any) -> Any:
        """The answer to adding a natuurlijk persoon in a role."""
        body = {
            "zaak": zaak["url"],
            "roltype": url(roltype or self.roltype),
            "betrokkeneType": "natuurlijk_persoon",
            "betrokkeneIdentificatie": {"inpBsn": BSN},
            "roltoelichting": "indiener",
        }
        return self.api.post(f"{ZAKEN}/rollen", {**body, **overrides})

    def document(self, **overrides: Any) -> EnkelvoudigInformatieObject:
        """A document row of a soort that belongs to the zaaktype."""
        soort, _ = catalogi.InformatieObjectType.objects.get_or_create(
            catalogus=self.zaaktype.catalogus,
            omschrijving=overrides.pop("soort", "Aanvraag"),
            defaults={
                "vertrouwelijkheidaanduiding": 2,
                "begin_geldigheid": date(2020, 1, 1),
                "informatieobjectcategorie": "aanvraag",
                "concept": False,
            },
        )
        if soort.omschrijving == "Aanvraag":
            catalogi.ZaakTypeInformatieObjectType.objects.get_or_create(
                zaaktype=self.zaaktype,
                informatieobjecttype="Aanvraag",
                richting="inkomend",
                defaults={"volgnummer": 1},
            )
        number = EnkelvoudigInformatieObject.objects.count() + 1
        values = {"identificatie": f"DOC-{number}", "bronorganisatie": RSIN, "indicatie_gebruiksrecht": False}
        return EnkelvoudigInformatieObject.objects.create(
            informatieobjecttype=soort, vertrouwelijkheidaanduiding=2, **{**values, **overrides}
        )

    def link(self, zaak: dict[str, Any], document: EnkelvoudigInformatieObject) -> Any:
        """The answer to linking a document."""
        body = {"zaak": zaak["url"], "informatieobject": url(document)}
        return self.api.post(f"{ZAKEN}/zaakinformatieobjecten", body)

    def limited(self, scopes: list[str], client_id: str = "beperkt", **overrides: Any) -> ApiClient:
        """A client with these scopes on this zaaktype up to zeer geheim."""
        autorisatie = {
            "component": "zrc",
            "scopes": scopes,
            "zaaktype": url(self.zaaktype),
            "maxVertrouwelijkheidaanduiding": "zeer_geheim",
        }
        return api_client(client_id, [{**autorisatie, **overrides}])


def url(instance: Any) -> str:
    """The absolute URL of a row."""
    from zaakwerk.zgw.registry import for_model

    address: str = for_model(type(instance)).url_for(instance)
    return BASE + address[1:]
