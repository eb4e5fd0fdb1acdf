"""The rol as a resource; the shape of its identification follows from the betrokkeneType."""

from zaakwerk.catalogi import elders
from zaakwerk.catalogi.models import RolType
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Rol, Status
from zaakwerk.zaken.resources.betrokkenen import BETROKKENEN
from zaakwerk.zaken.resources.buiten import outside
from zaakwerk.zaken.resources.shared import BELOW_ZAAK, zaak_link
from zaakwerk.zaken.resources.zaken import BETROKKENE_TYPEN, GENERIEK
from zaakwerk.zgw.elsewhere import LinkAnywhere
from zaakwerk.zgw.filters import Filter, exact, link
from zaakwerk.zgw.groups import Group, Variant
from zaakwerk.zgw.kinds import Email, Text, Timestamp, Uri
from zaakwerk.zgw.relations import Links, Outside, Url, Uuid
from zaakwerk.zgw.resource import Resource


def by(key: str, column: str) -> Filter:
    """A filter on an identifying value."""
    return exact(f"betrokkeneIdentificatie__{key}", Text("", default=""), column)


ROLLEN = Resource(
    name="rol",
    path="rollen",
    model=Rol,
    fields=(
        Url(),
        Uuid(),
        zaak_link(),
        Uri("betrokkene", 1000, default=""),
        Text("betrokkene_type", choices=BETROKKENE_TYPEN),
        Text("afwijkende_naam_betrokkene", 625, default=""),
        LinkAnywhere("roltype", RolType, elders.part_of(RolType)),
        Text("omschrijving", read_only=True),
        Text("omschrijving_generiek", read_only=True),
        Text("roltoelichting", 1000),
        Timestamp("registratiedatum", read_only=True),
        Text("indicatie_machtiging", choices=("gemachtigde", "machtiginggever"), default=""),
        Group(
            "contactpersoon_rol",
            (
                Email("emailadres", default=""),
                Text("functie", 50, default=""),
                Text("telefoonnummer", 20, default=""),
                Text("naam", 40),
            ),
        ),
        Links("statussen", Status, "gezetdoor_id"),
        Variant("betrokkene_identificatie", "betrokkene_type", BETROKKENEN),
    ),
    filters=(
        link("zaak", "zaak"),
        exact("betrokkene", Uri("betrokkene", default="")),
        exact("betrokkeneType", Text("betrokkene_type", choices=BETROKKENE_TYPEN)),
        link("roltype", "roltype"),
        exact("omschrijving", Text("omschrijving", default="")),
        exact("omschrijvingGeneriek", Text("omschrijving_generiek", choices=GENERIEK)),
        by("natuurlijkPersoon__inpBsn", "bsn"),
        by("natuurlijkPersoon__anpIdentificatie", "anp_identificatie"),
        by("natuurlijkPersoon__inpA_nummer", "a_nummer"),
        by("nietNatuurlijkPersoon__innNnpId", "nnp_id"),
        by("nietNatuurlijkPersoon__annIdentificatie", "ann_identificatie"),
        by("vestiging__vestigingsNummer", "vestigingsnummer"),
        by("organisatorischeEenheid__identificatie", "identificatie"),
        by("medewerker__identificatie", "identificatie"),
    ),
    create=commands.CreateRol,
    destroy=commands.DestroyRol,
    expansions=(Outside("betrokkene", outside),),
    **BELOW_ZAAK,
)
