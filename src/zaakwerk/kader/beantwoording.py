"""Beantwoording: lays what a zaaktype asks beside what a zaak has; no database."""

from collections.abc import Callable, Iterable, Mapping

from zaakwerk.kader.bezit import Bezit
from zaakwerk.kader.feiten import Bevoegdheid, Eis, EisSoort, Feiten, Stap, Uitkomst
from zaakwerk.kader.vragen import Inrichting, StapVragen, UitkomstVragen, Vraag


def facts(inrichting: Inrichting, bezit: Bezit, bevoegdheid: Bevoegdheid) -> Feiten:
    """What is asked beside what is there."""
    return Feiten(
        stappen=tuple(as_stap(stap, inrichting, bezit) for stap in inrichting.stappen),
        huidige=bezit.status,
        bereikt=frozenset(bezit.bereikt),
        is_gesloten=bezit.is_gesloten,
        pijlen=inrichting.pijlen,
        uitkomsten=tuple(as_uitkomst(kind, inrichting, bezit) for kind in inrichting.uitkomsten),
        resultaat=bezit.resultaat,
        sluiten=tuple(closing(bezit)),
        heropenen=tuple(reopening(bezit)),
        bevoegdheid=bevoegdheid,
    )


def as_uitkomst(kind: UitkomstVragen, inrichting: Inrichting, bezit: Bezit) -> Uitkomst:
    """An outcome with what it asks of this zaak."""
    asked = (eis for vraag in kind.vragen for eis in answered(vraag, "", inrichting, bezit))
    return Uitkomst(kind.uuid, kind.naam, tuple(asked))


def as_stap(stap: StapVragen, inrichting: Inrichting, bezit: Bezit) -> Stap:
    """A step with what it asks of this zaak: by the zaaktype, and by tasks that must be done before it."""
    asked = [eis for vraag in stap.vragen for eis in answered(vraag, stap.naam, inrichting, bezit)]
    named = {eis.naam for eis in asked if eis.soort == "taak"}
    tasks = [
        Eis("taak", taak.naam, taak.is_afgerond, sleutel=str(taak.uuid))
        for taak in bezit.taken
        if taak.verplicht_voor == stap.naam and taak.naam not in named
    ]
    return Stap(stap.uuid, stap.naam, stap.volgnummer, (*asked, *tasks))


def answered(vraag: Vraag, stap: str, inrichting: Inrichting, bezit: Bezit) -> Iterable[Eis]:
    """What is asked with whether it is there; for deelzaken one per zaak."""
    if vraag.soort == "deelzaak":
        yield from deelzaken(vraag, bezit)
        return
    is_there = ANSWERS[vraag.soort](vraag, stap, inrichting, bezit)
    yield Eis(vraag.soort, vraag.naam, is_there, vraag.toelichting, vraag.is_verplicht, vraag.sleutel)


def has_document(vraag: Vraag, bezit: Bezit) -> bool:
    """Whether a document of the kind is there that does not say it went the other way."""
    fitting = ("", vraag.toelichting) if vraag.toelichting else ("", "inkomend", "uitgaand")
    return any((vraag.naam, richting) in bezit.documenten for richting in fitting)


def has_object(vraag: Vraag, inrichting: Inrichting, bezit: Bezit) -> bool:
    """Whether an object is there with this relation, by its own words or by its type in the catalogue."""
    kinds = {uuid for uuid, naam in inrichting.objecten.items() if naam == vraag.naam}
    return vraag.naam in bezit.objecten or bool(kinds & bezit.objecten)


def has_done(vraag: Vraag, bezit: Bezit) -> bool:
    """Whether there is a task of this name, and all of them are done."""
    named = [taak for taak in bezit.taken if taak.naam == vraag.naam]
    return bool(named) and all(taak.is_afgerond for taak in named)


def deelzaken(vraag: Vraag, bezit: Bezit) -> Iterable[Eis]:
    """The deelzaken that are asked, each by its own number; one that must be there and is not by its type."""
    asked = [found for found in bezit.deelzaken if vraag.naam in ("", found.zaaktype)]
    for found in asked:
        yield Eis("deelzaak", found.identificatie, found.is_klaar, sleutel=str(found.uuid))
    if vraag.naam and not asked:
        yield Eis("deelzaak", vraag.naam, False)


def closing(bezit: Bezit) -> Iterable[Eis]:
    """What closing asks of every zaak (zrc-007)."""
    for naam, uuid, is_locked in bezit.in_de_weg:
        yield Eis("bewerking" if is_locked else "gebruiksrecht", naam, False, sleutel=uuid)
    yield from deelzaken(Vraag("deelzaak", ""), bezit)


def reopening(bezit: Bezit) -> Iterable[Eis]:
    """What reopening asks of every zaak (zrc-008); met ones are no news."""
    if bezit.is_gearchiveerd:
        yield Eis("archief", "", False)
    if bezit.hoofdzaak_is_gesloten:
        yield Eis("hoofdzaak", "", False)


ANSWERS: Mapping[EisSoort, Callable[[Vraag, str, Inrichting, Bezit], bool]] = {
    "eigenschap": lambda vraag, stap, inrichting, bezit: vraag.sleutel in bezit.eigenschappen,
    "document": lambda vraag, stap, inrichting, bezit: has_document(vraag, bezit),
    "checklist": lambda vraag, stap, inrichting, bezit: (stap, vraag.naam) in bezit.antwoorden,
    "zaakobject": lambda vraag, stap, inrichting, bezit: has_object(vraag, inrichting, bezit),
    "taak": lambda vraag, stap, inrichting, bezit: has_done(vraag, bezit),
    "besluit": lambda vraag, stap, inrichting, bezit: vraag.naam in bezit.besluiten,
}
