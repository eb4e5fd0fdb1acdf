"""Environment: reads the operator's settings once and says clearly what is wrong with them."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

OIN_LENGTH = 20
LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")


class WrongSetting(Exception):
    """A setting that cannot be used; the message is one Dutch sentence for the operator."""


@dataclass(frozen=True)
class Setting:
    """One operator's setting: its name, its default in words, and what it is for."""

    name: str
    default: str
    purpose: str


SETTINGS = (
    Setting("ZAAKWERK_DATA_DIR", "./data", "Map met de SQLite-database, de documenten en de sleutel."),
    Setting(
        "ZAAKWERK_DATABASE_URL", "SQLite in de datamap", "postgresql://gebruiker:wachtwoord@host:poort/naam"
    ),
    Setting(
        "ZAAKWERK_SECRET_KEY", "eenmalig gemaakt in de datamap", "Sleutel voor sessies en versleuteling."
    ),
    Setting("ZAAKWERK_PUBLIC_URL", "adres van het verzoek", "Basis van elke URL die Zaakwerk uitgeeft."),
    Setting("ZAAKWERK_ALLOWED_HOSTS", "namen van deze machine zelf", "Hostnamen waarop Zaakwerk antwoordt."),
    Setting(
        "ZAAKWERK_OUTBOUND_HOSTS",
        "geen",
        "Hosts die Zaakwerk mag aanroepen: host of host:poort, met komma's.",
    ),
    Setting("ZAAKWERK_OIN", "geen", "OIN van de organisatie, als afzender van CloudEvents zonder RSIN."),
    Setting("ZAAKWERK_METRICS_TOKEN", "geen", "Token waarmee /metrics ook van elders mag worden gelezen."),
    Setting("ZAAKWERK_DOCUMENTS_URL", "file: in de datamap", "Plaats van de inhoud van documenten."),
    Setting("ZAAKWERK_OIDC_ISSUER", "geen", "Adres (issuer) waar medewerkers met OpenID Connect inloggen."),
    Setting("ZAAKWERK_OIDC_CLIENT_ID", "geen", "Client-id van Zaakwerk bij die inlogdienst."),
    Setting("ZAAKWERK_OIDC_CLIENT_SECRET", "geen", "Geheim van Zaakwerk bij die inlogdienst."),
    Setting("ZAAKWERK_OIDC_GROUPS_CLAIM", "geen", "Claim waarin de groepen van een medewerker staan."),
    Setting(
        "ZAAKWERK_PART_MB",
        "100",
        "Grootte in MB van de delen waarin een groot bestand wordt geüpload; een proxy laat dit door.",
    ),
)


def read(name: str, default: str = "") -> str:
    """The value of one setting, stripped; empty counts as absent."""
    return os.environ.get(name, "").strip() or default


def data_dir() -> Path:
    """The data directory, made when it is not there yet."""
    path = Path(read("ZAAKWERK_DATA_DIR", "data")).resolve()
    try:
        path.mkdir(mode=0o750, parents=True, exist_ok=True)
    except OSError as error:
        raise WrongSetting(f"De datamap {path} kan niet worden gemaakt: {error.strerror}.") from error
    return path


def secret_key(directory: Path) -> str:
    """The secret key: given, or made once in the data directory, readable by its owner only."""
    given = read("ZAAKWERK_SECRET_KEY")
    if given:
        return given
    path = directory / "secret.key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as stream:
        key = secrets.token_urlsafe(50)
        stream.write(key)
    return key


def database(directory: Path) -> dict[str, Any]:
    """Django's database settings from one URL; SQLite in the data directory by default."""
    url = read("ZAAKWERK_DATABASE_URL")
    parts = urlsplit(url)
    if not url or parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)) if parts.path else directory / "zaakwerk.sqlite3")
    if parts.scheme not in ("postgresql", "postgres"):
        raise WrongSetting("ZAAKWERK_DATABASE_URL moet beginnen met postgresql:// of sqlite://.")
    try:
        port = parts.port or ""
    except ValueError as error:
        raise WrongSetting("De poort in ZAAKWERK_DATABASE_URL is geen getal.") from error
    return postgresql(parts.hostname or query_value(parts.query, "host"), port, parts)


def query_value(query: str, key: str) -> str:
    """One value of a URL query, e.g. the socket directory in ?host=/var/run/postgresql."""
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if name == key:
            return unquote(value)
    return ""


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite as a durable server: WAL, full sync, and the write lock taken at BEGIN."""
    pragmas = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-8000;"
    )
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": pragmas},
    }


def postgresql(host: str, port: int | str, parts: Any) -> dict[str, Any]:
    """PostgreSQL with persistent connections and prepared statements for short queries."""
    return {
        "ENGINE": "zaakwerk.project.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "server_side_binding": True,
            "prepare_threshold": 3,
            "options": "-c jit=off -c max_parallel_workers_per_gather=0",
        },
    }


def public_url() -> str:
    """The base of every URL, without trailing slash; empty when it follows the request."""
    url = read("ZAAKWERK_PUBLIC_URL").rstrip("/")
    if url and urlsplit(url).scheme not in ("http", "https"):
        raise WrongSetting("ZAAKWERK_PUBLIC_URL moet beginnen met http:// of https://.")
    return url


def allowed_hosts(public: str) -> list[str]:
    """Host names that are answered: the given ones, the public one, and loopback by default."""
    names = [name.strip() for name in read("ZAAKWERK_ALLOWED_HOSTS").split(",") if name.strip()]
    host = urlsplit(public).hostname if public else None
    return [*(names or LOOPBACK_NAMES), *([host] if host else [])]


def oin() -> str:
    """The organisation's identification number: twenty digits, or nothing."""
    given = read("ZAAKWERK_OIN")
    if given and not (given.isascii() and given.isdigit() and len(given) == OIN_LENGTH):
        raise WrongSetting(f"ZAAKWERK_OIN moet uit {OIN_LENGTH} cijfers bestaan.")
    return given


def documents_dir(directory: Path) -> Path:
    """The folder of the content store; only the file: form is known to this version."""
    url = read("ZAAKWERK_DOCUMENTS_URL")
    if not url:
        return directory / "documenten"
    if not url.startswith("file:"):
        raise WrongSetting("ZAAKWERK_DOCUMENTS_URL kent in deze versie alleen file:/een/map.")
    return Path(unquote(urlsplit(url).path)).resolve()


def oidc_issuer() -> str:
    """The issuer of the organisation's own sign-in, exactly as it names itself; empty for none."""
    issuer = read("ZAAKWERK_OIDC_ISSUER")
    if not issuer:
        return ""
    parts = urlsplit(issuer)
    is_inside = parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1")
    if parts.scheme != "https" and not is_inside:
        raise WrongSetting("ZAAKWERK_OIDC_ISSUER moet beginnen met https://.")
    if not read("ZAAKWERK_OIDC_CLIENT_ID"):
        raise WrongSetting("Geef bij ZAAKWERK_OIDC_ISSUER ook ZAAKWERK_OIDC_CLIENT_ID op.")
    return issuer


def outbound_hosts(*addresses: str) -> list[str]:
    """The hosts that may be called: the listed ones, and those of addresses the operator gave elsewhere."""
    listed = [host.strip() for host in read("ZAAKWERK_OUTBOUND_HOSTS").split(",") if host.strip()]
    return [*listed, *(urlsplit(address).netloc for address in addresses if address)]


def part_size() -> int:
    """How many bytes a bestandsdeel has: a whole number of MB from 1 to 4096."""
    given = read("ZAAKWERK_PART_MB", "100")
    if not (given.isascii() and given.isdigit() and 1 <= int(given[:9]) <= 4096):
        raise WrongSetting("ZAAKWERK_PART_MB moet een getal van 1 tot en met 4096 zijn.")
    return int(given) * 1024 * 1024
