"""`zaakwerk catalogus export|import`: a catalogue as a zip or as a folder that a person can read."""

import argparse
from pathlib import Path

from zaakwerk.project.cli.command import Command, say, start_django
from zaakwerk.project.refusals import Refused


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which way, which catalogus, and which file."""
    actions = parser.add_subparsers(dest="action", metavar="ACTIE", required=True)
    out = actions.add_parser("export", help="schrijven naar een zipbestand of een map")
    out.add_argument("domein", metavar="DOMEIN", help="domein van de catalogus")
    out.add_argument(
        "file", type=Path, metavar="FILE", help="NAAM.zip, of een map met een bestand per zaaktype"
    )
    out.add_argument(
        "--rsin", default="", metavar="RSIN", help="RSIN, als meer organisaties dit domein hebben"
    )
    out.add_argument("--met-uuid", action="store_true", help="zet ook in een map de UUID's")
    out.add_argument("--overschrijf", action="store_true", help="vervang wat er al staat")
    take = actions.add_parser("import", help="overnemen uit een zipbestand of een map")
    take.add_argument("file", type=Path, metavar="FILE", help="zipbestand of map")
    take.add_argument("--proef", action="store_true", help="laat zien wat er zou gebeuren; schrijf niets")
    take.add_argument("--behoud-uuid", action="store_true", help="houd de UUID's van het bestand")
    take.add_argument("--domein", default="", metavar="D", help="neem over in de catalogus met dit domein")
    take.add_argument("--rsin", default="", metavar="RSIN", help="neem over in de catalogus met dit RSIN")
    take.add_argument("--alles", action="store_true", help="noem elk object, ook wat nieuw of gelijk is")


def run(given: argparse.Namespace) -> None:
    """Exports or imports; a conflict is a refusal after the report."""
    start_django()
    if given.action == "export":
        export(given)
    else:
        import_(given)


def export(given: argparse.Namespace) -> None:
    """Writes the catalogus; a name that ends in .zip makes a zip."""
    from zaakwerk.catalogi import uitwisseling
    from zaakwerk.catalogi.uitwisseling import pakket, zipbestand
    from zaakwerk.zgw.actors import SYSTEM
    from zaakwerk.zgw.links import worker_origin

    is_zip = given.file.suffix.lower() == ".zip"
    if is_zip and given.file.exists() and not given.overschrijf:
        raise Refused(f"{given.file} bestaat al. Gebruik --overschrijf om het te vervangen.")
    catalogus = uitwisseling.find_catalogus(given.domein, given.rsin)
    inhoud = uitwisseling.exporteer(SYSTEM, catalogus, worker_origin())
    if is_zip:
        given.file.write_bytes(zipbestand.pack(inhoud))
    else:
        from zaakwerk.kader import pakket as kaders

        pakket.write(inhoud, given.file, met_uuid=given.met_uuid, overschrijf=given.overschrijf)
        kaders.schrijf_map(catalogus, given.file)
    say(f"Geschreven: {given.file}, {sum(map(len, inhoud.values()))} objecten.")


def import_(given: argparse.Namespace) -> None:
    """Reads a zip or a folder, and reports object by object; the frames in a folder go along."""
    from django.db import transaction

    from zaakwerk.catalogi import uitwisseling
    from zaakwerk.catalogi.uitwisseling import pakket, zipbestand
    from zaakwerk.kader import pakket as kaders
    from zaakwerk.zgw.actors import SYSTEM

    if not given.file.exists():
        raise Refused(f"{given.file} bestaat niet.")
    skipped: list[str] = []
    if given.file.is_dir():
        inhoud = pakket.read(given.file)
    elif given.file.stat().st_size > zipbestand.MAX_ZIP:
        raise Refused(f"{given.file} is groter dan {zipbestand.MAX_ZIP // zipbestand.MEGABYTE} MB.")
    else:
        with given.file.open("rb") as source:
            inhoud, skipped = zipbestand.unpack(source)
    opties = uitwisseling.Opties(given.proef, given.behoud_uuid, given.domein, given.rsin)
    frames = kaders.lees_map(given.file) if given.file.is_dir() else []
    with transaction.atomic():
        verslag = uitwisseling.importeer(SYSTEM, inhoud, opties)
        if frames and verslag.is_geschreven:
            own = inhoud["Catalogus"][0]
            catalogus = uitwisseling.find_catalogus(given.domein or own["domein"], given.rsin or own["rsin"])
            kaders.neem_over(SYSTEM, catalogus, frames)
    verslag.opmerkingen += zipbestand.remarks(skipped)
    *lines, last = verslag.lines(every=given.alles)
    for line in lines:
        say(line)
    if verslag.conflicten:
        raise Refused(last)
    say(last)


COMMAND = Command("catalogus", "Een catalogus uitwisselen.", arguments, run)
