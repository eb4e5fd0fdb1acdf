"""Desk: server time of worklist, search and dossier on a filled register; `python -m bench.desk --size N`.

A page counts as a person waits for it: from the request to the last byte, over a kept connection, on one web
process. The aim is 300 ms for the slowest twentieth at a million zaken and a dossier of a thousand papers.
"""

import argparse
import http.cookiejar
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from bench import seeds
from bench.server import serving

AIM_MS = 300
TEAMS, PEOPLE, DOCUMENTS, ROLLEN = 20, 5, 1_000, 200
PASSWORD = "meten-is-weten-2026"
USER, COORDINATOR = "medewerker001", "medewerker002"
WARMING = 3


@dataclass(frozen=True)
class Page:
    """One page to measure: who opens what."""

    title: str
    user: str
    path: str


def main() -> None:
    """Measures on the databases asked for; exit 0 whatever the figures are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=200_000, help="aantal zaken in de database (200000)")
    parser.add_argument("--count", type=int, default=60, help="keer per pagina (60)")
    parser.add_argument("--port", type=int, default=8161)
    parser.add_argument("--database-port", type=int, default=5661)
    parser.add_argument("--vendor", choices=("postgresql", "sqlite"), action="append")
    parser.add_argument("--prepare", action="store_true", help="alleen: vul de database van de omgeving aan")
    given = parser.parse_args()
    if given.prepare:
        print(prepare())
        return
    for vendor in given.vendor or ("postgresql", "sqlite"):
        made = (
            seeds.sqlite_site(given.size)
            if vendor == "sqlite"
            else seeds.postgresql_site(given.size, given.database_port)
        )
        with made as site:
            dossier = prepared(site)
            with serving(site, given.port) as server:
                print(f"\n{vendor}, {given.size} zaken\n")
                for line in measure(server.address, pages(dossier), given.count):
                    print(line, flush=True)


def pages(dossier: str) -> Sequence[Page]:
    """What is measured; the dossier has a thousand documents and two hundred rollen."""
    return (
        Page("werkvoorraad: nu", USER, "/werk/"),
        Page("werkvoorraad: wacht", USER, "/werk/?tab=wacht"),
        Page("werkvoorraad: team vrij", USER, "/werk/?tab=team-vrij"),
        Page("werkvoorraad: team alles", COORDINATOR, "/werk/?tab=team"),
        Page("werkvoorraad: klaar", USER, "/werk/?tab=klaar"),
        Page("zoeken: alles", USER, "/werk/zoeken"),
        Page("zoeken: zaaknummer", USER, "/werk/zoeken?q=B000000777"),
        Page("zoeken: gewoon woord", USER, "/werk/zoeken?q=aanvraag"),
        Page("zoeken: naam", USER, "/werk/zoeken?q=bewoner"),
        Page("zoeken: open, van iemand", USER, f"/werk/zoeken?stand=open&behandelaar={USER}"),
        Page("open zaken", USER, "/werk/zaken/"),
        Page("dossier", USER, dossier),
        Page("dossier: documenten", USER, f"{dossier}?tab=documenten"),
        Page("dossier: betrokkenen", USER, f"{dossier}?tab=betrokkenen"),
        Page("dossier: tijdlijn", USER, f"{dossier}?tab=tijdlijn"),
    )


def measure(address: str, asked: Sequence[Page], count: int) -> Iterator[str]:
    """A line per page: median and 95th percentile in ms, and whether the aim is met."""
    browsers: dict[str, OpenerDirector] = {}
    for page in asked:
        browser = browsers.setdefault(page.user, signed_in(address, page.user))
        for _ in range(WARMING):
            timed(browser, address + page.path)
        taken = [timed(browser, address + page.path) for _ in range(count)]
        times, size = [one for one, _ in taken], taken[-1][1] // 1024
        slow = statistics.quantiles(times, n=20)[-1] if count > 1 else times[0]
        verdict = "ja" if slow < AIM_MS else "NEE"
        middle = statistics.median(times)
        yield f"{page.title:28} mediaan {middle:6.0f} ms  p95 {slow:6.0f} ms  {size:5} kB  {verdict}"


def timed(browser: OpenerDirector, url: str) -> tuple[float, int]:
    """The ms until the last byte, and how many bytes there were."""
    started = time.perf_counter()
    with browser.open(url, timeout=60) as answer:
        size = len(answer.read())
    return (time.perf_counter() - started) * 1000, size


def signed_in(address: str, username: str) -> OpenerDirector:
    """A browser in which somebody is signed in."""
    cookies = http.cookiejar.CookieJar()
    browser = build_opener(HTTPCookieProcessor(cookies))
    browser.open(f"{address}/werk/inloggen").read()
    token = next(cookie.value for cookie in cookies if cookie.name == "csrftoken")
    form = {"username": username, "password": PASSWORD, "csrfmiddlewaretoken": token}
    browser.open(f"{address}/werk/inloggen", urlencode(form).encode()).read()
    return browser


def prepared(site: seeds.Site) -> str:
    """Adds to the seed what only the desk needs, in a process of its own; the address of the big dossier."""
    command = [sys.executable, "-m", "bench.desk", "--prepare"]
    done = subprocess.run(command, env=site.environment, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip().splitlines()[-1]


def prepare() -> str:
    """Employees in teams, every open zaak at a team, the search index, and one big dossier."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zaakwerk.project.settings")
    django.setup()
    from django.db import connection

    from bench import desk_seed
    from zaakwerk.werkvoorraad import zoektekst

    desk_seed.make_people((USER, COORDINATOR), TEAMS, PASSWORD)
    desk_seed.give_to_teams(TEAMS)
    dossier = desk_seed.make_dossier(USER, DOCUMENTS, ROLLEN)
    zoektekst.fill()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return f"/werk/zaken/{dossier.uuid}/"


if __name__ == "__main__":
    main()
