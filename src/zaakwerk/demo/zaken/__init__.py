"""Zaken of the demo municipality: every stage a zaak can be in, all dates counted from today."""

from zaakwerk.demo.zaken.bezwaar import BEZWAREN
from zaakwerk.demo.zaken.evenement import EVENEMENTEN
from zaakwerk.demo.zaken.geheimhouding import GEHEIMHOUDINGEN
from zaakwerk.demo.zaken.huishouden import HULPVRAGEN
from zaakwerk.demo.zaken.kappen import KAPPEN
from zaakwerk.demo.zaken.melding import MELDINGEN
from zaakwerk.demo.zaken.parkeren import PARKEREN
from zaakwerk.demo.zaken.subsidie import SUBSIDIES

ZAKEN = (
    *KAPPEN,
    *EVENEMENTEN,
    *PARKEREN,
    *MELDINGEN,
    *SUBSIDIES,
    *BEZWAREN,
    *GEHEIMHOUDINGEN,
    *HULPVRAGEN,
)
