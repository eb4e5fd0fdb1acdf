"""The selectielijst API in its known form, so that its URLs resolve without the network; read only, no token.

Plain views and not kernel resources: there is no model, no right and no audit trail behind these facts.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from zaakwerk.selectielijst import queries
from zaakwerk.selectielijst.queries import Record
from zaakwerk.selectielijst.records import TAAKGEBIEDEN, Procestype, Resultaat, Resultaattypeomschrijving
from zaakwerk.zgw import paging
from zaakwerk.zgw.links import BASE, origin_of
from zaakwerk.zgw.operations import api_view, only_known
from zaakwerk.zgw.problems import Invalid, NotFound, Violation
from zaakwerk.zgw.representation import Wire, encode
from zaakwerk.zgw.resource import Component

SELECTIELIJST = Component("selectielijst", "", "1.0.0", "Selectielijst", ())


def list_procestypen(request: HttpRequest) -> HttpResponse:
    """GET procestypen: a bare array, of one year with `?jaar=`."""
    only_known(request, {"jaar"})
    jaar = paging.number(request.GET, "jaar", 0, 9999)
    found = [record for record in queries.procestypen().values() if jaar in (0, record.jaar)]
    return _answer(request, [procestype_wire(record) for record in found])


def read_procestype(request: HttpRequest, uuid: str) -> HttpResponse:
    """GET one procestype."""
    return _detail(request, queries.procestypen().get(uuid), procestype_wire)


def list_resultaten(request: HttpRequest) -> HttpResponse:
    """GET resultaten: a page, of one procestype with `?procesType=` (its public URL or ours)."""
    only_known(request, {"procesType", "page", "pageSize"})
    page, size = paging.page_and_size(request.GET)
    found = _of_procestype(request, request.GET.get("procesType", ""))
    wires = [resultaat_wire(record) for record in found[(page - 1) * size : page * size]]
    address = origin_of(request).base + request.path
    return _answer(request, paging.envelope(wires, len(found), page, size, address, request.GET))


def read_resultaat(request: HttpRequest, uuid: str) -> HttpResponse:
    """GET one resultaat."""
    return _detail(request, queries.resultaten().get(uuid), resultaat_wire)


def list_omschrijvingen(request: HttpRequest) -> HttpResponse:
    """GET resultaattypeomschrijvingen: a bare array."""
    only_known(request, set())
    return _answer(
        request, [omschrijving_wire(found) for found in queries.resultaattypeomschrijvingen().values()]
    )


def read_omschrijving(request: HttpRequest, uuid: str) -> HttpResponse:
    """GET one resultaattypeomschrijving."""
    return _detail(request, queries.resultaattypeomschrijvingen().get(uuid), omschrijving_wire)


def procestype_wire(record: Procestype) -> Wire:
    """A procestype as its JSON object, links without base."""
    return {
        "url": _url(record),
        "nummer": record.nummer,
        "jaar": record.jaar,
        "naam": record.naam,
        "omschrijving": record.omschrijving,
        "toelichting": record.toelichting,
        "procesobject": record.procesobject,
    }


def resultaat_wire(record: Resultaat) -> Wire:
    """A resultaat as its JSON object, links without base."""
    return {
        "url": _url(record),
        "procesType": _url(record.procestype),
        "nummer": record.nummers[-1],
        "volledigNummer": record.volledig_nummer,
        "generiek": not record.is_specifiek,
        "specifiek": record.is_specifiek,
        "naam": record.naam,
        "omschrijving": record.omschrijving,
        "herkomst": record.herkomst,
        "waardering": record.waardering,
        "procestermijn": record.procestermijn,
        "procestermijnWeergave": record.procestermijn_weergave,
        "bewaartermijn": record.bewaartermijn or None,
        "toelichting": record.toelichting,
        **{key: code in record.taakgebieden for key, code in TAAKGEBIEDEN.items()},
        "procestermijnOpmerking": record.procestermijn_opmerking,
    }


def omschrijving_wire(record: Resultaattypeomschrijving) -> Wire:
    """A resultaattypeomschrijving as its JSON object."""
    return {
        "url": _url(record),
        "omschrijving": record.omschrijving,
        "definitie": record.definitie,
        "opmerking": record.opmerking,
    }


def _of_procestype(request: HttpRequest, url: str) -> list[Resultaat]:
    found = list(queries.resultaten().values())
    if not url:
        return found
    if not url.startswith(("http://", "https://")):
        raise Invalid([Violation("invalid", "Vul een geldige URL in.", "procesType")])
    procestype = queries.procestype(origin_of(request).local_path(url) or url)
    return [record for record in found if record.procestype is procestype]


def _url(record: Procestype | Resultaat | Resultaattypeomschrijving) -> str:
    return f"{BASE}{queries.OWN_PATH}{record.PATH}/{record.uuid}"


def _detail(request: HttpRequest, record: Record | None, wire: Callable[[Record], Wire]) -> HttpResponse:
    only_known(request, set())
    if record is None:
        raise NotFound()
    return _answer(request, wire(record))


def _answer(request: HttpRequest, value: Any) -> HttpResponse:
    body = origin_of(request).render(encode(value))
    # Without its length an answer goes out in chunks; Django leaves it to a middleware that APIs step over.
    sized = {"Content-Length": str(len(body))}
    return HttpResponse(body, content_type="application/json", headers=sized)


procestypen = api_view(SELECTIELIJST, {"GET": list_procestypen, "HEAD": list_procestypen})
procestype = api_view(SELECTIELIJST, {"GET": read_procestype, "HEAD": read_procestype})
resultaten = api_view(SELECTIELIJST, {"GET": list_resultaten, "HEAD": list_resultaten})
resultaat = api_view(SELECTIELIJST, {"GET": read_resultaat, "HEAD": read_resultaat})
omschrijvingen = api_view(SELECTIELIJST, {"GET": list_omschrijvingen, "HEAD": list_omschrijvingen})
omschrijving = api_view(SELECTIELIJST, {"GET": read_omschrijving, "HEAD": read_omschrijving})
