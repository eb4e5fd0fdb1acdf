"""Every test of documents has a content store of its own."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Path) -> Path:
    """The folder of the content store."""
    settings.DOCUMENTS_DIR = tmp_path / "documenten"
    return tmp_path / "documenten"
