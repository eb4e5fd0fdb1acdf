"""Store: keeps received content, gives it back, and lets go of what no version needs."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from django.conf import settings
from django.core.files import File
from django.core.files.storage import Storage
from django.db import transaction

from zaakwerk.documenten.content.faults import storage_faults
from zaakwerk.documenten.content.folder import FolderStorage, Received
from zaakwerk.documenten.content.incoming import Content
from zaakwerk.documenten.models import Inhoud

logger = logging.getLogger(__name__)


def storage() -> Storage:
    """The storage the operator chose."""
    return FolderStorage(location=settings.DOCUMENTS_DIR)


def name_of(sha256: str) -> str:
    """The name of content in the store: two levels of folders, then its hash."""
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def keep(content: Content) -> Inhoud:
    """Puts content in place, within the caller's transaction: its row, which is the lock, then its file.

    Content that was there already is put in place again, which mends a file that was damaged.
    """
    row = Inhoud(sha256=content.sha256, omvang=content.omvang)
    Inhoud.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["sha256"], update_fields=["omvang"]
    )
    with storage_faults(), Received(content.path) as file:
        storage().save(name_of(content.sha256), file)
    return row


def open_content(inhoud: Inhoud) -> File[bytes]:
    """The bytes of content, from the start; 503 when the store has lost them."""
    with storage_faults():
        return storage().open(name_of(inhoud.sha256), "rb")


def release(hashes: Iterable[str]) -> None:
    """Removes content that no version refers to any more; call it after the commit that let go of it."""
    for sha256 in hashes:
        with transaction.atomic():
            row = Inhoud.objects.select_for_update().filter(pk=sha256).first()
            if row is None or row.is_needed:
                continue
            try:
                storage().delete(name_of(sha256))
            except OSError:
                # The row stays, so that the content is known to be waiting for removal.
                logger.exception("Inhoud %s kan niet worden verwijderd", sha256)
            else:
                row.delete()
