"""Vaste stukken: what almost every story has; the form that came in and the confirmation that went out."""

from zaakwerk.demo.events import Gebeurtenis, Gezet, Stuk

BEVESTIGING = """Wij hebben uw aanvraag ontvangen: {onderwerp}.

Uw zaaknummer is {zaaknummer}. U hoort uiterlijk op {uiterlijk} van ons wat het besluit is.

Op mijn.zonnedael.example ziet u hoe het ermee staat. U kunt ons ook bellen op {telefoon}."""


def ingediend(dagen: int, tekst: str) -> Stuk:
    """The request as it came in through the web form."""
    return Stuk(dagen, "", soort="Aanvraagformulier", titel="Aanvraagformulier", tekst=tekst)


def ontvangen(dagen: int, tekst: str) -> tuple[Gebeurtenis, ...]:
    """A request came in, was registered and confirmed the same day."""
    return (
        ingediend(dagen, tekst),
        Gezet(dagen, "", "Ontvangen"),
        Stuk(dagen, "", soort="Ontvangstbevestiging", titel="Ontvangstbevestiging", tekst=BEVESTIGING),
    )


def verzocht(dagen: int, tekst: str) -> tuple[Gebeurtenis, ...]:
    """A request that is dealt with so soon that nobody confirms it first."""
    return (ingediend(dagen, tekst), Gezet(dagen, "", "Ontvangen"))


def bezwaar_gemaakt(dagen: int, tekst: str) -> tuple[Gebeurtenis, ...]:
    """A notice of objection came in and was confirmed."""
    _, *rest = ontvangen(dagen, tekst)
    return (Stuk(dagen, "", soort="Bezwaarschrift", titel="Bezwaarschrift", tekst=tekst), *rest)


def gemeld(dagen: int, tekst: str, wie: str = "") -> tuple[Gebeurtenis, ...]:
    """A report came in."""
    return (
        Stuk(dagen, wie, soort="Melding", titel="Melding", tekst=tekst, formaat="txt"),
        Gezet(dagen, wie, "Gemeld"),
    )
