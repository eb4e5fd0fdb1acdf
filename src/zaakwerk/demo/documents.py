"""Documents: the words of a story as a file, a letter on the municipality's paper or a plain note."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import translation
from django.utils.formats import date_format
from django.utils.text import slugify

from zaakwerk.demo.declarations import Betrokkene
from zaakwerk.demo.events import Stuk
from zaakwerk.demo.pdf import make_pdf
from zaakwerk.demo.people import ZONNEDAEL
from zaakwerk.demo.tekeningen import drawing

FORMATEN = {"pdf": "application/pdf", "txt": "text/plain"}
BEZWAAR = "\n\nBent u het niet eens met dit besluit? Dan kunt u tot en met {na[42]} bezwaar maken."


class Days:
    """Lets a text say {na[14]}: the date that many days after the document."""

    def __init__(self, start: date) -> None:
        self.start = start

    def __getitem__(self, days: int) -> str:
        return in_words(self.start + timedelta(days=days))


@dataclass(frozen=True)
class Blad:
    """What a document knows of its zaak when it is written."""

    zaaknummer: str
    onderwerp: str
    datum: date
    uiterlijk: date | None
    aan: Betrokkene | None
    auteur: str
    ondertekenaar: str = ""


def in_words(day: date) -> str:
    """A date written out in Dutch: 3 januari 2027."""
    with translation.override("nl"):
        return date_format(day, "j F Y")


def file_name(stuk: Stuk) -> str:
    """A name that says what is in the file."""
    return f"{slugify(stuk.titel)}.{stuk.formaat}"


def file_bytes(stuk: Stuk, blad: Blad, is_outgoing: bool) -> bytes:
    """The content of a document; a letter carries the sender, the date and the zaaknummer."""
    text = fill_in(stuk.tekst + (BEZWAAR if stuk.soort == "Besluit" else ""), blad)
    if stuk.formaat == "txt":
        return f"{stuk.titel}\n{in_words(blad.datum)}\n\n{text}\n".encode()
    head = [blad.auteur, in_words(blad.datum), f"Zaaknummer {blad.zaaknummer}"]
    if is_outgoing:
        head, text = letterhead(blad), polite(text, blad)
    return make_pdf(stuk.titel, head, text, blad.datum, drawing(stuk.tekening))


def polite(text: str, blad: Blad) -> str:
    """A letter begins with a greeting and ends with a name."""
    greeting = f"Beste {blad.aan.naam},\n\n" if blad.aan else ""
    signed = "\n".join(filter(None, (blad.ondertekenaar, blad.auteur)))
    return f"{greeting}{text}\n\nMet vriendelijke groet,\n\n{signed}"


def letterhead(blad: Blad) -> list[str]:
    """Who writes, when, about which zaak, to whom."""
    to = (
        [f"Aan: {blad.aan.naam}, {blad.aan.adres}, {spaced(blad.aan.postcode)} Zonnedael"] if blad.aan else []
    )
    return [
        ZONNEDAEL.naam,
        ZONNEDAEL.adres,
        f"{ZONNEDAEL.telefoon}   {ZONNEDAEL.email}",
        "",
        *to,
        f"Datum: {in_words(blad.datum)}   Zaaknummer: {blad.zaaknummer}",
    ]


def spaced(postcode: str) -> str:
    """A postcode as people write it."""
    return f"{postcode[:4]} {postcode[4:]}"


def fill_in(text: str, blad: Blad) -> str:
    """The text with what it names of its zaak."""
    return text.format(
        zaaknummer=blad.zaaknummer,
        onderwerp=blad.onderwerp,
        naam=blad.aan.naam if blad.aan else "",
        datum=in_words(blad.datum),
        uiterlijk=in_words(blad.uiterlijk) if blad.uiterlijk else "",
        telefoon=ZONNEDAEL.telefoon,
        na=Days(blad.datum),
    )
