"""Addresses: the standard's base paths, the faces, and the probes."""

from django.contrib import admin
from django.urls import include, path

from zaakwerk.project import api, health, metrics, start

urlpatterns = [
    *api.urlpatterns,
    path("selectielijst/api/v1/", include("zaakwerk.selectielijst.urls")),
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("metrics", metrics.view),
    path("admin/", admin.site.urls),
    path("beheer/berichten/", include("zaakwerk.beheer.berichten.urls")),
    path("beheer/kaders/", include("zaakwerk.beheer.kaders.urls")),
    path("werk/", include("zaakwerk.werkplek.urls")),
    path("mijn/", include("zaakwerk.mijn.urls")),
    path("beheer/", include("zaakwerk.beheer.urls")),
    path("", start.start, name="start"),
    path("i18n/", include("django.conf.urls.i18n")),
]

handler400 = "zaakwerk.project.errors.bad_request"
handler403 = "zaakwerk.project.errors.forbidden"
handler404 = "zaakwerk.project.errors.not_found"
handler500 = "zaakwerk.project.errors.server_error"
