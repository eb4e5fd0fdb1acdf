"""Rules on setting a status, closing and reopening (2.4)."""

from typing import Any

from zaakwerk.zaken import elders, queries
from zaakwerk.zgw import clock
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


@rule("zrc-016")
def zrc_016_statustype_of_zaaktype(command: Any) -> Violations:
    """Het statustype hoort bij het zaaktype van de zaak."""
    if command.statustype.zaaktype_id != command.zaak.zaaktype_id:
        yield Violation("zaaktype-mismatch", "Het statustype hoort niet bij het zaaktype van de zaak.")


@rule("zrc-007")
def zrc_007_closing_requires_resultaat(command: Any) -> Violations:
    """Een zaak heeft een resultaat voordat een eindstatus haar sluit."""
    if command.closes and command.resultaat is None:
        yield Violation("resultaat-does-not-exist", "De zaak heeft nog geen resultaat.")


@rule("zrc-007")
def zrc_007_closing_requires_gebruiksrecht(command: Any) -> Violations:
    """Bij het sluiten zijn van elk document de gebruiksrechten bekend, en is er geen in bewerking."""
    if not command.closes:
        return
    found = queries.documents_in_the_way(command.zaak)
    blocking = [row[:3] for row in found if not row[3]]
    blocking += elders.in_the_way([row[3] for row in found if row[3]], command.outside)
    unset = [name for name, indicatie, _ in blocking if indicatie is None]
    locked = [name for name, _, lock in blocking if lock]
    if unset:
        words = f"Van deze documenten is niet bekend of er gebruiksrechten gelden: {', '.join(unset)}."
        yield Violation("indicatiegebruiksrecht-unset", words)
    if locked:
        yield Violation(
            "informatieobject-locked", f"Deze documenten zijn nog in bewerking: {', '.join(locked)}."
        )


@rule("zrc-007")
def zrc_007_closing_requires_closed_deelzaken(command: Any) -> Violations:
    """Een hoofdzaak sluit pas als haar deelzaken gesloten zijn."""
    if not command.closes:
        return
    open_ones = [str(deelzaak) for deelzaak in command.deelzaken if not deelzaak.is_closed]
    if open_ones:
        yield Violation("deelzaken-not-closed", f"Deze deelzaken zijn nog open: {', '.join(open_ones)}.")
    closed = [deelzaak for deelzaak in command.deelzaken if deelzaak.is_closed]
    bare = [str(deelzaak) for deelzaak in closed if not hasattr(deelzaak, "resultaat")]
    if bare:
        words = f"Deze deelzaken hebben geen resultaat: {', '.join(bare)}."
        yield Violation("deelzaak-resultaat-does-not-exist", words)


@rule("zrc-008")
def zrc_008_reopening_within_bounds(command: Any) -> Violations:
    """Heropenen kan alleen zolang de zaak niet gearchiveerd is en haar hoofdzaak open is."""
    if not command.reopens:
        return
    if command.zaak.archiefstatus != "nog_te_archiveren":
        yield Violation("zaak-archiefstatus-invalid", "De zaak is al gearchiveerd.")
    if command.zaak.hoofdzaak and command.zaak.hoofdzaak.is_closed:
        yield Violation("hoofdzaak-closed", "De hoofdzaak is gesloten.")


@rule("c-48")
def c_48_status_not_before_start(command: Any) -> Violations:
    """Een status ligt niet voor de startdatum van de zaak."""
    if clock.legal_date(command.datum_status_gezet) < command.zaak.startdatum:
        yield Violation("invalid", "De status ligt voor de startdatum van de zaak.", "datumStatusGezet")


@rule("gangbaar")
def gangbaar_status_is_past(command: Any) -> Violations:
    """Een status ligt niet in de toekomst; een klok mag wat voorlopen."""
    if command.datum_status_gezet > clock.now() + clock.LEEWAY:
        yield Violation("date-in-future", "De status ligt in de toekomst.", "datumStatusGezet")


@rule("gangbaar")
def gangbaar_gezetdoor_of_zaak(command: Any) -> Violations:
    """De rol die de status zet hoort bij dezelfde zaak."""
    if command.gezetdoor is not None and command.gezetdoor.zaak_id != command.zaak.pk:
        yield Violation("zaak-mismatch", "De rol hoort bij een andere zaak.", "gezetdoor")


ON_SET = (
    zrc_016_statustype_of_zaaktype,
    zrc_007_closing_requires_resultaat,
    zrc_007_closing_requires_gebruiksrecht,
    zrc_007_closing_requires_closed_deelzaken,
    zrc_008_reopening_within_bounds,
    c_48_status_not_before_start,
    gangbaar_status_is_past,
    gangbaar_gezetdoor_of_zaak,
)
