"""Fuzzing: whatever a client sends, no operation fails, and every answer is as our OpenAPI document says.

The seed is fixed, so a run that was clean stays clean until something changes. Half of the requests are aimed
at objects that exist: what is not found proves little.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.tokens import CRS
from zaakwerk.documenten.commands import RegisterDocument
from zaakwerk.zaken.tests.world import RSIN, ZAKEN, World, url
from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.resource import Component

pytestmark = pytest.mark.django_db
CHECKS: list[Any] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
# Per API how many requests of each kind an operation gets: the first is owed the most.
EXAMPLES = {"zaken": 6}
FEW = 2
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


def populated() -> World:
    """A world with one object of almost every kind."""
    world = World()
    zaak = world.zaak(hoofdzaak=world.zaak()["url"])
    below = {"zaak": zaak["url"]}
    world.add_rol(zaak)
    world.set_status(zaak, 0)
    world.set_resultaat(zaak)
    bare = world.document()
    soort = bare.informatieobjecttype
    bare.delete()
    document = RegisterDocument(
        actor=SYSTEM,
        bronorganisatie=RSIN,
        creatiedatum=date(2026, 1, 5),
        titel="Aanvraag",
        auteur="Zaakwerk",
        taal="nld",
        informatieobjecttype=soort,
    ).run()
    for path, body in (
        ("zaakobjecten", {"objectType": "pand", "objectIdentificatie": {"identificatie": "1"}}),
        ("zaakinformatieobjecten", {"informatieobject": url(document)}),
        ("klantcontacten", {"datumtijd": "2026-01-05T10:00:00Z"}),
        ("zaakcontactmomenten", {"contactmoment": "https://example.org/contactmomenten/1"}),
        ("zaakverzoeken", {"verzoek": "https://example.org/verzoeken/1"}),
        ("zaaknotities", {"gerelateerdAan": zaak["url"], "onderwerp": "Let op", "tekst": "Bel terug"}),
        (f"zaken/{zaak['uuid']}/zaakeigenschappen", {"eigenschap": url(world.eigenschap), "waarde": "1"}),
    ):
        made = world.api.post(f"{ZAKEN}/{path}", {**below, **body} if path != "zaaknotities" else body)
        assert made.status_code == 201, made.content
    return world


def existing(component: Component) -> dict[str, dict[str, str]]:
    """Per path the values of its variables with which it names something that exists."""
    found = {}
    for resource in component.resources:
        row = resource.queryset().order_by("pk").last()
        if row is None:
            continue
        address = "/" + resource.path.replace("{parent}", "{" + f"{resource.parent_field}_uuid" + "}")
        values = {"uuid": str(row.uuid)}
        if resource.parent_field:
            values[f"{resource.parent_field}_uuid"] = str(getattr(row, resource.parent_field).uuid)
        found[address] = found[f"{address}/{{uuid}}"] = values
        line = AuditRegel.objects.filter(hoofd_uuid=row.uuid).last()
        owner = {f"{resource.name}_uuid": str(row.uuid), "uuid": str(line.uuid if line else row.uuid)}
        trail = f"{address}/{{{resource.name}_uuid}}/audittrail"
        found[trail] = found[f"{trail}/{{uuid}}"] = owner
    return found


def links(component: Component) -> dict[str, str]:
    """Per field that links the URL of something that exists."""
    found = {}
    for resource in component.resources:
        for shown in resource.fields:
            model = getattr(shown, "model", None)
            row = model and model._default_manager.order_by("pk").last()
            if row is not None and not shown.read_only and not getattr(shown, "is_many", False):
                found[shown.key] = url(row)
    return found


def aimed(case: Case[Any], known: dict[str, str], targets: dict[str, str]) -> Case[Any]:
    """The request with a path and links that lead somewhere."""
    for name in case.path_parameters or {}:
        case.path_parameters[name] = known.get(name, case.path_parameters[name])
    if isinstance(case.body, dict):
        case.body |= {key: value for key, value in targets.items() if key in case.body}
    return case


@dataclass
class Fuzzer:
    """The requests to one API, and which statuses they were answered with."""

    component: Component
    world: World
    statuses: set[int] = field(default_factory=set)

    def faults(self) -> Iterator[str]:
        """What goes wrong, once per operation and kind of fault."""
        address = f"{self.component.prefix}/openapi.json"
        schema = schemathesis.openapi.from_wsgi(address, app=WSGIHandler())
        places, targets = existing(self.component), links(self.component)
        for result in schema.get_all_operations():
            operation: Any = result.ok()  # type: ignore[union-attr]  # a wrong document raises here
            known = places.get(operation.path, {})
            found: dict[str, str] = {}
            for mode in MODES:
                found |= self.run(operation, mode, known, targets)
            yield from (f"{operation.label}: {words}" for words in found.values())

    def run(
        self, operation: Any, mode: GenerationMode, known: dict[str, str], targets: dict[str, str]
    ) -> dict[str, str]:
        """The faults of some requests to one operation by kind; each request is undone."""
        found: dict[str, str] = {}
        turns = count()

        @seed(20261124)
        @settings(
            max_examples=EXAMPLES.get(self.component.name, FEW),
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: Case[Any]) -> None:
            request = aimed(case, known, targets) if next(turns) % 2 else case
            with transaction.atomic():
                answer = request.call(headers={**CRS, "Authorization": f"Bearer {self.world.api.token()}"})
                transaction.set_rollback(True)
            self.statuses.add(answer.status_code)
            try:
                request.validate_response(answer, checks=CHECKS)
            except FailureGroup as group:
                sent = f"{request.method} {request.formatted_path} {request.query} {request.body!r}"[:400]
                for fault in group.exceptions:
                    found[fault.title] = f"{answer.status_code} {fault.title}: {fault.message[:600]} ({sent})"

        ask()
        return found


@contextmanager
def kept_connection() -> Iterator[None]:
    """The requests share the transaction of the test, as those of Django's own client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


@pytest.mark.parametrize(
    "api", ["zaken", "catalogi", "autorisaties", "notificaties", "documenten", "besluiten"]
)
def test_no_request_makes_it_fail_and_answers_are_as_described(api: str) -> None:
    component = registry.COMPONENTS.get(api)
    if component is None:
        pytest.skip(f"the {api} API is not built yet")
    fuzzer = Fuzzer(component, populated())
    with kept_connection():
        faults = list(fuzzer.faults())
    assert not faults, re.sub(r"\n+", "\n", "\n\n".join(faults))
    assert ({200, 201, 204, 400, 404} if api == "zaken" else {200, 400, 404}) <= fuzzer.statuses
