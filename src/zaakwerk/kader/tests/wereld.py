"""A zaaktype that asks something of every kind, on the small world of the zaken room."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.catalogi.models import StatusType, ZaakObjectType, ZaakTypeInformatieObjectType
from zaakwerk.kader.models import Poort
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.tests.world import World, url
from zaakwerk.zgw.actors import Actor, Grant

MOMENT = datetime(2026, 1, 6, 10, tzinfo=UTC)
WERKEN = frozenset({"zaken.lezen", "zaken.bijwerken", "zaken.statussen.toevoegen"})
ITEMS = [
    {"itemnaam": "Compleet", "vraagstelling": "Is alles er?", "verplicht": True, "toelichting": ""},
    {"itemnaam": "Foto", "vraagstelling": "Is er een foto?", "verplicht": False, "toelichting": ""},
]


def medewerker(naam: str = "fatima") -> Actor:
    """An employee who may work on every zaak."""
    Medewerker.objects.get_or_create(username=naam)
    return Actor("werkplek", "Werkplek", naam, naam.title(), grants=(Grant("zrc", WERKEN),))


@dataclass
class KaderWereld(World):
    """Three steps; In behandeling asks for all that a step can ask for."""

    def __post_init__(self) -> None:
        super().__post_init__()
        midden: StatusType = self.steps[1]
        midden.checklistitem_statustype = ITEMS
        midden.save()
        self.eigenschap.statustype = midden
        self.eigenschap.save()
        ZaakTypeInformatieObjectType.objects.create(
            zaaktype=self.zaaktype,
            informatieobjecttype="Advies",
            volgnummer=9,
            richting="inkomend",
            statustype=midden,
        )
        self.objecttype = ZaakObjectType.objects.create(
            zaaktype=self.zaaktype,
            ander_objecttype=False,
            objecttype="https://objecten.example.org/boom",
            relatie_omschrijving="De boom",
        )
        for soort, naam in (("zaakobject", "De boom"), ("taak", "Bezoek"), ("deelzaak", "")):
            Poort.objects.create(zaaktype=self.zaaktype, stap=midden.omschrijving, soort=soort, naam=naam)

    def begin(self, **overrides: Any) -> Zaak:
        """A zaak at its first step."""
        made = self.zaak(**overrides)
        assert self.set_status(made, 0).status_code == 201
        return Zaak.objects.select_related("zaaktype").get(uuid=made["uuid"])

    def wire(self, zaak: Zaak) -> dict[str, Any]:
        """A zaak as the short ways of the world want it."""
        return {"url": url(zaak), "uuid": str(zaak.uuid)}

    def make_rol_of(self, zaak: Zaak, actor: Actor, roltype: Any) -> Rol:
        """The actor as betrokkene."""
        return Rol.objects.create(
            zaak=zaak,
            roltype=roltype,
            betrokkene_type="medewerker",
            identificatie=actor.gebruiker_id,
            omschrijving=roltype.omschrijving,
            omschrijving_generiek=roltype.omschrijving_generiek,
            roltoelichting="",
            registratiedatum=MOMENT,
        )
