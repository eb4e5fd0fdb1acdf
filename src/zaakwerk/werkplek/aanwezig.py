"""Aanwezig: who else has a dossier open; kept for minutes, so that it says nothing about how people work."""

from datetime import timedelta
from uuid import UUID

from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.werkplek.models import Aanwezigheid
from zaakwerk.zgw import clock

# A page says every twenty seconds that it is open; two beats may be missed.
PRESENT = timedelta(seconds=60)
KEPT = timedelta(minutes=10)


def note(zaak: UUID, medewerker: Medewerker) -> list[str]:
    """Writes down that somebody has the dossier open; answers the names of who else has."""
    moment = clock.now()
    Aanwezigheid.objects.bulk_create(
        [Aanwezigheid(zaak=zaak, medewerker=medewerker, gezien=moment)],
        update_conflicts=True,
        unique_fields=["zaak", "medewerker"],
        update_fields=["gezien"],
    )
    Aanwezigheid.objects.filter(gezien__lt=moment - KEPT).delete()
    others = Aanwezigheid.objects.filter(zaak=zaak, gezien__gte=moment - PRESENT)
    found = others.exclude(medewerker=medewerker).select_related("medewerker").order_by("gezien")
    return [str(other.medewerker) for other in found]
