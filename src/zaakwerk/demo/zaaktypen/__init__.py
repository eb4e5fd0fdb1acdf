"""Zaaktypen of the demo municipality, and the kinds of documents they share."""

from zaakwerk.demo.zaaktypen.bezwaar import BEZWAAR
from zaakwerk.demo.zaaktypen.evenement import BRANDVEILIGHEID, EVENEMENT
from zaakwerk.demo.zaaktypen.geheimhouding import GEHEIMHOUDING
from zaakwerk.demo.zaaktypen.huishouden import HUISHOUDEN
from zaakwerk.demo.zaaktypen.kappen import KAPPEN
from zaakwerk.demo.zaaktypen.melding import MELDING
from zaakwerk.demo.zaaktypen.parkeren import PARKEREN
from zaakwerk.demo.zaaktypen.subsidie import SUBSIDIE

# An advice is named as deelzaaktype of an evenement, so it comes first.
ZAAKTYPEN = (
    BRANDVEILIGHEID,
    KAPPEN,
    EVENEMENT,
    PARKEREN,
    MELDING,
    SUBSIDIE,
    BEZWAAR,
    GEHEIMHOUDING,
    HUISHOUDEN,
)

# The kind of document that lays a decision down.
BESLUIT = "Besluit"
# Kind of document: its category and its confidentiality.
INFORMATIEOBJECTTYPEN = {
    "Aanvraagformulier": ("aanvraag", "zaakvertrouwelijk"),
    "Advies": ("advies", "vertrouwelijk"),
    "Begroting": ("financieel", "zaakvertrouwelijk"),
    BESLUIT: ("beschikking", "openbaar"),
    "Bezwaarschrift": ("bezwaar", "zaakvertrouwelijk"),
    "Brief": ("correspondentie", "zaakvertrouwelijk"),
    "Foto": ("bijlage", "zaakvertrouwelijk"),
    "Melding": ("melding", "zaakvertrouwelijk"),
    "Notitie": ("notitie", "vertrouwelijk"),
    "Ontvangstbevestiging": ("correspondentie", "zaakvertrouwelijk"),
    "Plan": ("bijlage", "openbaar"),
    "Tekening": ("bijlage", "openbaar"),
    "Verslag": ("verslag", "zaakvertrouwelijk"),
}
