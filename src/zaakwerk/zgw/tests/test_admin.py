"""The operators' admin: every page opens, and the register cannot be changed there."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw.admin import ReadOnlyAdmin
from zaakwerk.zgw.models import ExterneDienst

pytestmark = pytest.mark.django_db


def operator() -> Client:
    """A browser in which an operator is signed in."""
    user = Medewerker.objects.create_superuser("beheer", password="een-lang-wachtwoord")
    client = Client()
    client.force_login(user)
    return client


def test_every_list_of_the_admin_opens() -> None:
    world = World()
    zaak = world.zaak()
    world.add_rol(zaak)
    world.set_status(zaak, 0)
    client = operator()
    for model in admin.site._registry:
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        assert client.get(address).status_code == 200, address


def test_the_register_is_only_for_looking() -> None:
    world = World()
    zaak = world.zaak()
    client = operator()
    row = Zaak.objects.get()
    change = reverse("admin:zaken_zaak_change", args=[row.pk])
    assert client.get(change).status_code == 200
    assert client.post(change, {"omschrijving": "anders"}).status_code == 403
    assert client.post(reverse("admin:zaken_zaak_delete", args=[row.pk]), {"post": "yes"}).status_code == 403
    assert world.api.get(zaak["url"]).json()["omschrijving"] == ""


def test_register_models_use_the_read_only_form_and_only_settings_can_be_changed() -> None:
    rooms = ("zaken", "besluiten", "catalogi", "documenten", "zgw")
    for model, page in admin.site._registry.items():
        if model._meta.app_label in rooms and model is not ExterneDienst:
            assert isinstance(page, ReadOnlyAdmin), model


def test_an_employee_without_staff_status_has_no_admin() -> None:
    user = Medewerker.objects.create_user("fatima", password="een-lang-wachtwoord")
    client = Client()
    client.force_login(user)
    assert client.get("/admin/").status_code == 302
