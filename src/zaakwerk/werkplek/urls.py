"""Addresses of the desk."""

from django.urls import path

from zaakwerk.werkplek.views import (
    account,
    afhandelen,
    documenten,
    dossier,
    inloggen,
    nieuw,
    oidc,
    status,
    toegang,
    zaken,
)

app_name = "werkplek"
urlpatterns = [
    path("", zaken.start, name="start"),
    path("inloggen", inloggen.inloggen, name="inloggen"),
    path("inloggen/code", inloggen.code, name="code"),
    path("inloggen/tweede-factor", account.instellen, name="tweede_factor"),
    path("inloggen/tweede-factor/qr.svg", account.qr, name="qr"),
    path("inloggen/organisatie", oidc.heen, name="oidc"),
    path("inloggen/organisatie/terug", oidc.terug, name="oidc_terug"),
    path("uitloggen", inloggen.uitloggen, name="uitloggen"),
    path("account/", account.account, name="account"),
    path("account/wachtwoord", account.wachtwoord, name="wachtwoord"),
    path("account/herstelcodes", account.nieuwe_codes, name="nieuwe_codes"),
    path("account/overal-uitloggen", account.overal_uitloggen, name="overal_uitloggen"),
    path("toegang/", toegang.lijst, name="toegangsverzoeken"),
    path("toegang/<uuid:uuid>", toegang.beslissen, name="toegang_beslissen"),
    path("zaken/", zaken.open_zaken, name="zaken"),
    path("zaken/nieuw", nieuw.nieuwe_zaak, name="nieuwe_zaak"),
    path("zaken/<uuid:uuid>/", dossier.dossier, name="zaak"),
    path("zaken/<uuid:uuid>/toegang", toegang.vragen, name="toegang_vragen"),
    path("zaken/<uuid:uuid>/wie", toegang.wie, name="toegang_zaak"),
    path("zaken/<uuid:uuid>/wie/<uuid:recht>", toegang.intrekken, name="toegang_intrekken"),
    path("zaken/<uuid:uuid>/status", status.zet_status, name="status"),
    path("zaken/<uuid:uuid>/afhandelen", afhandelen.afhandelen, name="afhandelen"),
    path("zaken/<uuid:uuid>/documenten/nieuw", documenten.toevoegen, name="document_toevoegen"),
    path("zaken/<uuid:uuid>/documenten/<uuid:document>", documenten.openen, name="document"),
]
