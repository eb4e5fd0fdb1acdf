"""The check of frames on screen: every zaaktype with its faults, and one frame step by step."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from zaakwerk.autorisaties import accounts
from zaakwerk.beheer.typen import version_label
from zaakwerk.catalogi import scopes
from zaakwerk.catalogi.models import ZaakType
from zaakwerk.kader import pijlen, queries, woorden
from zaakwerk.kader.controle import TeControleren, controleer
from zaakwerk.kader.feiten import Feiten, Stap
from zaakwerk.zgw.actors import Target

PAGE = 50


def designer_view(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view for who makes zaaktypen."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user: Any = request.user
        reason = accounts.actor_of(user).why_not(scopes.WIJZIGEN, Target("ztc"))
        if reason:
            raise PermissionDenied(gettext("U mag zaaktypen niet inrichten. %(reden)s") % {"reden": reason})
        return view(request, *args, **kwargs)

    made: Callable[..., HttpResponseBase] = login_required(guarded)
    return made


@require_safe
@designer_view
def lijst(request: HttpRequest) -> HttpResponse:
    """Every version of every zaaktype, with how many faults its frame has."""
    found = ZaakType.objects.select_related("catalogus").order_by("omschrijving", "-begin_geldigheid", "id")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    checked = queries.te_controleren(list(page.object_list))
    rows = [
        {
            "naam": version_label(zaaktype),
            "url": reverse("kaders:kader", args=[zaaktype.uuid]),
            "bevindingen": controleer(checked[zaaktype.pk]),
        }
        for zaaktype in page.object_list
    ]
    return render(request, "beheer/kaders/lijst.html", {"page": page, "regels": rows})


@require_safe
@designer_view
def detail(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One frame: its faults, and per step what it asks and where a zaak goes from there."""
    zaaktype = get_object_or_404(ZaakType.objects.select_related("catalogus"), uuid=uuid)
    (checked,) = queries.te_controleren([zaaktype]).values()
    context = {
        "zaaktype": zaaktype,
        "naam": version_label(zaaktype),
        "bevindingen": controleer(checked),
        "stappen": steps(checked),
        "kruimels": [(gettext("Kaders"), reverse("kaders:lijst")), (zaaktype.omschrijving, "")],
    }
    return render(request, "beheer/kaders/kader.html", context)


def steps(checked: TeControleren) -> list[dict[str, Any]]:
    """Every step with what it asks and the moves out of it, in words."""
    asked = checked.inrichting.stappen
    stappen = tuple(Stap(found.uuid, found.naam, found.volgnummer) for found in asked)
    return [
        {
            "naam": found.naam,
            "vragen": [woorden.vraag(vraag.soort, vraag.toelichting, vraag.naam) for vraag in found.vragen],
            "overgangen": [
                {"tekst": woorden.soort(pijl.soort, naar.naam), "wie": woorden.wie(pijl)}
                for pijl, naar in pijlen.vanuit(
                    Feiten(
                        stappen,
                        huidige=found.uuid,
                        is_gesloten=found is asked[-1],
                        pijlen=checked.inrichting.pijlen,
                    )
                )
            ],
        }
        for found in asked
    ]
