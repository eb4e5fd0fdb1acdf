"""Client ids of an applicatie: adding one, giving it a new secret, taking it away."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from zaakwerk.autorisaties.commands import SetSecret, UpdateApplicatie, client_faults, make_secret
from zaakwerk.autorisaties.models import Applicatie, ClientId
from zaakwerk.beheer.forms import ClientForm, show_problem
from zaakwerk.beheer.toegang import find_applicatie, operator_view
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Invalid, Problem


def give_secret(actor: Actor, client: ClientId) -> str:
    """A new secret for a client id."""
    secret = make_secret()
    SetSecret(actor=actor, instance=client, secret=secret).run()
    return secret


def refuse_odd_name(client_id: str) -> None:
    """Raises Invalid for a client id that no token can carry."""
    faults = list(client_faults(client_id, "x"))
    if faults:
        raise Invalid(faults)


def show_secret(request: HttpRequest, applicatie: Applicatie, client_id: str, secret: str) -> HttpResponse:
    """The only page that ever shows a secret; like every page here no cache keeps it."""
    context = {"applicatie": applicatie, "client_id": client_id, "geheim": secret}
    return render(request, "beheer/geheim.html", context)


@require_http_methods(["GET", "POST"])
@operator_view
def nieuw(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Adds a client id and shows its secret once."""
    applicatie = find_applicatie(uuid)
    form = ClientForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        client_id = form.cleaned_data["client_id"]
        try:
            secret = add(actor, applicatie, client_id)
        except Problem as problem:
            show_problem(form, problem)
        else:
            return show_secret(request, applicatie, client_id, secret)
    context = {"form": form, "applicatie": applicatie}
    return render(request, "beheer/client_nieuw.html", context, status=400 if form.errors else 200)


def add(actor: Actor, applicatie: Applicatie, client_id: str) -> str:
    """The secret of a client id that the applicatie has from now on."""
    refuse_odd_name(client_id)
    with transaction.atomic():
        changes = {"client_ids": [*applicatie.client_ids, client_id]}
        UpdateApplicatie(actor=actor, instance=applicatie, changes=changes).run()
        return give_secret(actor, ClientId.objects.get(client_id=client_id))


@require_http_methods(["GET", "POST"])
@operator_view
def geheim(request: HttpRequest, actor: Actor, uuid: UUID, pk: int) -> HttpResponse:
    """A new secret after a question, shown once."""
    applicatie = find_applicatie(uuid)
    client = get_object_or_404(applicatie.clients, pk=pk)
    if request.method == "POST":
        return show_secret(request, applicatie, client.client_id, give_secret(actor, client))
    context = {
        "face": "beheer",
        "titel": gettext("Nieuw geheim voor %(client)s?") % {"client": client},
        "gevolgen": [
            gettext("Het nieuwe geheim ziet u één keer."),
            gettext("Het oude geheim werkt meteen niet meer: zet het nieuwe direct in de applicatie."),
        ],
        "knop": gettext("Maak nieuw geheim"),
        "gevaarlijk": bool(client.secret),
        "terug_url": "../../",
    }
    return render(request, "design/confirm.html", context)


@require_http_methods(["GET", "POST"])
@operator_view
def verwijderen(request: HttpRequest, actor: Actor, uuid: UUID, pk: int) -> HttpResponse:
    """Takes a client id away from the applicatie after a question."""
    applicatie = find_applicatie(uuid)
    client = get_object_or_404(applicatie.clients, pk=pk)
    if request.method == "POST":
        kept = [name for name in applicatie.client_ids if name != client.client_id]
        UpdateApplicatie(actor=actor, instance=applicatie, changes={"client_ids": kept}).run()
        messages.success(request, gettext("Client-id %(client)s is weggehaald.") % {"client": client})
        return redirect("beheer:applicatie", uuid)
    context = {
        "face": "beheer",
        "titel": gettext("Client-id %(client)s weghalen?") % {"client": client},
        "gevolgen": [gettext("Wie zich met deze client-id meldt, mag meteen niets meer.")],
        "knop": gettext("Haal weg"),
        "gevaarlijk": True,
        "terug_url": "../../",
    }
    return render(request, "design/confirm.html", context)
