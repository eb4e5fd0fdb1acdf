"""Load: puts the demo municipality into an empty database, all of it or nothing."""

from datetime import date

from django.db import transaction

from zaakwerk.autorisaties import accounts as actors
from zaakwerk.autorisaties.commands import add_client, add_user
from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.catalogi.models import Catalogus
from zaakwerk.demo import accounts, catalogue, declarations
from zaakwerk.demo.history import Historie
from zaakwerk.demo.people import MEDEWERKERS, WACHTWOORD, ZONNEDAEL
from zaakwerk.demo.zaken import ZAKEN
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Conflict

# Stands for the forms on the website; it hands in what inhabitants fill in.
WEBFORMULIER = Actor(applicatie_id="webformulier", applicatie_weergave="Webformulier", all_rights=True)
# The catalogue is older than the oldest story.
JAREN = 4


def load() -> list[str]:
    """Loads it and returns the lines that say how to get in; raises Conflict when the database is in use."""
    refuse_when_in_use()
    today = clock.today()
    with transaction.atomic():
        people = {found.username: actors.actor_of(found) for found in add_people()}
        add_client(accounts.CLIENT_ID, accounts.CLIENT_SECRET, all_rights=True)
        zaaktypen = catalogue.build(people["ravi"], date(today.year - JAREN, 1, 1))
        Historie(zaaktypen, {**people, "": WEBFORMULIER}, today).play(ZAKEN)
    return list(accounts.lines())


def is_loaded() -> bool:
    """Whether the demo municipality is in this database."""
    return Catalogus.objects.filter(rsin=ZONNEDAEL.rsin, domein=ZONNEDAEL.domein).exists()


def refuse_when_in_use() -> None:
    """Raises Conflict when there is anything the demo would mix with."""
    if is_loaded():
        raise Conflict("De demogemeente staat al in deze database.")
    if Zaak.objects.exists():
        raise Conflict("Deze database bevat al zaken. De demogemeente hoort in een lege database.")


def add_people() -> list[Medewerker]:
    """The employees, each with a role and in a team."""
    return [add_person(declared) for declared in MEDEWERKERS]


def add_person(declared: declarations.Medewerker) -> Medewerker:
    """One employee who can sign in."""
    add_user(declared.gebruikersnaam, declared.rol, WACHTWOORD)
    made = Medewerker.objects.get(username=declared.gebruikersnaam)
    made.first_name = declared.voornaam
    made.last_name = " ".join(filter(None, (declared.voorvoegsel, declared.achternaam)))
    made.is_voorbeeld = True
    made.save(update_fields=["first_name", "last_name", "is_voorbeeld"])
    Groep.objects.get_or_create(naam=declared.team)[0].leden.add(made)
    return made
