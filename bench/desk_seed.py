"""Desk seed: what the seed of the API bench lacks for the desk: people in teams, and one big dossier."""

import uuid
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from zaakwerk.autorisaties.models import Groep, Medewerker, Toekenning
from zaakwerk.catalogi.models import InformatieObjectType, RolType
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, EnkelvoudigInformatieObjectVersie
from zaakwerk.zaken.models import Rol, Zaak, ZaakInformatieObject
from zaakwerk.zgw import clock

CHUNK = 5_000
LEVEL = 8
# Of a team's open zaken so many are nobody's.
FREE_SHARE = 4


def make_people(usernames: Sequence[str], teams: int, password: str) -> None:
    """Coordinators in the first teams."""
    groups = [Groep.objects.create(naam=f"Team {number:02}") for number in range(1, teams + 1)]
    for number, username in enumerate(usernames):
        made = Medewerker.objects.create_user(username, password=password, last_name=username)
        Toekenning.objects.create(medewerker=made, rol="coordinator", max_vertrouwelijkheid=LEVEL)
        groups[number].leden.add(made)


def give_to_teams(teams: int) -> None:
    """Every open zaak belongs to a team, and one in four has no behandelaar any more."""
    roltypen = dict(RolType.objects.filter(omschrijving_generiek="behandelaar").values_list("zaaktype", "pk"))
    for part in chunks(Zaak.objects.filter(einddatum=None).values_list("pk", "zaaktype").iterator()):
        Rol.objects.bulk_create(
            team_rol(pk, roltypen[zaaktype], f"Team {pk % teams + 1:02}") for pk, zaaktype in part
        )
        free = [pk for pk, _ in part if pk // teams % FREE_SHARE == 0]
        Rol.objects.filter(zaak__in=free, betrokkene_type="medewerker").delete()


def team_rol(zaak: int, roltype: int, team: str) -> Rol:
    """The rol by which a team handles a zaak."""
    return Rol(
        zaak_id=zaak,
        roltype_id=roltype,
        omschrijving="Behandelaar",
        omschrijving_generiek="behandelaar",
        betrokkene_type="organisatorische_eenheid",
        betrokkene_identificatie={"identificatie": team, "naam": team},
        identificatie=team,
        roltoelichting="Verdeling",
        registratiedatum=clock.now(),
    )


def make_dossier(username: str, documents: int, rollen: int) -> Zaak:
    """An open zaak of an employee, with many documents and betrokkenen."""
    handled = Rol.objects.filter(identificatie=username, zaak__einddatum=None).order_by("zaak")
    zaak = handled.select_related("zaak__zaaktype")[0].zaak
    kind = InformatieObjectType.objects.order_by("pk")[0]
    for number in range(documents):
        add_document(zaak, kind, number)
    roltype = RolType.objects.filter(zaaktype=zaak.zaaktype, omschrijving_generiek="initiator")[0]
    Rol.objects.bulk_create(person_rol(zaak, roltype, number) for number in range(rollen))
    return zaak


def add_document(zaak: Zaak, kind: InformatieObjectType, number: int) -> None:
    """One document without content, linked to the zaak."""
    shared: dict[str, Any] = {"informatieobjecttype": kind, "vertrouwelijkheidaanduiding": 3}
    paper = EnkelvoudigInformatieObject.objects.create(
        identificatie=f"BENCH-{uuid.uuid4().hex[:12]}",
        bronorganisatie=zaak.bronorganisatie,
        indicatie_gebruiksrecht=False,
        **shared,
    )
    version = EnkelvoudigInformatieObjectVersie.objects.create(
        document=paper,
        versie=1,
        titel=f"Bijlage {number}",
        auteur="Bewoner",
        taal="nld",
        begin_registratie=clock.now(),
        creatiedatum=clock.today(),
        tonen_aan_initiator=False,
        **shared,
    )
    EnkelvoudigInformatieObject.objects.filter(pk=paper.pk).update(laatste_versie=version)
    ZaakInformatieObject.objects.create(zaak=zaak, informatieobject=paper, registratiedatum=clock.now())


def person_rol(zaak: Zaak, roltype: RolType, number: int) -> Rol:
    """One betrokkene without a number."""
    return Rol(
        zaak=zaak,
        roltype=roltype,
        omschrijving="Belanghebbende",
        omschrijving_generiek="belanghebbende",
        betrokkene_type="natuurlijk_persoon",
        betrokkene_identificatie={"geslachtsnaam": f"Buur {number}"},
        roltoelichting="Woont ernaast",
        registratiedatum=clock.now(),
    )


def chunks(rows: Any) -> Iterator[list[Any]]:
    """So many rows at a time."""
    while part := list(islice(rows, CHUNK)):
        yield part
