"""Elders: documents of other installations in the dossier, and the mirror we keep at their Documenten API.

That API looks at our side before it makes or removes a mirror (drc-004), so our side must be committed when
it is asked. A relation without mirror yet is provisional: nobody was told of it, and what a crash leaves
behind is cleared away.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction

from zaakwerk.zaken.models import VerweesdeSpiegel, Zaak, ZaakInformatieObject
from zaakwerk.zaken.verwijzingen import Outside
from zaakwerk.zgw import chores, external, registry
from zaakwerk.zgw.elsewhere import require_service
from zaakwerk.zgw.external import Refused
from zaakwerk.zgw.links import BASE, worker_origin
from zaakwerk.zgw.outbound import CallFailed
from zaakwerk.zgw.problems import Invalid, Violation

# What an answer must have to be a document.
DOCUMENT = {"url", "informatieobjecttype", "titel"}
COLLECTION = "enkelvoudiginformatieobjecten/"
# Longer than any request may take.
PROVISIONAL = timedelta(minutes=10)

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class DocumentElders:
    """A document of a registered Documenten API, by its URL."""

    url: str


def adopt(url: str) -> DocumentElders:
    """What stands for a document elsewhere; raises Faulty when its service is not registered."""
    require_service(url, "drc")
    return DocumentElders(url)


def in_the_way(urls: Sequence[str], outside: Outside) -> Iterator[tuple[str, bool | None, str]]:
    """Which of the documents block closing, as `queries.documents_in_the_way`; one without answer does."""
    for url in urls:
        body = outside.body(url) or {}
        indicatie, is_locked = body.get("indicatieGebruiksrecht"), body.get("locked")
        if indicatie is None or is_locked:
            yield str(body.get("identificatie") or url)[:200], indicatie, "bezet" if is_locked else ""


def are_archived(urls: Sequence[str], outside: Outside) -> bool:
    """Whether every document has the status gearchiveerd, as far as that can be asked (zrc-022)."""
    return all((outside.body(url) or {}).get("status") == "gearchiveerd" for url in urls)


def make_mirror(zio: ZaakInformatieObject) -> str:
    """Makes the objectinformatieobject at the other side; its URL. Raises CallFailed."""
    zaak = registry.for_model(Zaak).url_for(zio.zaak).replace(BASE, worker_origin().base)
    body = {"informatieobject": zio.elders, "object": zaak, "objectType": "zaak"}
    made = external.send("POST", f"{zio.elders.partition(COLLECTION)[0]}objectinformatieobjecten", body)
    url = made.get("url")
    # Only where the document is: what comes back decides later where a DELETE with our token goes.
    if not isinstance(url, str) or urlsplit(url).netloc != urlsplit(zio.elders).netloc:
        raise CallFailed("Het antwoord is geen objectinformatieobject.")
    return url


def remove_mirror(url: str) -> None:
    """Removes an objectinformatieobject at the other side; one that is gone is fine. Raises CallFailed."""
    try:
        if url:
            external.send("DELETE", url)
    except Refused as refusal:
        if refusal.status not in (404, 410):
            raise


def refused(failure: CallFailed) -> Invalid:
    """The refusal for a client: nothing was changed here."""
    words = f"De Documenten API van het document werkt niet mee; er is niets gewijzigd. {failure}"
    return Invalid([Violation("inconsistent-relation", words)])


def orphan(zios: Any, now: datetime) -> list[VerweesdeSpiegel]:
    """Keeps the mirrors of relations that are about to go, within their transaction; `clear` follows it."""
    urls = [zio.spiegel for zio in zios if zio.spiegel]
    return VerweesdeSpiegel.objects.bulk_create(VerweesdeSpiegel(url=url, sinds=now) for url in urls)


def clear(orphans: list[VerweesdeSpiegel]) -> None:
    """Removes orphaned mirrors; what does not answer waits for the next time."""
    for found in orphans:
        try:
            remove_mirror(found.url)
        except CallFailed as failure:
            logger.warning("A mirror at another Documenten API stays for now: %s %s", found.url, failure)
        else:
            found.delete()


def tidy(moment: datetime) -> None:
    """The chore: provisional relations that a crash left, and mirrors that could not be removed before."""
    with transaction.atomic():
        left = ZaakInformatieObject.objects.select_for_update().exclude(elders="")
        left.filter(spiegel="", registratiedatum__lt=moment - PROVISIONAL).delete()
    clear(list(VerweesdeSpiegel.objects.order_by("id")[: chores.BATCH]))
