"""Tekst: which zaken the words of a question mean, and which names."""

from django.db.models import Q

from zaakwerk.werkvoorraad.zoektekst import INDEX
from zaakwerk.zgw.fulltext import spelled, terms


def zaken_with(q: str) -> Q:
    """Zaken in which every word stands: in their own texts, or in the name of somebody in them."""
    return INDEX.matches(q)


def is_named(naam: str, q: str) -> bool:
    """Whether every word asked for begins a word of the name."""
    words = spelled(naam).split()
    asked = terms(q)
    return bool(asked) and all(any(word.startswith(term) for word in words) for term in asked)
