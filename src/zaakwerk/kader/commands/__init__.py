"""Commands of the frame: take a step, answer a checklist, and the life of a task."""

from zaakwerk.kader.commands.checklist import AnswerChecklist, WithdrawAnswer
from zaakwerk.kader.commands.stappen import TakeStep
from zaakwerk.kader.commands.taken import AssignTaak, CompleteTaak, CreateTaak

__all__ = [
    "AnswerChecklist",
    "AssignTaak",
    "CompleteTaak",
    "CreateTaak",
    "TakeStep",
    "WithdrawAnswer",
]
