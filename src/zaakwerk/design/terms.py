"""A term as people see it: a state with an icon, a word and a number, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext, ngettext

TermState = Literal["ruim", "let-op", "kritiek", "te-laat", "stil", "dwangsom", "klaar", "geen"]
DAYS_PER_YEAR = 365.25
COUNT_IN_YEARS_FROM = 730


@dataclass(frozen=True, slots=True)
class Term:
    """What the term chip shows: `days` are calendar days left, below zero when late; `amount` in euros."""

    state: TermState
    days: int | None = None
    until: date | None = None
    label: str = ""
    reason: str = ""
    amount: int = 0

    @classmethod
    def towards(
        cls, until: date | None, today: date, *, attention: int = 14, critical: int = 3, label: str = ""
    ) -> Term:
        """The running term that ends on `until`; `attention` and `critical` are windows in calendar days."""
        if until is None:
            return cls("geen", label=label)
        days = (until - today).days
        if days < 0:
            return cls("te-laat", days, until, label)
        if days <= critical:
            return cls("kritiek", days, until, label)
        return cls("let-op" if days <= attention else "ruim", days, until, label)

    @property
    def word(self) -> str:
        """The text of the chip."""
        if self.state == "stil":
            return gettext("Klok staat stil")
        if self.state == "dwangsom":
            return gettext("Dwangsom loopt: € %(amount)s") % {"amount": self.amount}
        if self.state == "klaar":
            return gettext("Afgehandeld")
        if self.state == "geen" or self.days is None:
            return gettext("Geen termijn")
        return days_left(self.days) if self.days >= 0 else days_late(-self.days)


def days_left(days: int) -> str:
    """ "vandaag", "morgen", "nog 12 dagen"."""
    if days == 0:
        return gettext("vandaag")
    if days == 1:
        return gettext("morgen")
    return gettext("nog %(days)s dagen") % {"days": days}


def days_late(days: int) -> str:
    """ "3 dagen te laat"; from two years on in years, for nobody counts five thousand days."""
    if days >= COUNT_IN_YEARS_FROM:
        return gettext("%(years)s jaar te laat") % {"years": int(days / DAYS_PER_YEAR)}
    return ngettext("%(days)s dag te laat", "%(days)s dagen te laat", days) % {"days": days}
