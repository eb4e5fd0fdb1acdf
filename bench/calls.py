"""Calls: the requests that are measured, made from what the seed holds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle, islice
from typing import Any

from django.db.models import Max
from django.http import HttpResponse

from bench.catalogue import LIMITED_TYPES, ORGANISATIE
from bench.clients import ALL_CLIENT, LIMITED_CLIENT
from zaakwerk.catalogi.models import StatusType, ZaakType
from zaakwerk.zaken.models import Rol, Zaak

ZAKEN, CATALOGI = "/zaken/api/v1", "/catalogi/api/v1"
PAGE = 100
COUNT = 4_000
DEEP = 0.9


@dataclass(frozen=True)
class Call:
    """One request; `status` is the only answer that counts."""

    method: str
    path: str
    client: str = ALL_CLIENT
    body: dict[str, Any] | None = None
    status: int = 200
    etag: str = ""


@dataclass(frozen=True)
class Operation:
    """One line of the table; the aim is the share of the limit, 0 when there is none."""

    name: str
    title: str
    aim: float
    make: Callable[[str, Callable[[Call], HttpResponse]], Iterator[Call]]


def list_calls(origin: str, answer: Any) -> Iterator[Call]:
    """Page 1 of one zaaktype for the client that sees five; each of the five in turn."""
    for zaaktype in limited_types():
        yield Call(
            "GET", f"{ZAKEN}/zaken?zaaktype={origin}{CATALOGI}/zaaktypen/{zaaktype.uuid}", LIMITED_CLIENT
        )


def limited_types() -> Sequence[ZaakType]:
    """The zaaktypen of the limited client."""
    return list(ZaakType.objects.order_by("pk")[LIMITED_TYPES.start : LIMITED_TYPES.stop])


def detail_calls(origin: str, answer: Any) -> Iterator[Call]:
    """Zaken spread over the whole register."""
    for zaak in spread(Zaak.objects.order_by("pk"), COUNT):
        yield Call("GET", f"{ZAKEN}/zaken/{zaak.uuid}")


def spread(queryset: Any, count: int) -> Sequence[Any]:
    """Some rows, at equal distances over the primary keys."""
    step = max(queryset.count() // count, 1)
    keys = list(queryset.values_list("pk", flat=True))[::step]
    return list(queryset.filter(pk__in=keys[:count]))


def unchanged_calls(origin: str, answer: Callable[[Call], HttpResponse]) -> Iterator[Call]:
    """Closed zaken, which nothing here changes, that the caller has already; the answer is 304."""
    for zaak in spread(Zaak.objects.exclude(einddatum=None).order_by("pk"), 200):
        path = f"{ZAKEN}/zaken/{zaak.uuid}"
        yield Call("GET", path, status=304, etag=answer(Call("GET", path)).headers["ETag"])


def create_calls(origin: str, answer: Any) -> Iterator[Call]:
    """New zaken as an ordinary form makes them."""
    for number, zaaktype in enumerate(islice(cycle(ZaakType.objects.order_by("pk")), COUNT)):
        body = {
            "zaaktype": f"{origin}{CATALOGI}/zaaktypen/{zaaktype.uuid}",
            "bronorganisatie": ORGANISATIE,
            "verantwoordelijkeOrganisatie": ORGANISATIE,
            "startdatum": "2025-01-15",
            "omschrijving": f"Nieuwe aanvraag {number}",
            "toelichting": "Gemaakt door een meting.",
            "communicatiekanaal": "https://www.voorbeeld.nl/kanaal/web",
            "kenmerken": [{"kenmerk": f"FORM-{number}", "bron": "formulier"}],
        }
        yield Call("POST", f"{ZAKEN}/zaken", body=body, status=201)


def status_calls(origin: str, answer: Any) -> Iterator[Call]:
    """The second status, not the last, on open zaken."""
    steps = dict(StatusType.objects.filter(volgnummer=2).values_list("zaaktype_id", "uuid"))
    return set_status(origin, Zaak.objects.filter(einddatum=None, resultaat=None), steps)


def close_calls(origin: str, answer: Any) -> Iterator[Call]:
    """The eindstatus on open zaken that have their resultaat and no deelzaken."""
    highest = dict(StatusType.objects.values_list("zaaktype_id").annotate(Max("volgnummer")))
    steps = {
        found.zaaktype_id: found.uuid
        for found in StatusType.objects.all()
        if found.volgnummer == highest[found.zaaktype_id]
    }
    ready = Zaak.objects.filter(einddatum=None, resultaat__isnull=False, deelzaken=None)
    return set_status(origin, ready, steps)


def set_status(origin: str, zaken: Any, steps: dict[int, Any]) -> Iterator[Call]:
    """One status per zaak, set now."""
    now = datetime.now(UTC).isoformat()
    for zaak in spread(zaken.order_by("pk"), COUNT):
        body = {
            "zaak": f"{origin}{ZAKEN}/zaken/{zaak.uuid}",
            "statustype": f"{origin}{CATALOGI}/statustypen/{steps[zaak.zaaktype_id]}",
            "datumStatusGezet": now,
            "statustoelichting": "Gezet door een meting.",
        }
        yield Call("POST", f"{ZAKEN}/statussen", body=body, status=201)


def expand_calls(origin: str, answer: Any) -> Iterator[Call]:
    """The list again, with four relations embedded."""
    for call in list_calls(origin, answer):
        yield Call("GET", f"{call.path}&expand=status,rollen,resultaat,zaaktype", LIMITED_CLIENT)


def deep_calls(origin: str, answer: Any) -> Iterator[Call]:
    """A page nine tenths down what the limited client sees."""
    count = Zaak.objects.filter(zaaktype__in=limited_types(), vertrouwelijkheidaanduiding__lte=4).count()
    page, last = max(int(count * DEEP) // PAGE, 1), max(-(-count // PAGE), 1)
    for number in range(page, min(page + 5, last + 1)):
        yield Call("GET", f"{ZAKEN}/zaken?page={number}", LIMITED_CLIENT)


def person_calls(origin: str, answer: Any) -> Iterator[Call]:
    """The zaken of one citizen."""
    key = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
    for rol in spread(Rol.objects.exclude(bsn="").order_by("pk"), 500):
        yield Call("GET", f"{ZAKEN}/zaken?{key}={rol.bsn}")


OPERATIONS = (
    Operation("list", "lijst van 100 zaken", 0.35, list_calls),
    Operation("detail", "één zaak", 0.30, detail_calls),
    Operation("unchanged", "één zaak, 304", 0, unchanged_calls),
    Operation("expand", "lijst met expand", 0, expand_calls),
    Operation("deep", "diepe pagina", 0, deep_calls),
    Operation("person", "zaken van een BSN", 0, person_calls),
    Operation("create", "zaak maken", 0.30, create_calls),
    Operation("status", "status zetten", 0, status_calls),
    Operation("close", "eindstatus zetten", 0, close_calls),
)
