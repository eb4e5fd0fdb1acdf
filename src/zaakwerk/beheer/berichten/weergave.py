"""Weergave: messages and subscribers in the words and links an operator reads."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext

from zaakwerk.notificaties.models import CLOUDEVENTS, Abonnement, Aflevering
from zaakwerk.notificaties.standing import FALTERS, RESTS, WORKS, Outbox, Subscriber
from zaakwerk.zgw.fields import dumps
from zaakwerk.zgw.links import BASE, worker_origin

ICONS = {WORKS: "goed", FALTERS: "let-op", RESTS: "fout"}
MINUTE, HOUR, DAY = 60, 3600, 86_400


def words_of(stand: str) -> str:
    """How a subscriber is doing."""
    return {WORKS: gettext("Werkt"), FALTERS: gettext("Hapert"), RESTS: gettext("In pauze")}[stand]


def duration(length: timedelta) -> str:
    """A length of time in its largest unit: "3 minuten"."""
    seconds = int(length.total_seconds())
    if seconds < MINUTE:
        return ngettext("%(n)s seconde", "%(n)s seconden", seconds) % {"n": seconds}
    if seconds < HOUR:
        return ngettext("%(n)s minuut", "%(n)s minuten", seconds // MINUTE) % {"n": seconds // MINUTE}
    if seconds < DAY:
        return ngettext("%(n)s uur", "%(n)s uur", seconds // HOUR) % {"n": seconds // HOUR}
    return ngettext("%(n)s dag", "%(n)s dagen", seconds // DAY) % {"n": seconds // DAY}


def row(found: Subscriber, moment: datetime) -> dict[str, Any]:
    """A subscriber as the overview shows it."""
    abonnement = found.abonnement
    return {
        "adres": abonnement.callback_url,
        "client_id": abonnement.client_id,
        "url": reverse("berichten:abonnee", args=[abonnement.uuid]),
        "kanalen": ", ".join(dict.fromkeys(group["naam"] for group in abonnement.kanalen)),
        "stand": words_of(found.stand),
        "icoon": ICONS[found.stand],
        "wachtend": found.wachtend,
        "achterstand": duration(found.lag(moment)) if found.wachtend else "",
        "opgegeven": found.opgegeven,
        "laatst_gelukt_op": abonnement.laatst_gelukt_op,
    }


def tallies(outbox: Outbox, moment: datetime) -> list[tuple[str, Any]]:
    """The figures of the whole."""
    oldest, seen = outbox.oudste, outbox.worker_gezien
    waits = duration(outbox.lag(moment)) if oldest else gettext("Niets wacht")
    ago = gettext("%(tijd)s geleden gezien") % {"tijd": duration(moment - seen)} if seen else ""
    return [
        (gettext("Nog te verdelen"), str(outbox.te_verdelen)),
        (gettext("Wacht op aflevering"), str(outbox.wachtend)),
        (gettext("Oudste wacht al"), waits),
        (gettext("Opgegeven"), str(outbox.opgegeven)),
        (gettext("Achtergrondwerk"), ago or gettext("Niet gezien")),
    ]


def facts(found: Subscriber, moment: datetime) -> list[tuple[str, Any]]:
    """What an operator wants to know of one subscriber; never its secrets."""
    abonnement = found.abonnement
    return [
        (gettext("Adres"), abonnement.callback_url),
        (gettext("Client-id"), abonnement.client_id),
        (gettext("Kanalen en filters"), "\n".join(groups(abonnement))),
        (gettext("Aanmelding"), sign_in(abonnement)),
        (gettext("Vorm"), form(abonnement)),
        (gettext("Afgeleverd"), str(abonnement.aantal_gelukt)),
        (gettext("Mislukte pogingen"), str(abonnement.aantal_mislukt)),
        (gettext("Laatst gelukt"), moment_of(abonnement.laatst_gelukt_op)),
        (gettext("Laatst mislukt"), moment_of(abonnement.laatst_mislukt_op)),
        (gettext("Laatste weigering"), abonnement.laatste_antwoord),
        (gettext("Wacht op aflevering"), str(found.wachtend)),
        (gettext("Oudste wacht al"), duration(found.lag(moment)) if found.wachtend else ""),
    ]


def name_of(abonnement: Abonnement) -> str:
    """A subscriber in short: its host."""
    return urlsplit(abonnement.callback_url).hostname or abonnement.callback_url


def moment_of(moment: datetime | None) -> str:
    """A moment in local time, to the second."""
    return localtime(moment).strftime("%d-%m-%Y %H:%M:%S") if moment else ""


def groups(abonnement: Abonnement) -> list[str]:
    """The channels with their filters, links with their base."""
    base = worker_origin().base
    shown = ((group["naam"], group["filters"]) for group in abonnement.kanalen)
    return [f"{naam} {dumps(filters)}".replace(BASE, base) if filters else naam for naam, filters in shown]


def sign_in(abonnement: Abonnement) -> str:
    """How we sign in at a subscriber."""
    found = getattr(abonnement, "aanmelding", None)
    return str(found) if found else gettext("Vaste header")


def form(abonnement: Abonnement) -> str:
    """The form of the messages, with the types that are wanted."""
    if abonnement.vorm != CLOUDEVENTS:
        return gettext("ZGW-bericht")
    return "\n".join(["CloudEvents", *abonnement.soorten])


def letters(afleveringen: Sequence[Aflevering]) -> list[dict[str, Any]]:
    """Deliveries as the tables show them."""
    base = worker_origin().base
    return [
        {
            "pk": found.pk,
            "titel": str(found.bericht),
            "hoofd_object": found.hoofd_object.replace(BASE, base),
            "pogingen": found.pogingen,
            "aangemaakt_op": moment_of(found.bericht.aanmaakdatum),
            "opgegeven_op": moment_of(found.opgegeven_op),
            "volgende_poging": moment_of(found.volgende_poging),
            "antwoord": found.laatste_antwoord,
        }
        for found in afleveringen
    ]
