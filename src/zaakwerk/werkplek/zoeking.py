"""Zoeking: facets and chips as the templates show them, and the way out of an empty answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from zaakwerk.werkvoorraad.zoeken import treffers
from zaakwerk.werkvoorraad.zoeken.treffers import DICHT, GEEN, NIEMAND, OPEN, Waarde
from zaakwerk.werkvoorraad.zoeken.vraag import FACETTEN, Chosen, Vraag
from zaakwerk.zgw.actors import Actor

SHOWN = 7


def titles() -> dict[str, str]:
    """What the facets are called."""
    return {
        "zaaktype": gettext("Zaaktype"),
        "status": gettext("Status"),
        "stand": gettext("Open of afgehandeld"),
        "behandelaar": gettext("Behandelaar"),
        "jaar": gettext("Jaar van de start"),
    }


def fixed() -> dict[tuple[str, str], str]:
    """The values that are no name of anything."""
    return {
        ("stand", OPEN): gettext("Open"),
        ("stand", DICHT): gettext("Afgehandeld"),
        ("behandelaar", NIEMAND): gettext("Niemand"),
        ("status", GEEN): gettext("Nog geen status"),
    }


def usernames(vraag: Vraag) -> list[str]:
    """The behandelaars who are asked for."""
    return [one.waarde for one in vraag.chosen if one.facet == "behandelaar"]


def url_of(vraag: Vraag) -> str:
    """Where a question is answered."""
    return f"{reverse('werkplek:zoeken')}?{vraag.address}"


@dataclass(frozen=True)
class Facetten:
    """The facets of an answer, beside the question they narrow."""

    vraag: Vraag
    waarden: Mapping[str, Sequence[Waarde]]
    namen: Mapping[str, str]

    def label(self, facet: str, waarde: str) -> str:
        """What a value is called."""
        fixed_word = fixed().get((facet, waarde))
        if fixed_word:
            return fixed_word
        known = next((one.label for one in self.waarden[facet] if one.waarde == waarde), waarde)
        return self.namen.get(waarde, known) if facet == "behandelaar" else known

    def groups(self) -> list[dict[str, Any]]:
        """Every facet with more than one way to go; what is chosen already stands in the chips."""
        chosen = set(self.vraag.chosen)
        found = []
        for facet in FACETTEN:
            options = [
                self.option(facet, one)
                for one in self.waarden[facet]
                if Chosen(facet, one.waarde) not in chosen
            ]
            if len(self.waarden[facet]) > 1 and options:
                found.append({"titel": titles()[facet], "waarden": options[:SHOWN], "meer": options[SHOWN:]})
        return found

    def option(self, facet: str, one: Waarde) -> dict[str, Any]:
        """One value to ask for or to leave out."""
        return {
            "label": self.label(facet, one.waarde),
            "aantal": one.aantal,
            "url": url_of(self.vraag.adding(Chosen(facet, one.waarde))),
            "niet_url": url_of(self.vraag.adding(Chosen(facet, one.waarde, True))),
        }

    def chips(self) -> list[dict[str, Any]]:
        """What is asked for, each with the way to drop it."""
        return [
            {"tekst": self.words(one), "url": url_of(self.vraag.without(one))} for one in self.vraag.chosen
        ]

    def words(self, one: Chosen) -> str:
        """A chosen value in words."""
        label = self.label(one.facet, one.waarde)
        words = gettext("%(facet)s: niet %(waarde)s") if one.is_without else gettext("%(facet)s: %(waarde)s")
        return words % {"facet": titles()[one.facet], "waarde": label}


def wider(actor: Actor, vraag: Vraag, facetten: Facetten) -> dict[str, Any] | None:
    """The one value to drop that gives most, with how many that are; None when dropping one does not help."""
    found = treffers.widening(actor, vraag)
    if found is None:
        return None
    chosen, count = found
    return {
        "tekst": facetten.words(chosen),
        "aantal": min(count, treffers.CAP),
        "url": url_of(vraag.without(chosen)),
    }
