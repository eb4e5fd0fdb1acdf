"""Imports a XES event log as zaken with their status history."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zaakwerk.invoer.xes.loading import Outcome


def import_file(
    path: Path,
    bronorganisatie: str | None,
    domein: str | None,
    notify: bool,
    progress: Callable[[int, int], None],
) -> "Outcome":
    """Import a log as zaken of an organisation, with types in the catalogus of a domein; both have a default.

    Raises `XesFault` (a Problem) before anything is written when the file or an argument cannot be used.
    """
    from zaakwerk.invoer.xes import loading  # the reader is of use without the register

    organisatie, domein = bronorganisatie or loading.RSIN, domein or loading.DOMEIN
    return loading.load(path, organisatie, domein, notify, progress)
