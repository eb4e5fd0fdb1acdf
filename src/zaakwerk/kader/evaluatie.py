"""Evaluatie: what is needed for the next step, who can take it, and why not yet; facts in, stand out.

A pure function: no database, no clock, no request. Desk, portal, worklist and API ask this one.
"""

from collections.abc import Iterable

from django.utils.translation import gettext

from zaakwerk.kader import pijlen, woorden
from zaakwerk.kader.feiten import Eis, Feiten, Pijl, Stap
from zaakwerk.kader.stand import Handeling, Keuze, Reden, Stand, UitkomstStand


def evaluate(feiten: Feiten) -> Stand:
    """Every move of a zaak with all its reasons, every outcome, and the one thing to do now."""
    keuzes = tuple(judge(feiten, pijl, stap) for pijl, stap in pijlen.vanuit(feiten))
    primair = None if feiten.is_gesloten else primary(keuzes)
    return Stand(
        huidige=feiten.huidige_stap,
        is_gesloten=feiten.is_gesloten,
        keuzes=keuzes,
        uitkomsten=tuple(UitkomstStand(found, missing(found.eisen)) for found in feiten.uitkomsten),
        primair=primair,
        redenen=() if feiten.is_gesloten or primair else (stuck(feiten),),
    )


def judge(feiten: Feiten, pijl: Pijl, naar: Stap) -> Keuze:
    """One move: what it asks, and everything that stands in its way."""
    sluit = naar == feiten.eindstap
    eisen = asked(feiten, pijl, naar, sluit)
    return Keuze(
        soort=pijl.soort,
        naar=naar,
        eisen=eisen,
        redenen=(*rights(feiten, pijl), *missing(eisen)),
        reden_verplicht=pijl.reden_verplicht,
        rol=pijl.rol,
        wie=woorden.wie(pijl),
        sluit=sluit,
    )


def asked(feiten: Feiten, pijl: Pijl, naar: Stap, sluit: bool) -> tuple[Eis, ...]:
    """What a move asks: the gates of the step for going forward, and what closing or reopening asks.

    Going back asks nothing, breaking off only what closing asks, and skipping not what is skipped.
    """
    if pijl.soort == "heropenen":
        return feiten.heropenen
    gates = naar.eisen if pijl.soort in ("volgend", "overslaan") else ()
    return tuple(dict.fromkeys((*gates, *closing(feiten)))) if sluit else gates


def closing(feiten: Feiten) -> tuple[Eis, ...]:
    """What closing asks: a resultaat, what that outcome asks, and what holds for every zaak (zrc-007)."""
    chosen = next((found for found in feiten.uitkomsten if found.uuid == feiten.resultaat), None)
    known = Eis("resultaat", chosen.naam if chosen else "", feiten.resultaat is not None)
    return (*(chosen.eisen if chosen else ()), *feiten.sluiten, known)


def rights(feiten: Feiten, pijl: Pijl) -> Iterable[Reden]:
    """Why this actor may not make the move."""
    may = feiten.bevoegdheid
    sentence = may.heropenen if pijl.soort == "heropenen" else may.zetten
    if sentence:
        yield Reden("recht", pijl.naar, sentence, "ander_vragen")
    if pijl.rol and pijl.rol not in may.rollen and not may.gaat_boven_rol:
        yield Reden("rol", pijl.rol, woorden.niet_in_rol(pijl.rol), "ander_vragen")


def missing(eisen: Iterable[Eis]) -> tuple[Reden, ...]:
    """A reason for each thing that is asked and not there."""
    return tuple(
        Reden(eis.soort, eis.naam, woorden.ontbreekt(eis), woorden.herstel(eis), eis.sleutel)
        for eis in eisen
        if eis.ontbreekt
    )


def primary(keuzes: Iterable[Keuze]) -> Handeling | None:
    """The one thing to do now: the next step, or what it still lacks; None when nothing leads forward."""
    ahead = [keuze for keuze in keuzes if keuze.soort == "volgend"]
    if not ahead:
        return None
    keuze = next((found for found in ahead if found.is_toegestaan), ahead[0])
    step = Handeling("afhandelen" if keuze.sluit else "stap", woorden.zet(keuze), keuze.naar.naam, keuze)
    barred = [reden for reden in keuze.redenen if reden.herstel == "ander_vragen"]
    lacking = [reden for reden in keuze.redenen if reden.herstel not in ("ander_vragen", "resultaat_kiezen")]
    if barred:
        return Handeling(step.soort, step.tekst, step.over, keuze, barred[0].zin)
    if not lacking:
        return step
    first = lacking[0]
    return Handeling(first.herstel, woorden.doe(first), first.over, keuze)


def stuck(feiten: Feiten) -> Reden:
    """Why an open zaak has nowhere to go: that is for the beheerder to mend."""
    huidige = feiten.huidige_stap
    if not feiten.stappen:
        words = gettext("Het zaaktype heeft geen stappen.")
    elif huidige is None:
        words = gettext("De zaak heeft geen status die bij het zaaktype hoort.")
    else:
        words = gettext("Na de stap ‘%(stap)s’ is geen volgende stap ingericht.") % {"stap": huidige.naam}
    return Reden("inrichting", huidige.naam if huidige else "", words, "beheerder_vragen")
