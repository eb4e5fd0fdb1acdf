"""Lijsten: the form under which a question is saved, and with whom it is shared."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zaakwerk.autorisaties.models import Groep
from zaakwerk.werkvoorraad import queries
from zaakwerk.werkvoorraad.models import BewaardeLijst
from zaakwerk.werkvoorraad.queries import Vrager


class LijstForm(forms.Form):
    """A name, and for whom; only choices that the employee has the right to."""

    naam = forms.CharField(label=_("Naam van de lijst"), max_length=60)
    voor = forms.ChoiceField(label=_("Voor wie"))

    def __init__(self, vrager: Vrager, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.vrager = vrager
        choices = [(BewaardeLijst.PRIVE, gettext("Alleen voor mij"))]
        choices += [
            (f"{BewaardeLijst.TEAM}:{team.pk}", gettext("Team %(team)s") % {"team": team})
            for team in vrager.teams
        ]
        if queries.may_share_widely(vrager.medewerker):
            choices.append((BewaardeLijst.ORGANISATIE, gettext("Iedereen")))
        self.fields["voor"].choices = choices  # type: ignore[attr-defined]

    def sharing(self) -> dict[str, Any]:
        """With whom, as the commands take it."""
        bereik, _colon, key = self.cleaned_data["voor"].partition(":")
        return {"bereik": bereik, "groep": Groep.objects.filter(pk=key).first() if key else None}


def initial_of(lijst: BewaardeLijst) -> dict[str, str]:
    """What the form says of a list that is there."""
    team = f":{lijst.groep_id}" if lijst.groep_id else ""
    return {"naam": lijst.naam, "voor": f"{lijst.bereik}{team}"}


def reach_words(lijst: BewaardeLijst) -> str:
    """Who sees a list."""
    if lijst.bereik == BewaardeLijst.TEAM:
        return gettext("Team %(team)s") % {"team": lijst.groep}
    return gettext("Iedereen") if lijst.bereik == BewaardeLijst.ORGANISATIE else gettext("Alleen voor mij")
