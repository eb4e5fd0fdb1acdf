"""A small world for tests of besluiten: that of zaken, with a published besluittype of its zaaktype."""

from dataclasses import dataclass
from typing import Any

from zaakwerk.catalogi import models as catalogi
from zaakwerk.catalogi.tests.builders import make_besluittype
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.documenten.tests.builders import make_document
from zaakwerk.zaken.tests.world import RSIN, World, url
from zaakwerk.zgw.tests.api import BASE, ApiClient, api_client

BESLUITEN = f"{BASE}/besluiten/api/v1"
ALL = (
    "besluiten.lezen",
    "besluiten.aanmaken",
    "besluiten.bijwerken",
    "besluiten.verwijderen",
    "audittrails.lezen",
)


@dataclass
class BesluitWorld(World):
    """One besluittype that the zaaktype names, which is laid down in one kind of document."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.besluittype = self.make_besluittype("Vergunning", reactietermijn="P6W")

    def make_besluittype(self, omschrijving: str, **values: Any) -> catalogi.BesluitType:
        """A published besluittype that belongs to the zaaktype."""
        self.zaaktype.besluittypen = [*self.zaaktype.besluittypen, omschrijving]
        self.zaaktype.save()
        return self.loose_besluittype(omschrijving, **values)

    def loose_besluittype(self, omschrijving: str, **values: Any) -> catalogi.BesluitType:
        """A published besluittype of the catalogus that the zaaktype does not name."""
        values = {"catalogus": self.zaaktype.catalogus, "informatieobjecttypen": ["Aanvraag"], **values}
        return make_besluittype(omschrijving=omschrijving, **values)

    def new(self, zaak: dict[str, Any] | None = None, /, **overrides: Any) -> dict[str, Any]:
        """The smallest body that registers a besluit, in a zaak when one is given."""
        smallest = {
            "verantwoordelijkeOrganisatie": RSIN,
            "besluittype": url(self.besluittype),
            "datum": "2026-01-10",
            "ingangsdatum": "2026-01-12",
        }
        return {**smallest, **({"zaak": zaak["url"]} if zaak else {}), **overrides}

    def post(self, zaak: dict[str, Any] | None = None, /, **overrides: Any) -> Any:
        """The answer to registering a besluit."""
        return self.api.post(f"{BESLUITEN}/besluiten", self.new(zaak, **overrides))

    def besluit(self, zaak: dict[str, Any] | None = None, /, **overrides: Any) -> dict[str, Any]:
        """A registered besluit as the API answers it."""
        response = self.post(zaak, **overrides)
        assert response.status_code == 201, response.content
        made: dict[str, Any] = response.json()
        return made

    def written(self, soort: str = "Aanvraag", **values: Any) -> EnkelvoudigInformatieObject:
        """A document with a version, of a kind of this catalogus."""
        kind = self.document(soort=soort).informatieobjecttype
        return make_document(informatieobjecttype=kind, indicatie_gebruiksrecht=False, **values)

    def lay_down(self, besluit: dict[str, Any], document: EnkelvoudigInformatieObject | None = None) -> Any:
        """The answer to linking a document to a besluit."""
        body = {"besluit": besluit["url"], "informatieobject": url(document or self.written())}
        return self.api.post(f"{BESLUITEN}/besluitinformatieobjecten", body)

    def decider(
        self, *scopes: str, besluittype: Any = None, also: Any = (), client_id: str = "beslisser"
    ) -> ApiClient:
        """A client with rights on besluiten of one type, and with the other autorisaties given."""
        kind = url(besluittype or self.besluittype)
        own = {"component": "brc", "scopes": list(scopes or ALL), "besluittype": kind}
        return api_client(client_id, [own, *also])

    def on_zaken(self, *scopes: str) -> dict[str, Any]:
        """An autorisatie on zaken of the zaaktype."""
        return {
            "component": "zrc",
            "scopes": list(scopes),
            "zaaktype": url(self.zaaktype),
            "maxVertrouwelijkheidaanduiding": "zeer_geheim",
        }
