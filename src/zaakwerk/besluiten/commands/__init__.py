"""Commands of the Besluiten API: every way in which the register of besluiten changes."""

from zaakwerk.besluiten.commands.besluiten import CreateBesluit, DestroyBesluit, UpdateBesluit
from zaakwerk.besluiten.commands.documenten import LinkDocument, UnlinkDocument

__all__ = ["CreateBesluit", "DestroyBesluit", "LinkDocument", "UnlinkDocument", "UpdateBesluit"]
