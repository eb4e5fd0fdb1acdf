"""Resources of the frame: what is kept of a zaak, and the operations on it."""

from zaakwerk.kader.resources.onderdelen import CHECKLISTANTWOORDEN, GEZETTE_STAPPEN, TAKEN
from zaakwerk.zgw.resource import Component

KADER = Component(
    "zaakwerk",
    "kader",
    "1.0.0",
    "Zaakwerk: kader",
    resources=(TAKEN, CHECKLISTANTWOORDEN, GEZETTE_STAPPEN),
)
