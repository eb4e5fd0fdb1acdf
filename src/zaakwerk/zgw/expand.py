"""Expand: related objects embedded under _expand, one statement per relation and level, within reach."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from zaakwerk.zgw import elsewhere, registry
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.problems import Forbidden, NotFound
from zaakwerk.zgw.relations import Empty, Link, Links, Loose, Outside
from zaakwerk.zgw.representation import Wire, existing, read_many
from zaakwerk.zgw.resource import Resource

MAX_DEPTH = 10
MAX_OBJECTS = 20_000
Tree = dict[str, Any]


@dataclass
class Budget:
    """How many objects an answer may still embed, each counted as often as it is written out."""

    left: int = field(default_factory=lambda: MAX_OBJECTS)

    def spend(self, objects: int) -> None:
        """Takes from the budget; an answer beyond it cannot be carried out (zrc-028)."""
        self.left -= objects
        if self.left < 0:
            raise NotFound("expand levert te veel objecten op; vraag een kleinere pagina.")


@dataclass(frozen=True)
class Level:
    """Wire objects that get the same relations, how often each stands in the answer, and who asks."""

    resource: Resource
    wires: Sequence[Wire]
    weights: Sequence[int]
    actor: Actor
    budget: Budget


def parse(raw: str) -> Tree:
    """`rollen.roltype,status` as a tree; repeated prefixes merge (1.8)."""
    tree: Tree = {}
    for path in filter(None, (part.strip() for part in raw.split(","))):
        steps = path.split(".")
        if len(steps) > MAX_DEPTH:
            raise NotFound(f"expand gaat dieper dan {MAX_DEPTH} niveaus: {path[:200]}.")
        node = tree
        for step in steps:
            node = node.setdefault(step, {})
    return tree


def apply(resource: Resource, actor: Actor, wires: Sequence[Wire], tree: Tree) -> None:
    """Adds _expand to every wire object; an unknown attribute is a 404 (zrc-027)."""
    fill(Level(resource, wires, [1] * len(wires), actor, Budget()), tree)


def fill(level: Level, tree: Tree) -> None:
    """One level of the tree, and through it every level below."""
    if not tree:
        return
    for wire in level.wires:
        wire["_expand"] = {}
    for key, below in tree.items():
        field = level.resource.expansion_for(key)
        if isinstance(field, Empty):
            embed(level.wires, key, [[]] * len(level.wires), {}, is_many=True)
        elif isinstance(field, Outside):
            embed_outside(level, field, below)
        elif isinstance(field, Link | Links | Loose):
            embed_related(level, field, below)
        else:
            raise NotFound(f"{key[:40]} is geen relatie van {level.resource.name}.")


def embed_outside(level: Level, field: Outside, below: Tree) -> None:
    """Objects of other systems; each URL is asked once per request."""
    for wire, weight in zip(level.wires, level.weights, strict=True):
        found = wire["_expand"][field.key] = field.embedded(wire)
        level.budget.spend(weight * len(found) if isinstance(found, list) else weight)
        for one in found if isinstance(found, list) else [found] if found else []:
            fill_foreign(one, below, level.budget, weight)


def fill_foreign(wire: Wire, tree: Tree, budget: Budget, weight: int) -> None:
    """What an object of another system links to, by the URLs in it; its keys are its own affair (zrc-028)."""
    for key, below in tree.items():
        urls = wire.get(key)
        targets = urls if isinstance(urls, list) else [urls] if urls else []
        if key not in wire or not all(isinstance(url, str) for url in targets):
            raise NotFound(f"{key[:40]} is geen relatie van een object van een ander systeem.")
        budget.spend(weight * len(targets))
        found = [elsewhere.show(url) for url in targets]
        for one in found:
            fill_foreign(one, below, budget, weight)
        wire.setdefault("_expand", {})[key] = found if isinstance(urls, list) else found[0] if found else {}


def embed_related(level: Level, field: Link | Links | Loose, below: Tree) -> None:
    """Objects of our own: the whole level in one statement."""
    related, targets = registry.for_model(field.model), field.targets(level.wires)
    if isinstance(field, Loose):
        targets = [[canonical(related, url) for url in urls] for urls in targets]
    occurrences = count(targets, level.weights)
    level.budget.spend(occurrences.total())
    outside = {url: show(field, url) for url in occurrences if is_foreign(field, related, url)}
    for url, wire in outside.items():
        fill_foreign(wire, below, level.budget, occurrences[url])
    objects = fetch(related, level.actor, [url for url in occurrences if url not in outside])
    if isinstance(field, Loose):
        require_existing(related, [url for url in occurrences if url not in outside and url not in objects])
    weights = [occurrences[url] for url in objects]
    fill(Level(related, list(objects.values()), weights, level.actor, level.budget), below)
    embed(level.wires, field.key, targets, {**objects, **outside}, field.is_many)


def count(targets: Sequence[Sequence[str]], weights: Sequence[int]) -> Counter[str]:
    """How often each URL will stand in the answer."""
    occurrences: Counter[str] = Counter()
    for urls, weight in zip(targets, weights, strict=True):
        for url in urls:
            occurrences[url] += weight
    return occurrences


def canonical(related: Resource, url: str) -> str:
    """A URL from JSON in the form that the resource itself writes; another URL as it is."""
    uuid = related.uuid_in(url[1:])
    return related.url_of(uuid) if uuid else url


def is_foreign(field: Link | Links | Loose, related: Resource, url: str) -> bool:
    """Whether a URL among the targets of a relation is no URL of ours."""
    if isinstance(field, Loose):
        return related.uuid_in(url[1:]) is None
    return not url.startswith(BASE)


def show(field: Link | Links | Loose, url: str) -> Wire:
    """The object of another system that a relation names."""
    return dict(field.find(url)) if isinstance(field, Loose) else elsewhere.show(url)


def require_existing(related: Resource, urls: Sequence[str]) -> None:
    """What exists and is out of reach is left out (C-05); what does not exist is a 404 (zrc-028)."""
    uuids = {url.rpartition("/")[2] for url in urls}
    missing = uuids - existing(related, uuids)
    if missing:
        raise NotFound(f"De URL van een {related.name} verwijst naar niets: {min(missing)}.")


def fetch(related: Resource, actor: Actor, urls: Sequence[str]) -> dict[str, Wire]:
    """The related objects of a whole level by URL; none when the actor has no right to any (C-05)."""
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
