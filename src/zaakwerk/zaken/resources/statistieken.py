"""Statistieken: how many zaken there are per zaaktype and status, within reach and any filter of the list."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse

from zaakwerk.catalogi.models import StatusType, ZaakType
from zaakwerk.zaken.resources.zaken import FILTERS, ZAAK
from zaakwerk.zgw import clock, registry
from zaakwerk.zgw.filters import select
from zaakwerk.zgw.operations import only_known, start
from zaakwerk.zgw.prepared import Row, Statement
from zaakwerk.zgw.representation import Wire, visible

GROUPED = (
    "zaaktype__uuid",
    "zaaktype__identificatie",
    "zaaktype__omschrijving",
    "status__statustype__uuid",
    "status__statustype__volgnummer",
    "status__statustype__omschrijving",
)
OPEN = Q(einddatum=None)


def read_statistics(request: HttpRequest) -> HttpResponse:
    """GET: a row per zaaktype and current status: open, closed, and open past the latest date."""
    call = start(ZAAK, request, needs_crs=False)
    only_known(request, {found.key for found in FILTERS})
    selection = select(FILTERS, request.GET, call.origin)
    late = OPEN & Q(uiterlijke_einddatum_afdoening__lt=clock.today())
    counts = {
        "open": Count("pk", filter=OPEN),
        "gesloten": Count("pk", filter=~OPEN),
        "te_laat": Count("pk", filter=late),
    }
    zaken = selection.apply(visible(ZAAK, call.actor)).order_by()
    grouped = zaken.values(*GROUPED).annotate(**counts).order_by(*GROUPED[1:6])
    rows = Statement(grouped.values_list(*GROUPED, *counts)).rows(selection.args)
    results = [wire_of_row(row) for row in rows]
    total = sum(int(row[6]) + int(row[7]) for row in rows)
    return call.json({"aantal": total, "results": results})


def wire_of_row(row: Row) -> Wire:
    """One group as JSON; a zaak without status has null for it."""
    zaaktypen, statustypen = registry.for_model(ZaakType), registry.for_model(StatusType)
    return {
        "zaaktype": zaaktypen.url_of(row[0]),
        "zaaktypeIdentificatie": row[1],
        "zaaktypeOmschrijving": row[2],
        "statustype": row[3] and statustypen.url_of(row[3]),
        "statusVolgnummer": row[4],
        "statusOmschrijving": row[5],
        "open": row[6],
        "gesloten": row[7],
        "teLaat": row[8],
    }
