"""Tekst: which zaken and betrokkenen the words of a question mean."""

from functools import reduce
from operator import and_, or_

from django.db.models import Q, QuerySet

from zaakwerk.zaken.models import Rol

ZAAK_COLUMNS = ("identificatie", "omschrijving", "toelichting", "kenmerken")
# Where the standard keeps names, per kind of betrokkene.
NAMES = ("geslachtsnaam", "voornamen", "statutaireNaam", "handelsnaam", "naam")
MOST_WORDS = 6


def words_of(q: str) -> list[str]:
    """The words that count."""
    return q.split()[:MOST_WORDS]


def zaken_with(q: str) -> Q:
    """Zaken in which every word stands: in their own texts, or in the name of somebody in them."""
    return reduce(and_, (in_zaak(word) | Q(pk__in=named(word).values("zaak")) for word in words_of(q)), Q())


def in_zaak(word: str) -> Q:
    """Zaken that have a word in their own texts."""
    return reduce(or_, (Q(**{f"{column}__icontains": word}) for column in ZAAK_COLUMNS))


def named(word: str) -> QuerySet[Rol]:
    """Betrokkenen with a word in their name; employees and teams are no betrokkenen here."""
    in_names = (Q(**{f"betrokkene_identificatie__{name}__icontains": word}) for name in NAMES)
    found = reduce(or_, in_names) | Q(afwijkende_naam_betrokkene__icontains=word)
    return Rol.objects.filter(found).exclude(betrokkene_type__in=("medewerker", "organisatorische_eenheid"))
