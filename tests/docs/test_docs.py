"""The documentation is true: links lead somewhere, the reference is the code's, the tutorial runs."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import reference
from tests.docs.pages import PICTURES, ROOT, blocks, links, pages
from tests.servers import Server
from zaakwerk.demo import accounts
from zaakwerk.demo.people import WACHTWOORD
from zaakwerk.demo.zaken import ZAKEN

TUTORIAL = ROOT / "docs" / "tutorials" / "first-zaak.md"


def test_there_are_pages_in_every_mode() -> None:
    found = {page.relative_to(ROOT).parts[1] for page in pages() if page.is_relative_to(ROOT / "docs")}
    assert {"tutorials", "how-to", "reference", "explanation", "adr"} <= found


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    targets = [(page.parent / link).resolve() for link in links(page)]
    assert [target for target in targets if not target.exists() and not target.is_relative_to(PICTURES)] == []


@pytest.mark.parametrize("name", sorted(reference.MAKERS))
def test_the_reference_says_what_the_code_says(name: str) -> None:
    page = (reference.PAGES / name).read_text(encoding="utf-8")
    assert page == reference.renewed(name), "run: python scripts/reference.py"


@pytest.mark.parametrize("name", ["README.md", "README.nl.md"])
def test_the_front_page_names_the_accounts_and_the_size_of_the_demo(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert all(f"{account.nummer}" in text for account in accounts.ACCOUNTS)
    assert WACHTWOORD in text and accounts.CLIENT_SECRET in text
    assert f"{len(ZAKEN)} zaken" in text


@pytest.mark.processes
def test_the_tutorial_runs_against_the_demo(tmp_path: Path, serve_site: Callable[..., Server]) -> None:
    script = tmp_path / "first_zaak.py"
    script.write_text("\n".join(blocks(TUTORIAL, "python")), encoding="utf-8")
    server = serve_site("demo")
    done = subprocess.run(
        [sys.executable, "-W", "error", script],
        env={**server.site.environment, "ZAAKWERK": server.address},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "Refused: resultaat-does-not-exist" in done.stdout
    assert "To be vernietigen on " in done.stdout
