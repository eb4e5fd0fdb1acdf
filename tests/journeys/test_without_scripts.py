"""Journey of a behandelaar in a browser that runs no script."""

from pathlib import Path

from tests.journeys import desk
from tests.journeys.conftest import NewVisit
from tests.journeys.municipality import BSN, in_words, in_years
from zaakwerk.zgw import clock

REQUEST = desk.Request("Parkeervergunning bewoners", "Parkeren zonder scripts", BSN, "Kaal")


def test_a_zaak_goes_from_request_to_archive_date_without_scripts(
    new_visit: NewVisit, tmp_path: Path
) -> None:
    visit = new_visit(inspects=False, java_script_enabled=False)
    letter = tmp_path / "brief.txt"
    letter.write_text("Graag een vergunning.")
    desk.sign_in(visit)
    desk.filter_the_list(visit)
    desk.register(visit, REQUEST)
    desk.add_document(visit, "Aanvraagformulier", "Aanvraag", letter, definitief=True)
    desk.prepare(visit, desk.PARKEREN["Controle"])
    desk.set_status(visit, "Controle", "Alles klopt.")
    desk.add_document(visit, "Besluit", "Besluit", letter, definitief=True)
    desk.prepare(visit, desk.PARKEREN["Afgehandeld"])
    desk.close(visit, "Geweigerd", "Er is geen plaats meer.")
    visit.reads(f"De zaak wordt bewaard tot {in_words(in_years(clock.today(), 5))} en daarna vernietigd.")
