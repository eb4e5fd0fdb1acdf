"""Elders: copies of published zaaktypen of other installations, so that a zaak of such a type is like any.

A published version does not change, so a copy stays right, also while the other side does not answer; a part
that came later is copied when it is first named. Copies have their own catalogus and are not part of our
Catalogi API; what represents them is the URL they have at home.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.db import IntegrityError, models, transaction

from zaakwerk.catalogi.commands.base import fill
from zaakwerk.catalogi.models import Catalogus, StatusType, ZaakType
from zaakwerk.catalogi.uitwisseling.lezen import Stuk, lees
from zaakwerk.catalogi.uitwisseling.soorten import BESTANDEN, Inhoud
from zaakwerk.zgw import external
from zaakwerk.zgw.elsewhere import fetch, require_service
from zaakwerk.zgw.kinds import fault
from zaakwerk.zgw.links import uuid_elsewhere
from zaakwerk.zgw.outbound import CallFailed

M = TypeVar("M", bound=models.Model)
ZAAKTYPE = frozenset({"url", "identificatie", "omschrijving", "catalogus", "concept", "doorlooptijd"})
CATALOGUS = frozenset({"url", "domein", "rsin"})
PART = frozenset({"url", "zaaktype"})
# What a zaaktype consists of, statustypen before what may point at one.
PARTS = {
    "StatusType": "statustypen",
    "Eigenschap": "eigenschappen",
    "ResultaatType": "resultaattypen",
    "RolType": "roltypen",
    "ZaakTypeInformatieObjectType": "zaaktype-informatieobjecttypen",
}
MAX_PAGES = 20


def zaaktype(url: str) -> ZaakType:
    """The zaaktype behind a URL of a registered service; raises Faulty (zrc-001)."""
    known = ZaakType.alle.select_related("catalogus").filter(uuid=uuid_elsewhere(url)).first()
    return known or taken_over(url)


def part_of(model: type[M]) -> Callable[[str], M]:
    """As `zaaktype`, for a part of one."""

    def find(url: str) -> M | None:
        found = model._default_manager.select_related("zaaktype")
        return found.filter(uuid=uuid_elsewhere(url)).first()

    def adopt(url: str) -> M:
        known = find(url)
        if known is not None:
            return known
        require_service(url, "ztc")
        of = fetch(url, PART)["zaaktype"]
        if not isinstance(of, str) or root_of(of) != root_of(url):
            raise fault("invalid-resource", "De URL geeft een object van een andere soort.")
        complete(zaaktype(of))
        found = find(url)
        if found is None:
            raise fault("invalid-resource", "De URL geeft een object van een andere soort.")
        return found

    return adopt


def root_of(url: str) -> str:
    """The address of the API a URL belongs to."""
    return url.rpartition("/")[0].rpartition("/")[0]


def taken_over(url: str) -> ZaakType:
    """A copy of a zaaktype with everything that belongs to it; raises Faulty."""
    require_service(url, "ztc")
    body = fetch(url, ZAAKTYPE)
    if body["concept"] is not False:
        raise fault("not-published", "Het zaaktype is nog niet gepubliceerd.")
    catalogus = fetch(str(body["catalogus"]), CATALOGUS)
    # By the URLs they were asked with, whatever they call themselves.
    inhoud: Inhoud = {
        "Catalogus": [{**catalogus, "url": str(body["catalogus"])}],
        "ZaakType": [{**body, "url": url}],
        **parts_of(url),
    }
    try:
        with transaction.atomic():
            return written(stukken_of(inhoud), str(body["catalogus"]), url)
    except IntegrityError:  # somebody else was first
        return ZaakType.alle.select_related("catalogus").get(uuid=uuid_elsewhere(url))


def complete(known: ZaakType) -> None:
    """Copies the parts that came since the zaaktype itself was copied; raises Faulty."""
    stukken = stukken_of(parts_of(known.elders))
    with transaction.atomic():
        write_parts(stukken, known)


def parts_of(url: str) -> Inhoud:
    """The parts of a zaaktype as the other side lists them; raises Faulty."""
    root = root_of(url)
    try:
        return {
            kind: list(listed(f"{root}/{path}?{urlencode({'zaaktype': url})}"))
            for kind, path in PARTS.items()
        }
    except CallFailed as failure:
        raise fault("bad-url", f"De onderdelen van het zaaktype zijn niet op te halen. {failure}") from None


def listed(address: str) -> Iterator[dict[str, Any]]:
    """Every object of a collection, page by page; raises CallFailed."""
    root = address.partition("?")[0]
    for _ in range(MAX_PAGES):
        page = external.read(address)
        results = page.get("results")
        yield from (
            (found for found in results if isinstance(found, dict)) if isinstance(results, list) else ()
        )
        following = page.get("next")
        if not isinstance(following, str) or following.partition("?")[0] != root:
            return
        address = following


def stukken_of(inhoud: Inhoud) -> list[Stuk]:
    """The objects as typed values; raises Faulty for one that the standard does not know so."""
    for kind, objects in inhoud.items():
        for found in objects:
            name_relations(kind, found)
    stukken = list(lees(inhoud).values())
    for stuk in stukken:
        if stuk.redenen:
            words = f"Het zaaktype is niet te gebruiken: {stuk.naam}: {stuk.redenen[0]}."
            raise fault("invalid-resource", words)
    return stukken


def name_relations(kind: str, raw: dict[str, Any]) -> None:
    """Other types by name, as far as the other side gives names; the types themselves are not copied."""
    for relation, names in BESTANDEN[kind].namen.items():
        raw[relation] = raw[names] if isinstance(raw.get(names), list) else []
    if kind == "ZaakType":
        raw["gerelateerdeZaaktypen"] = []
    document = raw.get("informatieobjecttype")
    if isinstance(document, str) and document.startswith(("http://", "https://")):
        raw["informatieobjecttype"] = str(fetch(document, frozenset({"omschrijving"}))["omschrijving"])


def written(stukken: list[Stuk], catalogus_url: str, url: str) -> ZaakType:
    """The rows of a zaaktype and its parts."""
    by_url = {stuk.url: stuk for stuk in stukken}
    catalogus = Catalogus.alle.filter(uuid=uuid_elsewhere(catalogus_url)).first()
    if catalogus is None:
        catalogus = row_of(by_url[catalogus_url])
        catalogus.save(force_insert=True)
    made = row_of(by_url[url])
    made.catalogus, made.concept = catalogus, False
    made.save(force_insert=True)
    write_parts(stukken, made)
    return made  # type: ignore[no-any-return]


def write_parts(stukken: list[Stuk], of: ZaakType) -> None:
    """The parts that are not there yet."""
    steps: dict[str, Any] = {}
    for kind in PARTS:
        model: Any = BESTANDEN[kind].resource.model
        known = {row.uuid: row for row in model.objects.filter(zaaktype=of)}
        for stuk in (found for found in stukken if found.soort.bestand == kind):
            row = known.get(uuid_elsewhere(stuk.url)) or row_of(stuk)
            if row.pk is None:
                row.zaaktype = of
                if stuk.soort.heeft_statustype:
                    row.statustype = steps.get(str(stuk.raw.get("statustype")))
                row.save(force_insert=True)
            if model is StatusType:
                steps[stuk.url] = row


def row_of(stuk: Stuk) -> Any:
    """An object as the row that stands for it here, not saved."""
    row: Any = stuk.soort.resource.model()
    fill(row, stuk.values)
    row.uuid = uuid_elsewhere(stuk.url)
    if hasattr(row, "elders"):
        row.elders = stuk.url
    generiek = stuk.raw.get("omschrijvingGeneriek")
    if stuk.soort.bestand == "ResultaatType" and isinstance(generiek, str):
        row.omschrijving_generiek = generiek[:80]
    return row
