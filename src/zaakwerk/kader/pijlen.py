"""Pijlen: which moves lead out of a step: those declared for it, or else what the order of the steps says."""

from collections.abc import Iterator, Sequence

from zaakwerk.kader.feiten import MET_REDEN, SOORTEN, Feiten, Pijl, Soort, Stap


def vanuit(feiten: Feiten) -> list[tuple[Pijl, Stap]]:
    """The moves from where a zaak stands with the step each leads to, the likely ones first.

    Once moves are declared for a step, the step has only those; a declaration for every step adds to
    both, and goes before what the order says. A closed zaak can only be reopened.
    """
    if feiten.is_gesloten:
        return heropeningen(feiten)
    huidige = feiten.huidige_stap
    found = met_elke(feiten.pijlen, feiten.stappen, huidige)
    return sorted(
        [(pijl, stap) for pijl, stap in found if pijl.soort != "heropenen" and stap != huidige],
        key=lambda pair: (SOORTEN.index(pair[0].soort), pair[1].volgnummer),
    )


def met_elke(
    pijlen: Sequence[Pijl], stappen: Sequence[Stap], huidige: Stap | None
) -> Iterator[tuple[Pijl, Stap]]:
    """The declared moves of a step, or else those by order; with the ones declared for every step."""
    own = [pijl for pijl in pijlen if huidige and pijl.van == huidige.naam]
    every = [pijl for pijl in pijlen if not pijl.van]
    taken = {pijl.naar for pijl in own}
    declared = [*own, *(pijl for pijl in every if pijl.naar not in taken)]
    yield from bestaande(declared, stappen)
    if not [pijl for pijl in own if pijl.soort != "heropenen"]:
        named = {pijl.naar for pijl in declared if pijl.soort != "heropenen"}
        yield from ((pijl, stap) for pijl, stap in op_volgorde(stappen, huidige) if stap.naam not in named)


def bestaande(pijlen: Sequence[Pijl], stappen: Sequence[Stap]) -> Iterator[tuple[Pijl, Stap]]:
    """Declared moves with the step they name, once each; a name without a step leads nowhere."""
    by_name = {stap.naam: stap for stap in reversed(stappen)}
    seen: set[tuple[str, Soort]] = set()
    for pijl in pijlen:
        if pijl.naar in by_name and (pijl.naar, pijl.soort) not in seen:
            seen.add((pijl.naar, pijl.soort))
            yield pijl, by_name[pijl.naar]


def op_volgorde(stappen: Sequence[Stap], huidige: Stap | None) -> Iterator[tuple[Pijl, Stap]]:
    """The moves that follow from the order: to the next step, over steps, to the end, and back."""
    if not stappen:
        return
    eind, place = stappen[-1], stappen.index(huidige) if huidige else -1
    for number, stap in enumerate(stappen):
        if number == place:
            continue
        soort: Soort = "terug"
        if number == place + 1:
            soort = "volgend"
        elif number > place:
            soort = "afbreken" if stap == eind else "overslaan"
        yield default(soort, huidige, stap), stap


def heropeningen(feiten: Feiten) -> list[tuple[Pijl, Stap]]:
    """The ways back into the work: as declared, or else to every step but the last; where it was first."""
    eind = feiten.eindstap
    declared = [pijl for pijl in feiten.pijlen if pijl.soort == "heropenen"]
    targets = [stap for stap in feiten.stappen if stap != eind]
    found = (
        [(pijl, stap) for pijl, stap in bestaande(declared, feiten.stappen) if stap != eind]
        if declared
        else [(default("heropenen", eind, stap), stap) for stap in targets]
    )
    return sorted(found, key=lambda pair: (pair[1].uuid not in feiten.bereikt, -pair[1].volgnummer))


def default(soort: Soort, van: Stap | None, naar: Stap) -> Pijl:
    """A move that nobody declared; off the beaten path it asks for a reason."""
    return Pijl(van.naam if van else "", naar.naam, soort, reden_verplicht=soort in MET_REDEN)
