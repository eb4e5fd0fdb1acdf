"""Rules on versions: what is published stays as it is, and versions do not overlap (4.4, 4.5)."""

from typing import Any

from django.db.models import Q

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.catalogi.queries import is_in_use, name_of
from zaakwerk.catalogi.rules import correctie
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


@rule("ztc-009")
def ztc_009_published_type_stays(command: Any) -> Violations:
    """Een gepubliceerd type verandert niet; alleen zijn einde, of wat een correctie mag (4.4, C-22)."""
    if command.instance.concept or ends_only(command):
        return
    words = "Dit type is gepubliceerd en kan niet meer worden gewijzigd."
    yield from unless_corrected(command, "non-concept-object", words)


def ends_only(command: Any) -> bool:
    """Whether a command does nothing but set eindeGeldigheid."""
    changes = getattr(command, "changes", None)
    return changes is not None and command.partial and set(changes) <= {"einde_geldigheid"}


def is_correction(command: Any) -> bool:
    """Whether a command changes more of something published than its end, and may."""
    return not ends_only(command) and correctie.may_correct(command)


@rule("ztc-010")
def ztc_010_published_zaaktype_keeps_its_parts(command: Any) -> Violations:
    """Wat bij een gepubliceerd zaaktype hoort blijft zo; een correctie mag iets toevoegen (4.4, C-22)."""
    if all(zaaktype.concept for zaaktype in zaaktypen_of(command)):
        return
    words = "Het zaaktype is gepubliceerd; wat erbij hoort kan niet meer worden gewijzigd."
    yield from unless_corrected(command, "non-concept-zaaktype", words)


def zaaktypen_of(command: Any) -> list[ZaakType]:
    """The zaaktype of a part, and the one it moves to."""
    if not hasattr(command, "instance"):
        return [command.zaaktype]
    moved_to = getattr(command, "changes", {}).get("zaaktype")
    return [command.instance.zaaktype, *([moved_to] if moved_to else [])]


def unless_corrected(command: Any, code: str, words: str) -> Violations:
    """The refusal, or with the scope for corrections only what goes beyond one."""
    if not correctie.may_correct(command):
        yield Violation(code, words)
        return
    yield from correctie.beyond_extension(command, code)


@rule("ztc-016")
def ztc_016_published_versions_do_not_overlap(command: Any) -> Violations:
    """Gepubliceerde versies van een type zijn niet op dezelfde dag geldig."""
    draft = command.draft()
    if draft.concept:
        return
    # A new version that is asked to end the one before it does so first.
    ended = getattr(command, "previous", None)
    name = "identificatie" if isinstance(draft, ZaakType) else "omschrijving"
    others = type(draft)._default_manager.filter(
        Q(einde_geldigheid__isnull=True) | Q(einde_geldigheid__gte=draft.begin_geldigheid),
        catalogus=draft.catalogus_id,
        concept=False,
        **{name: name_of(draft)},
    )
    if draft.einde_geldigheid:
        others = others.filter(begin_geldigheid__lte=draft.einde_geldigheid)
    if ended is not None:
        others = others.exclude(pk=ended.pk)
    other = others.exclude(pk=draft.pk).order_by("begin_geldigheid").first()
    if other is not None:
        where = "eindeGeldigheid" if getattr(command, "changes", None) else "beginGeldigheid"
        words = f"In deze periode geldt al een gepubliceerde versie ({period(other)}); beëindig die eerst."
        yield Violation("overlap", words, where)


def period(version: Any) -> str:
    """A version by its period and uuid, so that the reader knows which one is meant."""
    until = f"tot en met {version.einde_geldigheid}" if version.einde_geldigheid else "zonder einddatum"
    return f"vanaf {version.begin_geldigheid} {until}, {version.uuid}"


@rule("gangbaar")
def gangbaar_einde_not_before_begin(command: Any) -> Violations:
    """De geldigheid eindigt niet voordat zij begint."""
    draft = command.draft()
    if draft.einde_geldigheid and draft.einde_geldigheid < draft.begin_geldigheid:
        yield Violation("date-mismatch", "De einddatum ligt voor de begindatum.", "eindeGeldigheid")


@rule("gangbaar")
def gangbaar_part_begins_with_zaaktype(command: Any) -> Violations:
    """Een meegestuurde beginGeldigheid van een onderdeel is die van het zaaktype."""
    begin = command.sent("begin_geldigheid")
    if begin is not None and begin != command.draft().zaaktype.begin_geldigheid:
        words = "De begindatum van een onderdeel is die van het zaaktype."
        yield Violation("invalid", words, "beginGeldigheid")


@rule("ztc-017")
def ztc_017_catalogus_is_empty(command: Any) -> Violations:
    """Een catalogus verdwijnt pas als er geen zaaktypen, besluittypen of informatieobjecttypen in staan."""
    if is_in_use(command.instance):
        yield Violation("CATALOG_NOT_EMPTY", "De catalogus bevat nog typen.")


@rule("gangbaar")
def gangbaar_new_version_begins_later(command: Any) -> Violations:
    """Een nieuwe versie begint later dan de versie waarvan zij is gemaakt."""
    if command.begin_geldigheid <= command.instance.begin_geldigheid:
        words = f"Een nieuwe versie begint na {command.instance.begin_geldigheid}."
        yield Violation("date-mismatch", words, "beginGeldigheid")


ON_PUBLISHED = (
    ztc_009_published_type_stays,
    gangbaar_einde_not_before_begin,
    ztc_016_published_versions_do_not_overlap,
)
