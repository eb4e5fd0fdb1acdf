"""Orphans: what lies in the store and no version needs; it goes after a grace period.

They come of uploads that were refused or cut off, of a process that was killed, and of content that could not
be removed together with its document. Files whose name is not ours are left alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction

from zaakwerk.documenten.content import store
from zaakwerk.documenten.content.faults import storage_faults
from zaakwerk.documenten.content.stored import Stored, Unfinished
from zaakwerk.documenten.models import Inhoud

# Longer than any upload takes, and than anybody needs to see that something went wrong.
GRACE = timedelta(hours=24)
OURS = re.compile(r"([0-9a-f]{2})/([0-9a-f]{2})/(\1\2[0-9a-f]{60})")
BATCH = 500


@dataclass
class Orphans:
    """What nobody needs, and how much younger than the grace period there is, which stays for now."""

    files: list[Stored]
    uploads: list[Unfinished]
    rows: list[str]
    young: int = 0

    @property
    def count(self) -> int:
        """How many there are to clean."""
        return len(self.files) + len(self.uploads) + len(self.rows)


def find(moment: datetime) -> Orphans:
    """Looks at the whole store; raises the Problem of one that cannot be reached."""
    found, limit = Orphans([], [], unneeded()), moment - GRACE
    with storage_faults():
        keeper = store.keeper()
        for file in without_row(keeper.stored()):
            if file.moment < limit:
                found.files.append(file)
            else:
                found.young += 1
        for upload in keeper.unfinished():
            if upload.moment < limit:
                found.uploads.append(upload)
            else:
                found.young += 1
    return found


def without_row(files: Iterable[Stored]) -> Iterator[Stored]:
    """The files of ours whose content the database does not know."""
    ours = ((match[3], file) for file in files if (match := OURS.fullmatch(file.name)))
    while batch := dict(islice(ours, BATCH)):
        known = set(Inhoud.objects.filter(pk__in=batch).values_list("pk", flat=True))
        yield from (file for sha256, file in batch.items() if sha256 not in known)


def unneeded() -> list[str]:
    """Content that is known and that nothing refers to: its removal failed."""
    nothing = {f"{relation.name}__isnull": True for relation in Inhoud._meta.related_objects}
    return list(Inhoud.objects.filter(**nothing).values_list("pk", flat=True))


def clean(found: Orphans) -> None:
    """Removes them; what came into use meanwhile stays."""
    with storage_faults():
        for file in found.files:
            remove_file(file.name.rpartition("/")[2])
        for upload in found.uploads:
            upload.remove()
    store.release(found.rows)


def remove_file(sha256: str) -> None:
    """Removes a file under the lock that whoever brings the same content takes as well: its row."""
    with transaction.atomic():
        row, is_new = Inhoud.objects.get_or_create(sha256=sha256, defaults={"omvang": 0})
        if is_new:
            store.storage().delete(store.name_of(sha256))
            row.delete()
