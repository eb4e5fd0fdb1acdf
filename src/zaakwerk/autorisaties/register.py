"""Register: the scopes there are per component (1.5), with what each allows in plain words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

AUDITTRAILS = _("Audittrails lezen")
SCOPES: Mapping[str, Mapping[str, str | Promise]] = {
    "zrc": {
        "zaken.lezen": _("Zaken lezen, met alles wat erbij hoort"),
        "zaken.aanmaken": _("Zaken aanmaken, met hun eerste status"),
        "zaken.bijwerken": _("Open zaken bijwerken"),
        "zaken.statussen.toevoegen": _("Statussen toevoegen"),
        "zaken.heropenen": _("Gesloten zaken heropenen"),
        "zaken.geforceerd-bijwerken": _("Gesloten zaken bijwerken"),
        "zaken.verwijderen": _("Zaken verwijderen"),
        "audittrails.lezen": AUDITTRAILS,
    },
    "drc": {
        "documenten.lezen": _("Documenten lezen"),
        "documenten.aanmaken": _("Documenten aanmaken"),
        "documenten.bijwerken": _("Documenten bijwerken"),
        "documenten.geforceerd-bijwerken": _("Documenten geforceerd bijwerken"),
        "documenten.lock": _("Documenten op slot zetten en vrijgeven"),
        "documenten.geforceerd-unlock": _("Documenten vrijgeven zonder het slot te kennen"),
        "documenten.verwijderen": _("Documenten verwijderen"),
        "audittrails.lezen": AUDITTRAILS,
    },
    "brc": {
        "besluiten.lezen": _("Besluiten lezen"),
        "besluiten.aanmaken": _("Besluiten aanmaken"),
        "besluiten.bijwerken": _("Besluiten bijwerken"),
        "besluiten.verwijderen": _("Besluiten verwijderen"),
        "audittrails.lezen": AUDITTRAILS,
    },
    "ztc": {
        "catalogi.lezen": _("Catalogi lezen"),
        "catalogi.schrijven": _("Concepten maken, wijzigen en publiceren"),
        "catalogi.geforceerd-schrijven": _("Gepubliceerde typen corrigeren"),
        "catalogi.geforceerd-verwijderen": _("Gepubliceerde typen verwijderen"),
    },
    "nrc": {
        "notificaties.consumeren": _("Abonnementen beheren en lezen"),
        "notificaties.publiceren": _("Kanalen maken en berichten versturen"),
    },
    "ac": {
        "autorisaties.lezen": _("Applicaties en hun rechten lezen"),
        "autorisaties.bijwerken": _("Applicaties en hun rechten beheren"),
    },
}
