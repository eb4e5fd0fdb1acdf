"""Expand: related objects embedded under _expand, one statement per relation and level, within reach."""

from collections.abc import Sequence
from typing import Any

from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Forbidden, NotFound
from zaakwerk.zgw.relations import Empty, Link, Links, Outside
from zaakwerk.zgw.representation import Wire, read_many
from zaakwerk.zgw.resource import Resource

MAX_DEPTH = 10
MAX_OBJECTS = 20_000
Tree = dict[str, Any]


def parse(raw: str) -> Tree:
    """`rollen.roltype,status` as a tree; repeated prefixes merge (1.8)."""
    tree: Tree = {}
    for path in filter(None, (part.strip() for part in raw.split(","))):
        steps = path.split(".")
        if len(steps) > MAX_DEPTH:
            raise NotFound(f"expand gaat dieper dan {MAX_DEPTH} niveaus: {path}.")
        node = tree
        for step in steps:
            node = node.setdefault(step, {})
    return tree


def apply(resource: Resource, actor: Actor, wires: Sequence[Wire], tree: Tree) -> None:
    """Adds _expand to every wire object; an unknown attribute is a 404 (zrc-027)."""
    if not tree:
        return
    for wire in wires:
        wire["_expand"] = {}
    for key, below in tree.items():
        field = resource.expansion_for(key)
        if isinstance(field, Outside) and not below:
            for wire in wires:
                wire["_expand"][key] = field.embedded(wire)
            continue
        if isinstance(field, Empty):
            embed(wires, key, [[]] * len(wires), {}, is_many=True)
            continue
        if not isinstance(field, Link | Links):
            raise NotFound(f"{key} is geen relatie van {resource.name}.")
        related, targets = registry.for_model(field.model), field.targets(wires)
        objects = fetch(related, actor, [url for urls in targets for url in urls])
        apply(related, actor, list(objects.values()), below)
        embed(wires, key, targets, objects, field.is_many)


def fetch(related: Resource, actor: Actor, urls: Sequence[str]) -> dict[str, Wire]:
    """The related objects of a whole level by URL; none when the actor has no right to any (C-05)."""
    if len(urls) > MAX_OBJECTS:
        raise NotFound("expand levert te veel objecten op; vraag een kleinere pagina.")
    try:
        return read_many(related, actor, (url.rpartition("/")[2] for url in urls))
    except Forbidden:
        return {}


def embed(
    wires: Sequence[Wire], key: str, targets: Sequence[list[str]], objects: dict[str, Wire], is_many: bool
) -> None:
    """The embedded form: {} for no object, a list without what is out of reach."""
    for wire, urls in zip(wires, targets, strict=True):
        found = [objects[url] for url in urls if url in objects]
        wire["_expand"][key] = found if is_many else found[0] if found else {}
