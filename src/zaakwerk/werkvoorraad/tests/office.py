"""An office for tests: employees in teams with rights, and zaken that are theirs."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from zaakwerk.autorisaties import accounts
from zaakwerk.autorisaties.models import Groep, Medewerker, Toekenning
from zaakwerk.werkvoorraad import commands
from zaakwerk.werkvoorraad.queries import Vrager
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw import clock


def employee(username: str, *teams: str, rol: str = "behandelaar", **grant: Any) -> Medewerker:
    """Somebody with a role, in teams."""
    made = Medewerker.objects.create_user(
        username, password="een-lang-wachtwoord", first_name=username.title(), last_name="Bakker"
    )
    if rol:
        Toekenning.objects.create(medewerker=made, rol=rol, **grant)
    for naam in teams:
        Groep.objects.get_or_create(naam=naam)[0].leden.add(made)
    return made


def vrager(medewerker: Medewerker) -> Vrager:
    """The employee as one who asks for work today."""
    return Vrager(accounts.actor_of(medewerker), medewerker, clock.today())


def zaak(world: World, omschrijving: str = "", days: int | None = 10, **body: Any) -> Zaak:
    """A zaak whose term ends in so many days; None for no term."""
    until = str(clock.today() + timedelta(days=days or 0))
    made = world.zaak(omschrijving=omschrijving, **{"uiterlijkeEinddatumAfdoening": until, **body})
    if days is None:
        Zaak.objects.filter(uuid=made["uuid"]).update(uiterlijke_einddatum_afdoening=None)
    return Zaak.objects.select_related("zaaktype").get(uuid=UUID(made["uuid"]))


def as_wire(world: World, found: Zaak) -> dict[str, Any]:
    """The zaak as the API answers it, for the ways of the world."""
    from zaakwerk.zaken.tests.world import ZAKEN

    answer: dict[str, Any] = world.api.get(f"{ZAKEN}/zaken/{found.uuid}").json()
    return answer


def give(found: Zaak, to: Medewerker | Groep, by: Medewerker) -> None:
    """Assigns a zaak."""
    person, team = (to, None) if isinstance(to, Medewerker) else (None, to)
    commands.Assign(actor=accounts.actor_of(by), zaak=found, medewerker=person, groep=team).run()


def standstill(found: Zaak, reden: str = "Wacht op advies") -> None:
    """Stops the term, as the register keeps it."""
    Zaak.objects.filter(pk=found.pk).update(opschorting={"indicatie": True, "reden": reden})
