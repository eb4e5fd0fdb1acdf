"""What a correction of something published may do: add to it, never take away (4.4)."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Max, Model

from zaakwerk.catalogi import scopes
from zaakwerk.catalogi.models import (
    BesluitType,
    Eigenschap,
    InformatieObjectType,
    StatusType,
    ZaakType,
    ZaakTypeInformatieObjectType,
)
from zaakwerk.catalogi.queries import is_in_use
from zaakwerk.zgw.actors import Target
from zaakwerk.zgw.kinds import camel
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations

# By which others know it; a change would break what refers to it.
NAMES: dict[type[Model], tuple[str, ...]] = {
    ZaakType: ("identificatie",),
    InformatieObjectType: ("omschrijving",),
    BesluitType: ("omschrijving",),
    Eigenschap: ("naam", "specificatie"),
    StatusType: ("volgnummer",),
    ZaakTypeInformatieObjectType: ("informatieobjecttype", "richting"),
}

FREE = ("einde_geldigheid", "versiedatum")
EMPTY: tuple[Any, ...] = (None, "", [])


def may_correct(command: Any) -> bool:
    """Whether the actor holds the scope for it: of deletion when nothing is sent, else of writing."""
    is_deletion = hasattr(command, "instance") and not hasattr(command, "changes")
    needed = scopes.GEFORCEERD_VERWIJDEREN if is_deletion else scopes.GEFORCEERD_SCHRIJVEN
    return bool(command.actor.may(needed, Target("ztc")))


def beyond_extension(command: Any, code: str) -> Violations:
    """What of a correction would hurt running or past work; for each the field it concerns."""
    if not hasattr(command, "instance"):
        yield from new_step_is_last(command, code)
    elif hasattr(command, "changes"):
        for name in sorted({*taken_away(command), *let_go(command)}):
            words = f"Een correctie van iets dat is gepubliceerd mag {camel(name)} alleen uitbreiden."
            yield Violation(code, words, camel(name))
    elif is_in_use(command.instance) or is_in_use(getattr(command.instance, "zaaktype", command.instance)):
        yield Violation(code, "Dit type is gepubliceerd en in gebruik; het kan niet worden verwijderd.")


def new_step_is_last(command: Any, code: str) -> Violations:
    """A step is added after the last one: before it, zaken have passed the place already."""
    draft = command.draft()
    if not isinstance(draft, StatusType):
        return
    last = StatusType.objects.filter(zaaktype=draft.zaaktype_id).aggregate(last=Max("volgnummer"))["last"]
    if last is not None and draft.volgnummer < last:
        words = f"Een statustype erbij komt na het laatste (volgnummer {last})."
        yield Violation(code, words, "volgnummer")


def taken_away(command: Any) -> Iterator[str]:
    """The columns of which a value would go, or that others know the type by."""
    old, new = command.instance, command.draft()
    names = NAMES.get(type(old), ())
    for column in old._meta.concrete_fields:
        before, after = column.value_from_object(old), column.value_from_object(new)
        if column.name in FREE or before == after:
            continue
        is_pointer = column.name in names or (column.is_relation and before is not None)
        starts_later = column.name == "begin_geldigheid" and after > before
        if is_pointer or starts_later or loses(before, after):
            yield column.name


def loses(before: Any, after: Any) -> bool:
    """Whether a list loses an item, a possibility is withdrawn, or something filled becomes empty."""
    if isinstance(before, list):
        return any(item not in after for item in before)
    if isinstance(before, bool):
        return before and not after
    return before not in EMPTY and after in EMPTY


def let_go(command: Any) -> Iterator[str]:
    """The eigenschappen of a step that would no longer be its own."""
    kept = command.sent("eigenschappen")
    if kept is not None and command.instance.eigenschappen.exclude(pk__in=[one.pk for one in kept]).exists():
        yield "eigenschappen"
