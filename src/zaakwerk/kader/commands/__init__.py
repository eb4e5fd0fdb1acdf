"""Commands of the frame: declare it, take a step, answer a checklist, and tasks."""

from zaakwerk.kader.commands.checklist import AnswerChecklist, WithdrawAnswer
from zaakwerk.kader.commands.inrichten import DeclareKader
from zaakwerk.kader.commands.stappen import TakeStep
from zaakwerk.kader.commands.taken import AssignTaak, CompleteTaak, CreateTaak

__all__ = [
    "AnswerChecklist",
    "AssignTaak",
    "CompleteTaak",
    "CreateTaak",
    "DeclareKader",
    "TakeStep",
    "WithdrawAnswer",
]
