"""Addresses: the standard's base paths, the faces, and the probes."""

from django.contrib import admin
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from zaakwerk.project import api, health, metrics, start

urlpatterns = [
    *api.urlpatterns,
    path("selectielijst/api/v1/", include("zaakwerk.selectielijst.urls")),
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("metrics", metrics.view),
    # One way in: the sign-in of the desk, which asks for the second factor.
    path("admin/login/", start.to_sign_in),
    path("admin/", admin.site.urls),
    path("favicon.ico", start.favicon),
    path("beheer/berichten/", include("zaakwerk.beheer.berichten.urls")),
    path("werk/", include("zaakwerk.werkplek.urls")),
    path("mijn/", include("zaakwerk.mijn.urls")),
    path("beheer/", include("zaakwerk.beheer.urls")),
    path("", start.start, name="start"),
    path("i18n/", include("django.conf.urls.i18n")),
]

admin.site.site_header = admin.site.site_title = "Zaakwerk"
admin.site.index_title = _("Register en instellingen")

handler400 = "zaakwerk.project.errors.bad_request"
handler403 = "zaakwerk.project.errors.forbidden"
handler404 = "zaakwerk.project.errors.not_found"
handler500 = "zaakwerk.project.errors.server_error"
