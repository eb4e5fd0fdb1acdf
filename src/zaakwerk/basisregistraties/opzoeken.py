"""Opzoeken: asks the source that is connected and writes down who asked what for (doelbinding)."""

import hashlib
import hmac
from collections.abc import Sequence

from django.conf import settings

from zaakwerk.basisregistraties.models import Bevraging
from zaakwerk.basisregistraties.port import Bron, Partij, Soort, Vraag, read
from zaakwerk.basisregistraties.testbron import Testbron
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor

BRON: Bron = Testbron()


def zoek(actor: Actor, doelbinding: str, tekst: str) -> Sequence[Partij]:
    """What fits what somebody typed; raises OnjuisteVraag for a number that cannot exist."""
    vraag = read(tekst)
    found = BRON.zoek(vraag)
    note(actor, doelbinding, vraag, len(found))
    return found


def haal_op(actor: Actor, doelbinding: str, soort: Soort, nummer: str) -> Partij | None:
    """The one with a number."""
    found = BRON.haal_op(soort, nummer)
    note(actor, doelbinding, Vraag(soort, nummer), int(found is not None))
    return found


def note(actor: Actor, doelbinding: str, vraag: Vraag, gevonden: int) -> None:
    """Writes down one question."""
    Bevraging.objects.create(
        moment=clock.now(),
        gebruiker_id=actor.gebruiker_id[:255],
        gebruiker_weergave=actor.gebruiker_weergave[:255],
        bron=BRON.naam,
        soort=vraag.soort or "",
        betrokkene=pseudonym(vraag) if vraag.nummer else "",
        doelbinding=doelbinding[:255],
        gevonden=gevonden,
    )


def pseudonym(vraag: Vraag) -> str:
    """A name for a number that only this installation can make: who asked about somebody can be found."""
    text = f"bevraging {vraag.soort} {vraag.nummer}"
    return hmac.new(settings.SECRET_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()[:32]
