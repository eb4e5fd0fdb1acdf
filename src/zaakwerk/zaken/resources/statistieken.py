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

GROUPED = ("zaaktype_id", "status__statustype_id")
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
    grouped = zaken.values(*GROUPED).annotate(**counts).values_list(*GROUPED, *counts)
    # By key alone, and the names after: a group of a million rows by five texts takes ten times as long.
    rows = Statement(grouped).rows(selection.args)
    zaaktypen = ZaakType.alle.in_bulk({row[0] for row in rows})
    statustypen = StatusType.objects.in_bulk({row[1] for row in rows if row[1]})
    results = [wire_of_row(zaaktypen[row[0]], statustypen.get(row[1]), row[2:]) for row in rows]
    results.sort(key=lambda found: (found["zaaktypeIdentificatie"], found["statusVolgnummer"] or 0))
    return call.json(
        {"aantal": sum(found["open"] + found["gesloten"] for found in results), "results": results}
    )


def wire_of_row(zaaktype: ZaakType, statustype: StatusType | None, counts: Row) -> Wire:
    """One group as JSON; zaken without a status have null for it."""
    return {
        "zaaktype": zaaktype.elders or registry.for_model(ZaakType).url_for(zaaktype),
        "zaaktypeIdentificatie": zaaktype.identificatie,
        "zaaktypeOmschrijving": zaaktype.omschrijving,
        "statustype": statustype
        and (statustype.elders or registry.for_model(StatusType).url_for(statustype)),
        "statusVolgnummer": statustype and statustype.volgnummer,
        "statusOmschrijving": statustype and statustype.omschrijving,
        "open": counts[0],
        "gesloten": counts[1],
        "teLaat": counts[2],
    }
