"""Faults of the store: a full or broken disk as a clear answer."""

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from zaakwerk.zgw.problems import Problem

# EFBIG: a limit on the size of files that the operator set, which is full in another way.
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
logger = logging.getLogger(__name__)


@contextmanager
def storage_faults() -> Iterator[None]:
    """Turns an OSError of the store into 507 when it is full, 503 when it is out of order."""
    try:
        yield
    except OSError as error:
        logger.error("De opslag van documenten weigert: %s", error)
        if error.errno in FULL:
            words = (
                "De opslag van documenten is vol. Het document is niet bewaard; probeer het later opnieuw."
            )
            raise Problem(507, "insufficient_storage", "Insufficient storage.", words) from error
        words = "De opslag van documenten is niet bereikbaar. Probeer het later opnieuw."
        raise Problem(503, "storage_unavailable", "Storage unavailable.", words) from error
