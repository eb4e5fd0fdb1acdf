"""Commands of the worklist."""

from zaakwerk.werkvoorraad.commands.lijsten import DestroyList, SaveList, SaveWeergave, UpdateList
from zaakwerk.werkvoorraad.commands.sluimers import Snooze, Wake
from zaakwerk.werkvoorraad.commands.toewijzing import Assign, Release, Restore, TakeNext, standing_of

__all__ = [
    "Assign",
    "DestroyList",
    "Release",
    "Restore",
    "SaveList",
    "SaveWeergave",
    "Snooze",
    "TakeNext",
    "UpdateList",
    "Wake",
    "standing_of",
]
