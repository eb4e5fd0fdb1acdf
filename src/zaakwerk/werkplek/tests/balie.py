"""Balie: employees at the desk and the addresses of its pages, for tests."""

from typing import Any

from django.test import Client
from django.urls import reverse

from zaakwerk.autorisaties.models import Medewerker, Toekenning
from zaakwerk.catalogi.models import Eigenschap
from zaakwerk.zaken.models import ZaakEigenschap
from zaakwerk.zaken.tests.world import World


def employee(name: str = "fatima", rol: str = "behandelaar", **grant: Any) -> Client:
    """A browser in which an employee with one role is signed in."""
    user = Medewerker.objects.create_user(
        name, password="een-lang-wachtwoord", first_name=name.capitalize(), last_name="Voorbeeld"
    )
    Toekenning.objects.create(medewerker=user, rol=rol, **grant)
    client = Client()
    client.force_login(user)
    return client


def page(name: str, zaak: Any = None, *more: Any) -> str:
    """The address of a page, of a zaak as the API answers it."""
    return reverse(f"werkplek:{name}", args=[zaak["uuid"], *more] if zaak else list(more))


def form_of(client: Client, address: str, key: str = "form", **values: Any) -> dict[str, Any]:
    """What a browser sends for a form on a page: what it shows, the draft's proof, and what is typed."""
    context = client.get(address).context
    form, blad = context[key], context[key.replace("form", "concept")]
    shown = {bound.name: bound.value() for bound in form}
    return {"concept": blad.bewijs, **{k: v for k, v in shown.items() if v not in (None, "")}, **values}


def eigenschap(world: World, naam: str, **specificatie: Any) -> Eigenschap:
    """A property with its own specificatie."""
    found = world.make_eigenschap(naam, "tekst", "20")
    found.specificatie = {**found.specificatie, **specificatie}
    found.save()
    return found


def name(found: Eigenschap) -> str:
    """The name of its field."""
    return f"eigenschap-{found.uuid}"


def values(found: Eigenschap) -> list[str]:
    """What the register has."""
    rows = ZaakEigenschap.objects.filter(eigenschap=found).order_by("id")
    return list(rows.values_list("waarde", flat=True))


def undo(client: Client, zaak: Any) -> Any:
    """The answer to taking the last change back."""
    return client.post(page("ongedaan", zaak), {"terug": page("zaak", zaak)}, follow=True)
