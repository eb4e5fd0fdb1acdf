"""Bewaren: what an outcome means for keeping or destroying: until when, from when, and by which list."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.selectielijst import queries as selectielijst
from zaakwerk.werkplek.woorden import bewaring_in_words
from zaakwerk.zaken import archief
from zaakwerk.zaken.archief import Bewaring, Source
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.fields import dumps


class Voorspelling:
    """What closing today would mean; asked once for outcomes that find their date in the same way."""

    def __init__(self, zaak: Zaak) -> None:
        self.zaak = zaak
        self.known: dict[Any, Bewaring] = {}

    def of(self, kind: ResultaatType) -> Bewaring:
        """The archive parameters the register would set."""
        key = (dumps(kind.brondatum_archiefprocedure), kind.archiefactietermijn, kind.archiefnominatie)
        if key not in self.known:
            self.known[key] = archief.derive(Source(self.zaak, kind, clock.today()))
        return self.known[key]

    def in_words(self, kind: ResultaatType) -> str:
        """The consequence in one or two sentences: what, until when, and why."""
        parts = [bewaring_in_words(kind), self.date_in_words(kind), source_in_words(kind)]
        return " ".join(part for part in parts if part)

    def date_in_words(self, kind: ResultaatType) -> str:
        """The date, as far as it is known today."""
        found = self.of(kind)
        if kind.archiefnominatie == "blijvend_bewaren":
            if found.archiefactiedatum is None:
                return ""
            words = gettext("Wordt uiterlijk %(datum)s overgedragen aan het archief.")
        elif found.archiefactiedatum is None:
            return gettext("De datum is nog niet bekend: die volgt later uit de zaak.")
        else:
            words = gettext("Bij afhandelen vandaag is dat op %(datum)s.")
        return words % {"datum": date_format(found.archiefactiedatum, "j F Y")}


def source_in_words(kind: ResultaatType) -> str:
    """The place in the selectielijst the outcome points at; nothing when it is not known here."""
    found = selectielijst.resultaat(kind.selectielijstklasse)
    if found is None:
        return ""
    words = gettext("Bron: Selectielijst gemeenten %(jaar)s, resultaat %(nummer)s %(naam)s.")
    return words % {"jaar": found.procestype.jaar, "nummer": found.volledig_nummer, "naam": found.naam}
