"""Graaf: the steps of a frame as a graph: which are reached, which lead to the end, which go in circles."""

from collections.abc import Iterable, Mapping

from zaakwerk.kader import pijlen
from zaakwerk.kader.feiten import Feiten, Soort, Stap
from zaakwerk.kader.vragen import Inrichting

Edges = Mapping[str, frozenset[str]]
START = ""
ANY: tuple[Soort, ...] = ("volgend", "terug", "overslaan", "afbreken")


def edges(inrichting: Inrichting, soorten: Iterable[Soort] = ANY) -> Edges:
    """From each step the steps that moves of these kinds lead to; from the start the first one."""
    stappen = tuple(Stap(found.uuid, found.naam, found.volgnummer) for found in inrichting.stappen)
    wanted = frozenset(soorten)

    def out_of(stap: Stap) -> frozenset[str]:
        feiten = Feiten(stappen, huidige=stap.uuid, pijlen=inrichting.pijlen)
        return frozenset(naar.naam for pijl, naar in pijlen.vanuit(feiten) if pijl.soort in wanted)

    return {
        START: frozenset(stap.naam for stap in stappen[:1]),
        **{stap.naam: out_of(stap) for stap in stappen[:-1]},
    }


def reached(inrichting: Inrichting) -> set[str]:
    """Every step a zaak can get to from its beginning."""
    return walk(edges(inrichting), START) - {START}


def dead_ends(inrichting: Inrichting) -> list[str]:
    """Reachable steps from which no way leads to the last one."""
    if not inrichting.stappen:
        return []
    ways, last = edges(inrichting), inrichting.stappen[-1].naam
    found = reached(inrichting)
    return [
        stap.naam
        for stap in inrichting.stappen[:-1]
        if stap.naam in found and last not in walk(ways, stap.naam)
    ]


def circles(inrichting: Inrichting) -> list[tuple[str, ...]]:
    """The circles that moves forward make, each once, from its first step on."""
    ways = edges(inrichting, ("volgend",))
    order = [stap.naam for stap in inrichting.stappen]
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for naam in order:
        around = walk(ways, naam)
        if naam in around:
            circle = tuple(other for other in order if other in around and naam in walk(ways, other))
            found.setdefault(frozenset(circle), tuple(dict.fromkeys(circle)))
    return list(found.values())


def walk(ways: Edges, start: str) -> set[str]:
    """Every step that can be reached from one, itself only when a way leads back."""
    seen: set[str] = set()
    todo = list(ways.get(start, ()))
    while todo:
        naam = todo.pop()
        if naam not in seen:
            seen.add(naam)
            todo += ways.get(naam, ())
    return seen
