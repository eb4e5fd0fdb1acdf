"""Bulk: many zaken registered in one call, all or nothing or each by itself, by the command of one."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from zaakwerk.zaken import scopes
from zaakwerk.zaken.commands import CreateZaak
from zaakwerk.zaken.resources.zaken import ZAAK
from zaakwerk.zgw import problems
from zaakwerk.zgw.actors import Target
from zaakwerk.zgw.bodies import read_json
from zaakwerk.zgw.groups import normalise, read_fields
from zaakwerk.zgw.kinds import Faulty, to_boolean
from zaakwerk.zgw.operations import Call, only_known, start
from zaakwerk.zgw.problems import Forbidden, Invalid, Problem, Violation
from zaakwerk.zgw.representation import Wire, wire_of

MOST = 500


def create_zaken(request: HttpRequest) -> HttpResponse:
    """POST {"zaken": […], "allesOfNiets": true}: 201 with every zaak; or 200 with a result per zaak."""
    call = start(ZAAK, request, needs_crs=False)
    only_known(request, set())
    if not call.actor.may_any("zrc", scopes.AANMAKEN):
        call.actor.require(scopes.AANMAKEN, Target("zrc"))
    bodies, is_whole = read_body(read_json(request))
    results = create_whole(call, bodies) if is_whole else list(create_each(call, bodies))
    made = sum(1 for result in results if result["status"] == 201)
    return call.json({"aantal": made, "results": results}, 201 if is_whole else 200)


def read_body(body: dict[str, Any]) -> tuple[list[Any], bool]:
    """The bodies of the zaken, and whether they go together."""
    bodies, faults = body.get("zaken"), []
    if not isinstance(bodies, list) or not bodies:
        faults.append(Violation("not_a_list", "Stuur een lijst met minstens een zaak.", "zaken"))
    elif len(bodies) > MOST:
        faults.append(Violation("max_length", f"Stuur hoogstens {MOST} zaken tegelijk.", "zaken"))
    try:
        is_whole = to_boolean(body.get("allesOfNiets", True))
    except Faulty as problem:
        faults += [Violation(v.code, v.reason, "allesOfNiets") for v in problem.violations]
    if faults:
        raise Invalid(faults)
    return body["zaken"], is_whole


def read_one(call: Call, body: Any) -> CreateZaak:
    """The command that one body asks for; raises Invalid."""
    if not isinstance(body, Mapping):
        raise Invalid([Violation("invalid", "Dit moet een object zijn.", "")])
    values, faults = read_fields(ZAAK.fields, normalise(body, ZAAK.fields), call.origin)
    if faults:
        raise Invalid(faults)
    return CreateZaak(actor=call.actor, **values)


def create_whole(call: Call, bodies: list[Any]) -> list[Wire]:
    """Registers every zaak, or none and says all that is wrong."""
    commands, faults = [], []
    for index, body in enumerate(bodies):
        try:
            commands.append(read_one(call, body))
            commands[-1].prepare()  # another host is asked before the transaction, and remembered
        except Invalid as problem:
            faults += list(placed(index, problem))
    refuse(faults)
    with transaction.atomic():
        results = []
        for index, command in enumerate(commands):
            try:
                results.append(run(index, command))
            except Invalid as problem:
                faults += list(placed(index, problem))
            except Forbidden as problem:
                raise Forbidden(f"Zaak {index}: {problem.detail}") from None
        refuse(faults)
    return results


def create_each(call: Call, bodies: list[Any]) -> Iterator[Wire]:
    """Registers each zaak in its own transaction; a refused one is a result like the others."""
    for index, body in enumerate(bodies):
        try:
            yield run(index, read_one(call, body))
        except Problem as problem:
            fout = msgspec.Raw(problems.respond(problem).content)
            yield {"index": index, "status": problem.status, "fout": fout}


def run(index: int, command: CreateZaak) -> Wire:
    """Registers one zaak."""
    zaak, journal = command.execute()
    wire = journal.wire(zaak) or wire_of(ZAAK, zaak.pk)
    return {"index": index, "status": 201, "zaak": msgspec.Raw(wire)}


def placed(index: int, problem: Invalid) -> Iterator[Violation]:
    """The faults of one zaak, named by its place in the list."""
    for found in problem.violations:
        yield Violation(found.code, found.reason, f"zaken.{index}.{found.name}".rstrip("."))


def refuse(faults: list[Violation]) -> None:
    """Raises Invalid when there is any fault."""
    if faults:
        raise Invalid(faults)
