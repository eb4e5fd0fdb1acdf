"""Taken: the jobs that put a document in the index, with the text of its content, at most so many times."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django_tasks import task

from zaakwerk.documenten.content.store import open_content
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, Tekstwinning
from zaakwerk.documenten.tekst import winning
from zaakwerk.documenten.tekst.index import INDEX, Version, behind, texts_of
from zaakwerk.documenten.tekst.winning import Found
from zaakwerk.zgw.clock import now
from zaakwerk.zgw.problems import Problem

STAND = Tekstwinning.Stand
MOST_ATTEMPTS = 3
PAUSE = timedelta(minutes=5)


@task()
def opnemen(versie: int) -> str:
    """Makes a document findable by a version, unless there is a newer one; answers how it went."""
    version = Version.objects.select_related("inhoud", "document").filter(pk=versie).first()
    if version is None or not put(version, texts_of(version)):
        return "niet meer nodig"
    if version.inhoud is None or has_its_text(version):
        return "zonder lezen"
    # Counted before it begins: a file that takes the worker down with it counts too.
    winning_of, _ = Tekstwinning.objects.get_or_create(versie=version)
    Tekstwinning.objects.filter(pk=versie).update(pogingen=F("pogingen") + 1, stand=STAND.WACHT)
    found = read(version)
    if found.may_yet and winning_of.pogingen + 1 < MOST_ATTEMPTS:
        opnemen.using(run_after=now() + PAUSE).enqueue(versie)
        return "later opnieuw"
    return keep(version, found)


def put(version: Version, texts: dict[str, str]) -> bool:
    """Writes columns while nobody changes the document; false when it is gone or has a newer version."""
    with transaction.atomic():
        rows = EnkelvoudigInformatieObject.objects.select_for_update()
        is_latest = rows.filter(pk=version.document_id, laatste_versie=version).first() is not None
        if is_latest:
            INDEX.put(version.document_id, **texts)
    return is_latest


def has_its_text(version: Version) -> bool:
    """Whether the text of this content is in the index: of the same content of the version before."""
    same = Tekstwinning.objects.filter(versie__document=version.document_id, versie__inhoud=version.inhoud_id)
    read_before = same.filter(stand=STAND.GEVONDEN, versie__versie__lt=version.versie).first()
    here = INDEX.texts([version.document_id]).get(version.document_id, {})
    if read_before is None or not here.get("tekst"):
        return False
    Tekstwinning.objects.update_or_create(versie=version, defaults={"stand": STAND.GEVONDEN})
    return True


def read(version: Version) -> Found:
    """The text of a version; a store that does not answer now may do so later."""
    if version.inhoud is None:
        return Found()
    try:
        with open_content(version.inhoud) as stream:
            file: Any = stream
            return winning.read(file, version.bestandsnaam, version.formaat)
    except (Problem, OSError):
        return Found(reden="De opslag van documenten is niet bereikbaar.", has_failed=True, may_yet=True)


def keep(version: Version, found: Found) -> str:
    """Writes the text, and how reading ended."""
    if not put(version, {"tekst": found.text}):
        return "niet meer nodig"
    stand = stand_of(found)
    Tekstwinning.objects.filter(versie=version).update(stand=stand, reden=found.reden)
    return str(stand)


def stand_of(found: Found) -> Tekstwinning.Stand:
    """How reading ended."""
    if found.has_failed:
        return STAND.MISLUKT
    return STAND.GEVONDEN if found.text.strip() else STAND.GEEN_TEKST


@task(priority=-10)
def inhalen() -> int:
    """Brings in what is not in the index: documents of before there was one, and content that came later."""
    count, last = 0, 0
    while found := behind().filter(pk__gt=last).values_list("pk", "laatste_versie").first():
        last, versie = found
        opnemen.call(versie)
        count += 1
    return count


def ask_to_catch_up() -> None:
    """Leaves that to the worker when there is something to bring in; what was lost on the way has failed."""
    lost = Tekstwinning.objects.filter(stand=STAND.WACHT, pogingen__gte=MOST_ATTEMPTS)
    lost.update(stand=STAND.MISLUKT, reden="Het lezen brak steeds af.")
    if behind().exists():
        inhalen.enqueue()
