"""A limited client sees and does exactly what it may, on every path, for random rights.

What it may is worked out here from the autorisaties as they are written down, not by the product.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from zaakwerk.autorisaties.models import Applicatie
from zaakwerk.catalogi import models as catalogi
from zaakwerk.catalogi.tests.builders import make_informatieobjecttype
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.documenten.tests.builders import make_document
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import ZAKEN, World, url, zaaktype_row
from zaakwerk.zgw import registry, vertrouwelijkheid
from zaakwerk.zgw.links import BASE as NO_BASE
from zaakwerk.zgw.resource import Resource
from zaakwerk.zgw.tests.api import BASE, ApiClient, api_client

pytestmark = pytest.mark.django_db

SCOPES = {
    "zrc": ["zaken.lezen", "zaken.aanmaken", "zaken.bijwerken", "zaken.verwijderen", "audittrails.lezen"],
    "drc": ["documenten.lezen", "documenten.aanmaken", "documenten.bijwerken", "documenten.verwijderen"],
    "ztc": ["catalogi.lezen", "catalogi.schrijven"],
}
LEVELS = ("openbaar", "intern", "vertrouwelijk")
SEEDS = range(8)


@dataclass(frozen=True)
class Right:
    """A right as an operator would say it."""

    component: str
    scopes: frozenset[str]
    by: str
    type: Any
    level: int

    def opens(self, scopes: frozenset[str], component: str, type_row: Any, level: int) -> bool:
        """Whether this right lets a client do this to an object of this type and confidentiality."""
        if component != self.component or not scopes & self.scopes:
            return False
        return self.component == "ztc" or (level <= self.level and self.is_about(type_row))

    def is_about(self, type_row: Any) -> bool:
        """Whether a type is the one named, by version, by name, by catalogus or by the last two."""
        same_name = name_of(type_row) == name_of(self.type)
        same_catalogus = type_row.catalogus_id == self.type.catalogus_id
        found: dict[str, bool] = {
            "version": type_row.pk == self.type.pk,
            "name": same_name,
            "catalogus": same_catalogus,
            "both": same_name and same_catalogus,
        }
        return found[self.by]

    def autorisatie(self) -> dict[str, Any]:
        """As the standard's API stores it."""
        key = {"zrc": "zaaktype", "drc": "informatieobjecttype"}.get(self.component)
        own = {key: NO_BASE + url(self.type).removeprefix(BASE)} if key else {}
        return {"component": self.component, "scopes": sorted(self.scopes), **own, **self.maximum()}

    def ruim(self) -> dict[str, Any]:
        """As our own extension stores it."""
        catalogus = NO_BASE + url(self.type.catalogus).removeprefix(BASE)
        return {
            "component": self.component,
            "scopes": sorted(self.scopes),
            "type": "" if self.by == "catalogus" else name_of(self.type),
            "catalogus": "" if self.by == "name" else catalogus,
            **self.maximum(),
        }

    def maximum(self) -> dict[str, str]:
        """The highest confidentiality."""
        return {"maxVertrouwelijkheidaanduiding": vertrouwelijkheid.NAME[self.level]}


def name_of(type_row: Any) -> str:
    """What the versions of a type share."""
    name: str = getattr(type_row, "identificatie", type_row.omschrijving)
    return name


class Office:
    """Two catalogi with the same names in them, versions, and zaken and documents of every kind."""

    def __init__(self) -> None:
        self.api = api_client("alles")
        self.zaaktypen: list[catalogi.ZaakType] = []
        for number in (1, 2):
            catalogus = catalogi.Catalogus.objects.create(
                domein=f"C{number}", rsin="517439943", contactpersoon_beheer_naam="Beheer"
            )
            for name in ("A", "B"):
                for year in (2020, 2024):
                    begin = date(year, 1, 1)
                    row = zaaktype_row(catalogus=catalogus, identificatie=name, begin_geldigheid=begin)
                    self.zaaktypen.append(row)
        for zaaktype in self.zaaktypen:
            self.fill(World(self.api, zaaktype))
        self.zaken = list(Zaak.objects.select_related("zaaktype").order_by("id"))
        related = EnkelvoudigInformatieObject.objects.select_related("informatieobjecttype")
        self.documents = list(related.order_by("id"))
        self.soorten = list(catalogi.InformatieObjectType.objects.order_by("id"))

    def soort_for(self, zaaktype: catalogi.ZaakType, name: str) -> catalogi.InformatieObjectType:
        """A kind of document that belongs to a zaaktype."""
        soort = make_informatieobjecttype(catalogus=zaaktype.catalogus, omschrijving=name)
        catalogi.ZaakTypeInformatieObjectType.objects.get_or_create(
            zaaktype=zaaktype,
            informatieobjecttype=name,
            richting="inkomend",
            defaults={"volgnummer": 1 if name == "Aanvraag" else 2},
        )
        return soort

    def fill(self, world: World) -> None:
        """A zaak per level, each with a rol, a resultaat, a status, an eigenschap and a document."""
        for level in LEVELS:
            zaak = world.zaak(vertrouwelijkheidaanduiding=level)
            number = vertrouwelijkheid.NUMBER[level]
            soort = self.soort_for(world.zaaktype, "Brief" if level == "intern" else "Aanvraag")
            document = make_document(informatieobjecttype=soort, vertrouwelijkheidaanduiding=number)
            eigenschap = {"zaak": zaak["url"], "eigenschap": url(world.eigenschap), "waarde": "12345"}
            for answer in (
                world.add_rol(zaak),
                world.set_resultaat(zaak),
                world.set_status(zaak, 0),
                world.link(zaak, document),
                world.api.post(f"{zaak['url']}/zaakeigenschappen", eigenschap),
            ):
                assert answer.status_code == 201, answer.content

    def client(self, rights: list[Right], name: str) -> ApiClient:
        """A client with exactly these rights."""
        plain = [right for right in rights if right.by == "version" or right.component == "ztc"]
        made = api_client(name, [right.autorisatie() for right in plain])
        ruim = [right.ruim() for right in rights if right not in plain]
        Applicatie.objects.filter(label=name).update(ruime_autorisaties=ruim)
        return made

    def random_rights(self, dice: random.Random) -> list[Right]:
        """One to five rights on anything."""
        return [self.random_right(dice) for _ in range(dice.randint(1, 5))]

    def random_right(self, dice: random.Random) -> Right:
        component = dice.choice(["zrc", "zrc", "zrc", "drc", "drc", "ztc"])
        scopes = frozenset(dice.sample(SCOPES[component], dice.randint(1, len(SCOPES[component]))))
        rows: Any = self.soorten if component == "drc" else self.zaaktypen
        by = dice.choice(["version", "name", "catalogus", "both"])
        return Right(component, scopes, by, dice.choice(rows), vertrouwelijkheid.NUMBER[dice.choice(LEVELS)])


@dataclass
class Checker:
    """A client with its rights, and what must be true of it."""

    office: Office
    rights: list[Right]
    api: ApiClient

    def may(self, scopes: frozenset[str], resource: Resource, row: Any) -> bool:
        """Whether the rights open this object, by the main object it belongs to."""
        component = resource.component.code
        if component == "ztc":
            return self.may_in_general(scopes, resource)
        main = resource.main_of(row)
        type_row = main.zaaktype if component == "zrc" else main.informatieobjecttype
        level = main.vertrouwelijkheidaanduiding
        return any(right.opens(scopes, component, type_row, level) for right in self.rights)

    def may_in_general(self, scopes: frozenset[str], resource: Resource) -> bool:
        """Whether a right on the component has a scope; who reads zaken or documenten reads types."""
        component = resource.component.code
        held = [right for right in self.rights if right.component == component and right.scopes & scopes]
        readers = {"zaken.lezen", "documenten.lezen"} if "catalogi.lezen" in scopes else set()
        return bool(held) or any(right.scopes & readers for right in self.rights)

    def check(self, resource: Resource, rows: list[Any]) -> None:
        """List, detail, HEAD, 304, audit trail and writes of one resource."""
        visible = [row for row in rows if self.may(resource.read, resource, row)]
        self.check_list(resource, visible)
        for row in rows:
            self.check_reading(resource, row, row in visible)
            self.check_writing(resource, row)

    def check_list(self, resource: Resource, visible: list[Any]) -> None:
        """Exactly the visible objects, counted so too."""
        if resource.parent_field:
            return
        query = (
            {"status": "alles"}
            if any(f.key == "status" and f.default is not None for f in resource.filters)
            else {}
        )
        answer = self.api.get(
            f"{BASE}{resource.prefix}"[:-1], {**query, **({"pageSize": "500"} if resource.paginated else {})}
        )
        if not self.may_in_general(resource.read, resource):
            assert answer.status_code == 403
            return
        assert answer.status_code == 200, answer.content
        found = answer.json()
        results = found["results"] if resource.paginated else found
        assert {item["url"] for item in results} == {url(row) for row in visible}
        assert not resource.paginated or found["count"] == len(visible)

    def check_reading(self, resource: Resource, row: Any, is_visible: bool) -> None:
        """Detail, HEAD, a known ETag, and the audit trail."""
        address = url(row)
        assert self.api.get(address).status_code == (200 if is_visible else 403), address
        assert self.api.head(address).status_code == (200 if is_visible else 403)
        if resource.has_etag:
            tag = self.office.api.get(address).headers["ETag"]
            known = self.api.get(address, HTTP_IF_NONE_MATCH=tag)
            assert known.status_code == (304 if is_visible else 403)
        if resource.audited and not resource.main:
            trail = frozenset({"audittrails.lezen"})
            expected = is_visible and self.may_in_general(trail, resource)
            assert self.api.get(f"{address}/audittrail").status_code == (200 if expected else 403)
        if resource.parent_field:
            listed = self.api.get(address.rpartition("/")[0])
            assert listed.status_code == (200 if is_visible else 403)

    def check_writing(self, resource: Resource, row: Any) -> None:
        """A write is forbidden exactly when no right has its scope on this object."""
        for method, command in (("patch", resource.update), ("delete", resource.destroy)):
            if command is None:
                continue
            allowed = self.may(command.scopes, resource, row)
            status = self.tried(method, url(row))
            assert (status == 403) == (not allowed), (method, url(row), status)

    def tried(self, method: str, address: str) -> int:
        """The status of a write that is taken back."""
        with transaction.atomic():
            body: tuple[dict[str, str], ...] = ({},) if method == "patch" else ()
            status: int = getattr(self.api, method)(address, *body).status_code
            transaction.set_rollback(True)
        return status


def resources() -> Iterator[Resource]:
    """Every resource of zaken, documenten and catalogi."""
    for resource in registry.all_resources():
        if resource.component.code in ("zrc", "drc", "ztc"):
            yield resource


@pytest.mark.parametrize("seed", SEEDS)
def test_a_client_sees_and_does_exactly_what_its_rights_say(seed: int) -> None:
    dice, office = random.Random(seed), Office()
    rights = office.random_rights(dice)
    checker = Checker(office, rights, office.client(rights, f"beperkt-{seed}"))
    checked = 0
    for resource in resources():
        related = {name for name in (resource.main, resource.parent_field) if name}
        rows = list(resource.queryset().select_related(*related).order_by("id"))
        chosen = rows if not resource.main else dice.sample(rows, min(len(rows), 8))
        if resource.main:
            visible = [row for row in rows if checker.may(resource.read, resource, row)]
            checker.check_list(resource, visible)
            for row in chosen:
                checker.check_reading(resource, row, row in visible)
                checker.check_writing(resource, row)
        else:
            checker.check(resource, rows)
        checked += len(chosen)
    assert checked > 100


@pytest.mark.parametrize("seed", SEEDS)
def test_expand_embeds_only_what_the_client_may_read(seed: int) -> None:
    dice, office = random.Random(seed), Office()
    rights = [
        *office.random_rights(dice),
        Right("zrc", frozenset({"zaken.lezen"}), "catalogus", office.zaaktypen[0], 8),
    ]
    checker = Checker(office, rights, office.client(rights, "breed"))
    documents = {
        url(row)
        for row in office.documents
        if checker.may(frozenset({"documenten.lezen"}), registry.for_model(type(row)), row)
    }
    query = {"expand": "zaaktype,rollen,zaakinformatieobjecten.informatieobject", "pageSize": "500"}
    answer = checker.api.get(f"{ZAKEN}/zaken", query).json()
    assert answer["results"]
    for zaak in answer["results"]:
        embedded = zaak["_expand"]
        assert [rol["url"] for rol in embedded["rollen"]] == zaak["rollen"]
        assert embedded["zaaktype"]["url"] == zaak["zaaktype"]
        for relatie in embedded["zaakinformatieobjecten"]:
            shown = relatie["_expand"]["informatieobject"]
            assert shown.get("url") == (
                relatie["informatieobject"] if relatie["informatieobject"] in documents else None
            )


@pytest.mark.parametrize("seed", SEEDS)
def test_creating_needs_the_right_for_the_type_and_level_that_come_to_be(seed: int) -> None:
    dice, office = random.Random(seed), Office()
    rights = [right for right in office.random_rights(dice) if right.component == "zrc"]
    rights.append(
        Right("zrc", frozenset({"zaken.aanmaken"}), dice.choice(["name", "both"]), office.zaaktypen[0], 3)
    )
    client = office.client(rights, "maker")
    for zaaktype in office.zaaktypen:
        for level in LEVELS:
            number = vertrouwelijkheid.NUMBER[level]
            wanted = frozenset({"zaken.aanmaken"})
            allowed = any(right.opens(wanted, "zrc", zaaktype, number) for right in rights)
            body = {
                "zaaktype": url(zaaktype),
                "bronorganisatie": "517439943",
                "verantwoordelijkeOrganisatie": "517439943",
                "startdatum": "2026-01-05",
                "vertrouwelijkheidaanduiding": level,
            }
            assert client.post(f"{ZAKEN}/zaken", body).status_code == (201 if allowed else 403)
