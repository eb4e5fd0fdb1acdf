"""Zoeken: documents by the words in them, under our own base path and within what an actor may read."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from zaakwerk.documenten import queries, scopes
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.documenten.tekst.index import INDEX
from zaakwerk.zgw import paging, registry
from zaakwerk.zgw.filters import exact
from zaakwerk.zgw.fulltext import excerpt, hits, terms
from zaakwerk.zgw.kinds import Described, Integer, Text
from zaakwerk.zgw.operations import Call, View, api_view, only_known, start
from zaakwerk.zgw.problems import Invalid, Violation
from zaakwerk.zgw.representation import Wire
from zaakwerk.zgw.resource import Component, Extra

EIGEN = Component("zaakwerk", "drc", "1.0.0", "Zaakwerk: wat de standaard niet heeft", resources=())
Q = exact("q", Text("q", 500))
PAGE = exact("page", Integer("page", minimum=1))
SIZE = exact("pageSize", Integer("pageSize", minimum=1, maximum=paging.MAX_SIZE))
DEFAULT_SIZE = 25
# Where the words are shown: in the text first, for the title is shown anyhow.
SHOWN = ("tekst", "beschrijving", "titel")


def search(request: HttpRequest) -> HttpResponse:
    """GET: documents that hold every word asked for, newest first, each with a part of its text."""
    call = start(registry.for_model(EnkelvoudigInformatieObject), request, needs_crs=False)
    only_known(request, {"q", "page", "pageSize"})
    query = request.GET.get("q", "")
    if not terms(query) or len(query) > 500:
        raise Invalid([Violation("invalid", "Vul een of meer woorden in om naar te zoeken.", "q")])
    page = paging.number(request.GET, "page", 1, 10**6)
    size = paging.number(request.GET, "pageSize", DEFAULT_SIZE, paging.MAX_SIZE)
    found = queries.visible_to(call.actor).filter(INDEX.matches(query))
    rows = list(found[(page - 1) * size : page * size])
    is_whole = page == 1 and len(rows) < size
    total = len(rows) if is_whole else found.order_by().count()
    address = call.origin.base + request.path
    results = shown(call, rows, query)
    return call.json(paging.envelope(results, total, page, size, address, request.GET))


def shown(call: Call, documents: list[EnkelvoudigInformatieObject], query: str) -> list[Wire]:
    """The documents of a page as JSON; their texts come in one statement."""
    texts = INDEX.texts(document.pk for document in documents)
    types = registry.for_model(type(documents[0].informatieobjecttype)) if documents else None
    results: list[Wire] = []
    for document in documents:
        version: Any = document.laatste_versie
        results.append(
            {
                "document": call.resource.url_for(document),
                "identificatie": document.identificatie,
                "titel": version.titel,
                "creatiedatum": version.creatiedatum,
                "bestandsnaam": version.bestandsnaam,
                "formaat": version.formaat,
                "informatieobjecttype": types and types.url_for(document.informatieobjecttype),
                "fragment": [
                    {"tekst": text, "treffer": is_hit}
                    for text, is_hit in fragment(texts.get(document.pk, {}), query)
                ],
            }
        )
    return results


def fragment(texts: dict[str, str], query: str) -> list[tuple[str, bool]]:
    """A part of what was found: of the first text that holds a word, else of the first there is."""
    candidates = [texts[name] for name in SHOWN if texts.get(name)]
    chosen = next((text for text in candidates if next(hits(text, query), None)), "".join(candidates[:1]))
    return excerpt(chosen, query)


ADRESSEN: dict[str, View] = {"documenten/zoek": api_view(EIGEN, {"GET": search})}
TEXT, URI = {"type": "string"}, {"type": "string", "format": "uri"}
PIECE = {"type": "object", "properties": {"tekst": TEXT, "treffer": {"type": "boolean"}}}
RESULT = {
    "document": URI,
    "identificatie": TEXT,
    "titel": TEXT,
    "creatiedatum": {"type": "string", "format": "date"},
    "bestandsnaam": TEXT,
    "formaat": TEXT,
    "informatieobjecttype": URI,
    "fragment": {"type": "array", "items": PIECE},
}
EXTRAS: tuple[Extra, ...] = (
    Extra(
        "get",
        "documenten/zoek",
        "document_zoek",
        scopes.LEZEN,
        summary="Documenten met deze woorden in titel, omschrijving, namen of tekst; de nieuwste eerst.",
        query=(Q, PAGE, SIZE),
        answer=(
            Described("count", {"type": "integer"}),
            Described("next", {**URI, "nullable": True}),
            Described("previous", {**URI, "nullable": True}),
            Described("results", {"type": "array", "items": {"type": "object", "properties": RESULT}}),
        ),
    ),
)
