"""Mag deze client dit? The answer of the same rights as every request, with the reason right by right."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zaakwerk.autorisaties.uitleg import Uitleg, leg_uit
from zaakwerk.beheer import typen
from zaakwerk.beheer.forms import VraagForm
from zaakwerk.beheer.toegang import operator_view
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.actors import Actor, Target


@require_safe
@operator_view
def mag(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The question as a form in the address, so that an answer can be shared and asked again."""
    is_asked = "scope" in request.GET
    form = VraagForm(request.GET) if is_asked else VraagForm(initial=request.GET.dict())
    uitleg = answer(form) if is_asked and form.is_valid() else None
    return render(request, "beheer/test.html", {"form": form, "uitleg": uitleg})


def answer(form: VraagForm) -> Uitleg:
    """What the rights of the client say of the question."""
    data = form.cleaned_data
    scope = data["scope"].partition(":")[2]
    return leg_uit(data["client_id"], scope, target_of(form.component, data["type"], data["level"]))


def target_of(component: str, choice: str, level: str) -> Target:
    """The object of the question, as rights see it."""
    if component not in typen.KINDS:
        return Target(component)
    model, _ = typen.KINDS[component]
    row = model.objects.get(uuid=UUID(choice.partition(":")[2]))
    number = vertrouwelijkheid.NUMBER.get(level, 0) if component in typen.WITH_LEVEL else 0
    return Target(component, row.uuid, getattr(row, typen.name_column(model)), number)
