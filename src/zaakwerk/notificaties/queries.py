"""Queries: which channels exist, which abonnementen want a message (8.4), and what they have still to get."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from zaakwerk.notificaties.models import Aflevering, Kanaal
from zaakwerk.notificaties.shapes import without_base
from zaakwerk.zgw.kinds import camel
from zaakwerk.zgw.links import worker_origin

ANYTHING = "*"


def open_rows(abonnement: int) -> QuerySet[Aflevering]:
    """What an abonnement has still to get."""
    return Aflevering.objects.filter(abonnement=abonnement, afgeleverd_op=None, opgegeven_op=None)


def given_up(abonnement: int) -> QuerySet[Aflevering]:
    """What an abonnement never got: the dead letters."""
    return Aflevering.objects.filter(abonnement=abonnement, opgegeven_op__isnull=False)


def filters_of(names: Iterable[str]) -> dict[str, set[str]]:
    """The kenmerken of the channels with these names, in one spelling; unknown names are absent."""
    found = Kanaal.objects.filter(naam__in=set(names)).values_list("naam", "filters")
    return {naam: {camel(kenmerk) for kenmerk in filters} for naam, filters in found}


def is_wanted(kanalen: Sequence[Mapping[str, Any]], naam: str, kenmerken: Mapping[str, str]) -> bool:
    """Whether a message on a channel passes one of an abonnement's filter groups.

    Every filter must equal the kenmerk or be `*`; names in snake and camel case are the same (C-33), and
    so is a link to ourselves with or without its base.
    """
    origin = worker_origin()
    values = {camel(kenmerk): without_base(value, origin) for kenmerk, value in kenmerken.items()}
    return any(group["naam"] == naam and fits(group["filters"], values) for group in kanalen)


def fits(filters: Mapping[str, str], values: Mapping[str, str]) -> bool:
    """Whether every filter holds for the values, whose names are in camel case."""
    return all(wanted in (ANYTHING, values.get(camel(name))) for name, wanted in filters.items())
