"""Personen: from what somebody types to a betrokkene, through the one interface to the base registers.

Numbers travel in the body of a POST only. What a page sends back of a choice is sealed, so that no number
stands in the HTML either.
"""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.db.models import Q, QuerySet

from zaakwerk.basisregistraties import opzoeken
from zaakwerk.basisregistraties.port import Partij, read
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.resources.betrokkenen import BETROKKENEN
from zaakwerk.zgw.actors import Actor, Person
from zaakwerk.zgw.groups import read_group
from zaakwerk.zgw.links import Origin
from zaakwerk.zgw.secrets import cipher, encrypt

MOST_ZAKEN = 10
Identificatie = dict[str, Any]


class Gekozen(NamedTuple):
    """Who was chosen: a party of a source, or somebody the source does not know, by number and name."""

    soort: str
    nummer: str
    naam: str = ""

    @property
    def zegel(self) -> str:
        """The choice as a page carries it."""
        return encrypt(json.dumps(self))

    @classmethod
    def opened(cls, zegel: str) -> "Gekozen | None":
        """The choice again; None for what no page of ours carried."""
        try:
            return cls(*json.loads(cipher(settings.SECRET_KEY).decrypt(zegel.encode())))
        except InvalidToken:
            return None

    @property
    def person(self) -> Person | None:
        """Whose zaken to look for; None without a number."""
        kind = "bsn" if self.soort == "persoon" else "kvk"
        return Person(kind, self.nummer) if self.nummer else None


def as_choices(found: Sequence[Partij]) -> list[dict[str, Any]]:
    """What a source found, as a page lists it."""
    return [
        {
            "zegel": Gekozen(partij.soort, partij.nummer, partij.naam).zegel,
            "naam": partij.naam,
            "soort": "persoon" if partij.soort == "persoon" else "organisatie",
            "kenmerk": partij.kenmerk,
            "adres": partij.adres,
            "indicaties": partij.indicaties,
        }
        for partij in found
    ]


def identify(actor: Actor, doelbinding: str, chosen: Gekozen) -> tuple[str, Identificatie]:
    """The betrokkeneType and what identifies them: as the source says, else as it was typed."""
    soort: Any = chosen.soort
    partij = opzoeken.haal_op(actor, doelbinding, soort, chosen.nummer) if chosen.nummer else None
    if partij is not None:
        return partij.betrokkene_type, complete(partij.betrokkene_type, partij.identificatie)
    if chosen.soort == "bedrijf":
        company = {"innNnpId": chosen.nummer, "statutaireNaam": chosen.naam}
        return "niet_natuurlijk_persoon", complete("niet_natuurlijk_persoon", company)
    person = {"inpBsn": chosen.nummer, "geslachtsnaam": chosen.naam}
    return "natuurlijk_persoon", complete("natuurlijk_persoon", person)


def complete(kind: str, identificatie: Identificatie) -> Identificatie:
    """An identification with every key the standard has, as the API would store it."""
    read: Identificatie = read_group(BETROKKENEN[kind], identificatie, Origin(""))
    return read


def open_zaken_of(actor: Actor, chosen: Gekozen) -> QuerySet[Zaak]:
    """The open zaken of a person or company the actor may see, newest first."""
    if chosen.person is None:
        return Zaak.objects.none()
    theirs = queries.rollen_of(chosen.person).filter(omschrijving_generiek__in=queries.PORTAL_ROLES)
    found = queries.visible_to(actor).filter(Q(pk__in=theirs.values("zaak")), einddatum=None)
    return found.select_related("zaaktype", "status__statustype").order_by("-startdatum", "-id")


def unknown(text: str) -> dict[str, Any]:
    """Somebody no source knows, as a page offers to go on with what was typed."""
    vraag = read(text)
    soort = vraag.soort or "persoon"
    if vraag.nummer:
        return {"heeft_nummer": True, "soort": soort, "zegel": Gekozen(soort, vraag.nummer).zegel}
    return {"heeft_nummer": False, "soort": soort, "zegel": Gekozen(soort, "", vraag.naam).zegel}
