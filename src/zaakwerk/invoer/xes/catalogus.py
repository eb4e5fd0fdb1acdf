"""The zaaktype that the zaken of a log get: made with the catalogue's commands, found again on a next run."""

from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction

from zaakwerk.catalogi import commands
from zaakwerk.catalogi.models import Catalogus, Eigenschap, ResultaatType, RolType, StatusType, ZaakType
from zaakwerk.invoer.xes.faults import Place, XesFault
from zaakwerk.invoer.xes.plan import AFGEHANDELD, EIGENSCHAPPEN, LogPlan
from zaakwerk.invoer.xes.waves import run_wave
from zaakwerk.selectielijst.records import PUBLIC_URL
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.commands import Command, M

BEHANDELAAR: Final = "Behandelaar"
# Selectielijst 2020, 19.1 (gegevens verwerkt, P5Y): a log does not say what was asked or decided.
PROCESTYPE: Final = f"{PUBLIC_URL}procestypen/66b82ebc-25c0-4a15-9323-11def942a374"
SELECTIELIJSTKLASSE: Final = f"{PUBLIC_URL}resultaten/5d135e5c-403c-4934-81e1-5ca93f04b999"
OMSCHRIJVING_GENERIEK: Final = f"{PUBLIC_URL}resultaattypeomschrijvingen/7cb315fb-4f7b-4a43-aca1-e4522e4c73b3"
BRONDATUM: Final = {
    "afleidingswijze": "afgehandeld",
    "datumkenmerk": "",
    "einddatumBekend": False,
    "objecttype": "",
    "registratie": "",
    "procestermijn": None,
}
SPECIFICATIE: Final = {
    "groep": "",
    "formaat": "tekst",
    "lengte": "255",
    "kardinaliteit": "1",
    "waardenverzameling": [],
}


@dataclass(frozen=True, slots=True)
class Types:
    """A published zaaktype with the parts that an import points at, by name."""

    zaaktype: ZaakType
    statustypen: dict[str, StatusType]
    eigenschappen: dict[str, Eigenschap]
    resultaattype: ResultaatType
    roltype: RolType


@dataclass(frozen=True, slots=True)
class TypeMaker:
    """Makes types for somebody, who tells others or not."""

    actor: Actor
    notify: bool

    def ensure(self, plan: LogPlan, naam: str, rsin: str, domein: str) -> Types:
        """The types for a log with this name; made when they are not there, whole or not at all.

        Raises `XesFault` when the zaaktype exists and has other statustypen than the log needs.
        """
        with transaction.atomic():
            catalogus = Catalogus.objects.filter(domein=domein, rsin=rsin).first()
            catalogus = catalogus or self.create_catalogus(rsin, domein)
            found = ZaakType.objects.filter(catalogus=catalogus, identificatie=naam, concept=False).order_by(
                "id"
            )
            return _types_of(found.last() or self.create_zaaktype(catalogus, plan, naam), plan)

    def run(self, *made_by: Command[M]) -> list[M]:
        """What commands make, one after the other."""
        return run_wave(made_by, self.actor, self.notify)

    def create_catalogus(self, rsin: str, domein: str) -> Catalogus:
        """The catalogus for logs of this organisation."""
        (catalogus,) = self.run(
            commands.CreateCatalogus(
                actor=self.actor,
                domein=domein,
                rsin=rsin,
                naam=f"Ingelezen logboeken {domein}",
                contactpersoon_beheer_naam="Beheer",
            )
        )
        return catalogus

    def create_zaaktype(self, catalogus: Catalogus, plan: LogPlan, naam: str) -> ZaakType:
        """A published zaaktype with its parts."""
        (zaaktype,) = self.run(
            commands.CreateZaakType(
                actor=self.actor,
                catalogus=catalogus,
                identificatie=naam,
                omschrijving=f"Ingelezen logboek {naam}",
                vertrouwelijkheidaanduiding=vertrouwelijkheid.NUMBER["zaakvertrouwelijk"],
                doel="Het verloop van zaken uit een ander systeem bewaren en bekijken.",
                aanleiding="Een logboek van een ander systeem is ingelezen.",
                indicatie_intern_of_extern="extern",
                handeling_initiator="Aanvragen",
                onderwerp=f"Logboek {naam}",
                handeling_behandelaar="Behandelen",
                doorlooptijd="P8W",
                opschorting_en_aanhouding_mogelijk=False,
                verlenging_mogelijk=False,
                publicatie_indicatie=False,
                producten_of_diensten=[],
                referentieproces={"naam": naam, "link": ""},
                verantwoordelijke=catalogus.rsin,
                selectielijst_procestype=PROCESTYPE,
                begin_geldigheid=plan.begin,
            )
        )
        self.create_parts(zaaktype, plan)
        return self.run(commands.Publish(actor=self.actor, instance=zaaktype))[0]

    def create_parts(self, zaaktype: ZaakType, plan: LogPlan) -> None:
        """Statustypen, eigenschappen, the one roltype and the one resultaattype."""
        shared: dict[str, Any] = {"actor": self.actor, "zaaktype": zaaktype}
        for volgnummer, omschrijving in enumerate(plan.statustypen, 1):
            self.run(commands.CreateStatusType(**shared, omschrijving=omschrijving, volgnummer=volgnummer))
        for naam in EIGENSCHAPPEN:
            definitie, specificatie = f"Overgenomen uit het logboek: {naam}", dict(SPECIFICATIE)
            self.run(
                commands.CreateEigenschap(**shared, naam=naam, definitie=definitie, specificatie=specificatie)
            )
        self.run(
            commands.CreateRolType(**shared, omschrijving=BEHANDELAAR, omschrijving_generiek="behandelaar")
        )
        self.run(
            commands.CreateResultaatType(
                **shared,
                omschrijving=AFGEHANDELD,
                resultaattypeomschrijving=OMSCHRIJVING_GENERIEK,
                selectielijstklasse=SELECTIELIJSTKLASSE,
                brondatum_archiefprocedure=dict(BRONDATUM),
            )
        )


def _types_of(zaaktype: ZaakType, plan: LogPlan) -> Types:
    statustypen = list(StatusType.objects.filter(zaaktype=zaaktype).order_by("volgnummer"))
    by_name = {found.omschrijving: found for found in statustypen}
    eigenschappen = {found.naam: found for found in Eigenschap.objects.filter(zaaktype=zaaktype)}
    resultaattype = ResultaatType.objects.filter(zaaktype=zaaktype, omschrijving=AFGEHANDELD).first()
    roltype = RolType.objects.filter(zaaktype=zaaktype, omschrijving=BEHANDELAAR).first()
    fits = by_name.keys() >= set(plan.statustypen) and statustypen[-1].omschrijving == AFGEHANDELD
    if not fits or not eigenschappen.keys() >= set(EIGENSCHAPPEN) or resultaattype is None or roltype is None:
        words = "bestaat al en past niet bij dit logboek; kies een ander domein."
        raise XesFault(f"zaaktype {zaaktype.identificatie} {words}", Place())
    return Types(zaaktype, by_name, eigenschappen, resultaattype, roltype)
