"""Controle: what contradicts itself or leads nowhere in the frame of a zaaktype, named for the beheerder.

Pure: `controleer` judges plain data; `queries.te_controleren` reads it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from zaakwerk.kader import graaf
from zaakwerk.kader.feiten import EisSoort
from zaakwerk.kader.vragen import Inrichting, StapVragen, Vraag
from zaakwerk.kader.woorden import rol_naam


@dataclass(frozen=True)
class Bevinding:
    """One fault: a code, a Dutch sentence, and what it is about."""

    code: str
    zin: str
    over: str


@dataclass(frozen=True)
class TeControleren:
    """A frame, and what its zaaktype has elsewhere in the catalogue, all by name.

    `documenttypen` belong to the zaaktype; `catalogus` are the kinds of documents that exist at all.
    """

    inrichting: Inrichting
    documenttypen: frozenset[str] = frozenset()
    catalogus: frozenset[str] = frozenset()
    besluittypen: frozenset[str] = frozenset()
    deelzaaktypen: frozenset[str] = frozenset()
    rollen: frozenset[str] = frozenset()


def controleer(kader: TeControleren) -> list[Bevinding]:
    """Every fault, in the order in which one would mend them."""
    checks = (
        names, moves, directions, clashes, loops, unreachable, dead_ends, gates, first_step, outcomes, roles
    )  # fmt: skip
    return list(dict.fromkeys(found for check in checks for found in check(kader)))


def names(kader: TeControleren) -> Iterator[Bevinding]:
    """Steps and questions that cannot be told apart: both go by their name."""
    stappen = kader.inrichting.stappen
    for naam, count in Counter(stap.naam for stap in stappen).items():
        if count > 1:
            words = gettext("Er zijn %(n)s stappen met de naam ‘%(naam)s’.") % {"n": count, "naam": naam}
            yield Bevinding("stap-dubbel", words, naam)
    for stap in stappen:
        asked = Counter(vraag.naam for vraag in stap.vragen if vraag.soort == "checklist")
        for naam, count in asked.items():
            if count > 1:
                words = gettext("De checklist van ‘%(stap)s’ heeft %(n)s vragen met de naam ‘%(naam)s’.")
                yield Bevinding(
                    "vraag-dubbel", words % {"stap": stap.naam, "n": count, "naam": naam}, stap.naam
                )


def moves(kader: TeControleren) -> Iterator[Bevinding]:
    """Moves and gates that name a step which is not there."""
    known = {stap.naam for stap in kader.inrichting.stappen}
    words = gettext("De overgang naar ‘%(naar)s’ noemt de stap ‘%(stap)s’, en die is er niet.")
    for pijl in kader.inrichting.pijlen:
        for naam in (pijl.van, pijl.naar):
            if naam and naam not in known:
                yield Bevinding("stap-onbekend", words % {"naar": pijl.naar, "stap": naam}, naam)
    for naam in kader.inrichting.losse_poorten:
        words = gettext("Een poort hoort bij de stap ‘%(stap)s’, en die is er niet.") % {"stap": naam}
        yield Bevinding("stap-onbekend", words, naam)


def directions(kader: TeControleren) -> Iterator[Bevinding]:
    """Moves whose kind says another way than the order of the steps."""
    order = {stap.naam: number for number, stap in reversed(list(enumerate(kader.inrichting.stappen)))}
    last = len(kader.inrichting.stappen) - 1
    for pijl in kader.inrichting.pijlen:
        if pijl.naar not in order or (pijl.van and pijl.van not in order):
            continue
        naar, van = order[pijl.naar], order[pijl.van] if pijl.van else None
        wrong = {
            "volgend": van is None or van >= naar,
            "overslaan": van is not None and van >= naar,
            "terug": naar == last or (van is not None and van <= naar),
            "afbreken": naar != last,
            "heropenen": naar == last or van not in (None, last),
        }[pijl.soort] or (van == last and pijl.soort != "heropenen")
        if wrong:
            words = gettext("De overgang van ‘%(van)s’ naar ‘%(naar)s’ kan niet van de soort %(soort)s zijn.")
            shown = {"van": pijl.van or gettext("elke stap"), "naar": pijl.naar, "soort": pijl.soort}
            yield Bevinding("richting", words % shown, pijl.naar)


def clashes(kader: TeControleren) -> Iterator[Bevinding]:
    """Two moves between the same steps that say something else."""
    seen: dict[tuple[str, str], str] = {}
    for pijl in kader.inrichting.pijlen:
        key = (pijl.van, pijl.naar)
        if seen.setdefault(key, pijl.soort) != pijl.soort:
            words = gettext("Tussen ‘%(van)s’ en ‘%(naar)s’ staan overgangen die elkaar tegenspreken.")
            shown = {"van": pijl.van or gettext("elke stap"), "naar": pijl.naar}
            yield Bevinding("tegenspraak", words % shown, pijl.naar)


def loops(kader: TeControleren) -> Iterator[Bevinding]:
    """Steps that follow each other in a circle."""
    for circle in graaf.circles(kader.inrichting):
        words = gettext("Deze stappen volgen elkaar in een kring op: %(stappen)s.")
        yield Bevinding("kring", words % {"stappen": " → ".join((*circle, circle[0]))}, circle[0])


def unreachable(kader: TeControleren) -> Iterator[Bevinding]:
    """Steps no zaak gets to."""
    reached = graaf.reached(kader.inrichting)
    for stap in kader.inrichting.stappen:
        if stap.naam not in reached:
            words = gettext("Geen zaak komt bij de stap ‘%(stap)s’.") % {"stap": stap.naam}
            yield Bevinding("onbereikbaar", words, stap.naam)


def dead_ends(kader: TeControleren) -> Iterator[Bevinding]:
    """Steps after which nothing follows, but the last."""
    for naam in graaf.dead_ends(kader.inrichting):
        words = gettext("Na de stap ‘%(stap)s’ komt geen zaak meer bij het einde.") % {"stap": naam}
        yield Bevinding("doodlopend", words, naam)


def gates(kader: TeControleren) -> Iterator[Bevinding]:
    """Things a step asks that no zaak of this type can have."""
    known: dict[EisSoort, frozenset[str]] = {
        "document": kader.catalogus,
        "zaakobject": frozenset(kader.inrichting.objecten.values()),
        "deelzaak": kader.deelzaaktypen | {""},
    }
    for stap in kader.inrichting.stappen:
        for vraag in stap.vragen:
            if vraag.naam not in known.get(vraag.soort, {vraag.naam}):
                yield impossible(stap, vraag)


def impossible(stap: StapVragen, vraag: Vraag) -> Bevinding:
    """One thing that is asked and cannot be there."""
    asked = {
        "document": gettext("het document ‘%(naam)s’, en dat is er niet in de catalogus."),
        "zaakobject": gettext("een object ‘%(naam)s’, en dat heeft het zaaktype niet."),
        "deelzaak": gettext("een deelzaak ‘%(naam)s’, en die heeft het zaaktype niet."),
    }[vraag.soort] % {"naam": vraag.naam}
    words = gettext("De stap ‘%(stap)s’ vraagt %(wat)s") % {"stap": stap.naam, "wat": asked}
    return Bevinding("poort-onmogelijk", words, stap.naam)


def first_step(kader: TeControleren) -> Iterator[Bevinding]:
    """What the first step asks nobody can give: a zaak gets it when it begins."""
    for stap in kader.inrichting.stappen[:1]:
        asked = [v for v in stap.vragen if v.is_verplicht and v.soort not in ("eigenschap", "document")]
        for vraag in asked:
            words = gettext("De eerste stap ‘%(stap)s’ vraagt ‘%(naam)s’ voordat de zaak er is.")
            yield Bevinding("eerste-stap", words % {"stap": stap.naam, "naam": vraag.naam}, stap.naam)


def outcomes(kader: TeControleren) -> Iterator[Bevinding]:
    """Outcomes no zaak gets: they ask what the zaaktype does not have."""
    for uitkomst in kader.inrichting.uitkomsten:
        for vraag in uitkomst.vragen:
            known = kader.besluittypen if vraag.soort == "besluit" else kader.documenttypen
            if vraag.naam not in known:
                words = gettext("Het resultaat ‘%(uitkomst)s’ kan nooit: het zaaktype heeft geen ‘%(naam)s’.")
                shown = {"uitkomst": uitkomst.naam, "naam": vraag.naam}
                yield Bevinding("resultaat-onbereikbaar", words % shown, uitkomst.naam)


def roles(kader: TeControleren) -> Iterator[Bevinding]:
    """Moves for a role nobody can have in a zaak of this type."""
    for pijl in kader.inrichting.pijlen:
        if pijl.rol and pijl.rol not in kader.rollen:
            words = gettext("De overgang naar ‘%(naar)s’ is voor de %(rol)s, en dat roltype is er niet.")
            yield Bevinding("rol-onbekend", words % {"naar": pijl.naar, "rol": rol_naam(pijl.rol)}, pijl.naar)
