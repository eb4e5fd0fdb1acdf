"""Sparse: answers with only the fields asked for, also of related objects and groups (zrc-029)."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from zaakwerk.zgw import registry
from zaakwerk.zgw.expand import MAX_DEPTH, Tree
from zaakwerk.zgw.kinds import fault
from zaakwerk.zgw.relations import Empty, Link, Links, Loose, Outside
from zaakwerk.zgw.representation import Wire
from zaakwerk.zgw.resource import Resource

MAX_NAMES = 1000
ALL = "*"

logger = logging.getLogger(__name__)


@dataclass
class Names:
    """What is asked for of one object: fields as they are, and fields of groups and related objects."""

    plain: set[str] = field(default_factory=set)
    below: dict[str, "Names"] = field(default_factory=dict)

    def has(self, key: str) -> bool:
        """Whether the field is asked for as it is."""
        return key in self.plain or ALL in self.plain


def parse(raw: Any) -> Names:
    """`["url", {"status": ["statustype"]}]` as names; raises Faulty for another form."""
    names = Names()
    if read_list(raw, names, MAX_DEPTH, MAX_NAMES) < 0:
        raise fault("max_length", f"fields noemt meer dan {MAX_NAMES} namen.")
    return names


def read_list(raw: Any, names: Names, depth: int, left: int) -> int:
    """Reads one level into `names`; answers how many names may still follow."""
    if not isinstance(raw, list):
        raise fault("not_a_list", "Dit moet een lijst zijn van namen en objecten.")
    if depth == 0:
        raise fault("invalid", f"fields gaat dieper dan {MAX_DEPTH} niveaus.")
    for element in raw:
        if isinstance(element, str):
            names.plain.add(element)
            left -= 1
        elif isinstance(element, dict):
            for key, below in element.items():
                left = read_list(below, names.below.setdefault(key, Names()), depth - 1, left - 1)
        else:
            raise fault("invalid", "Een veld is een naam, of een object met namen.")
    return left


def relations_in(resource: Resource, names: Names) -> Tree:
    """What `expand` must fetch for these names; a name that does not exist is passed over (C-06)."""
    unknown = [key for key in names.plain | names.below.keys() if resource.expansion_for(key) is None]
    if set(unknown) - {ALL}:
        logger.info("fields: %s has no %s", resource.name, ", ".join(sorted(unknown))[:200])
    tree: Tree = {}
    for key, below in names.below.items():
        found = resource.expansion_for(key)
        if isinstance(found, Link | Links | Loose):
            tree[key] = relations_in(registry.for_model(found.model), below)
        elif isinstance(found, Outside | Empty):
            tree[key] = {}
    return tree


def pruned(resource: Resource, wire: Wire, names: Names) -> Wire:
    """The wire object with only the fields asked for; related objects stand under _expand."""
    embedded = wire.get("_expand") or {}
    kept: Wire = {}
    for key, value in wire.items():
        if key == "_expand":
            continue
        if names.has(key):
            kept[key] = value
        elif key in names.below and key not in embedded:
            kept[key] = pruned_group(value, names.below[key])
    if embedded:
        kept["_expand"] = {
            key: pruned_related(resource, key, found, names.below[key]) for key, found in embedded.items()
        }
    return kept


def pruned_related(resource: Resource, key: str, found: Any, names: Names) -> Any:
    """An embedded object or list of those, pruned as well."""
    relation = resource.expansion_for(key)
    related = registry.for_model(relation.model) if isinstance(relation, Link | Links | Loose) else None

    def one(wire: Wire) -> Wire:
        return pruned(related, wire, names) if related else pruned_plain(wire, names)

    return [one(wire) for wire in found] if isinstance(found, list) else one(found)


def pruned_group(value: Any, names: Names) -> Any:
    """A gegevensgroep, or a list of those, with only these names."""
    plain = msgspec.json.decode(value) if isinstance(value, msgspec.Raw) else value
    if isinstance(plain, list):
        return [pruned_plain(part, names) for part in plain]
    return pruned_plain(plain, names)


def pruned_plain(value: Any, names: Names) -> Any:
    """A JSON object with only these names; anything else as it is."""
    if not isinstance(value, Mapping):
        return value
    return {
        key: found if names.has(key) else pruned_group(found, names.below[key])
        for key, found in value.items()
        if names.has(key) or key in names.below
    }
