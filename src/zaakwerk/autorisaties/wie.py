"""Wie: whom somebody who may not do a thing can ask."""

from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from zaakwerk.autorisaties.accounts import grants_for, is_valid
from zaakwerk.autorisaties.mag import ACTIES, Besluit
from zaakwerk.autorisaties.models import Groep, Toekenning
from zaakwerk.autorisaties.roles import roles_with
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Scopes, Target

MOST_TEAMS = 2
# Roles that work on zaken; who manages the application is not the one to ask.
ASKED = ("raadpleger", "regisseur", "brp_bevrager", "auditor")


def with_address(besluit: Besluit, actie: str, zaak: Target, is_gesloten: bool) -> str:
    """The reason of a refusal with the team to ask; empty when it is allowed. One or two statements."""
    if besluit.toegestaan or besluit.regel == "afscherming":
        return besluit.reden
    asked = ACTIES[actie]
    teams = teams_for(asked.gesloten if is_gesloten else asked.open, zaak)
    if not teams:
        return besluit.reden
    return f"{besluit.reden} {_('Vraag aan team %(teams)s.') % {'teams': _(' of team ').join(teams)}}"


def teams_for(needed: Scopes, zaak: Target) -> Sequence[str]:
    """The teams in which somebody may do it: by a role of the team, or of one of its members."""
    roles = [role for role in roles_with(needed) if role not in ASKED]
    if not roles:
        return []
    found = Toekenning.objects.filter(is_valid(clock.today()), rol__in=roles).order_by("id")
    holding = [row for row in found if any(g.scopes & needed and g.covers(zaak) for g in grants_for(row))]
    groups = [row.groep_id for row in holding if row.groep_id]
    people = [row.medewerker_id for row in holding if row.medewerker_id]
    holders = Q(pk__in=groups) | Q(leden__in=people)
    names = Groep.objects.filter(holders).distinct().order_by("naam").values_list("naam", flat=True)
    return list(names[:MOST_TEAMS])
