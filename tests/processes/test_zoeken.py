"""A real worker reads documents, so that they are found; those of before there was an index too."""

import json

import pytest

from tests.processes.trees import wait_for
from tests.servers import Site, serving
from tests.tokens import Client

pytestmark = pytest.mark.processes
SECRET = "een geheim dat lang genoeg is voor HS256"
DOCUMENTS = """
from zaakwerk.documenten.tests import files
from zaakwerk.documenten.tests.builders import make_document
make_document(files.pdf(), titel="Brief over de erfgrens")
make_document(files.zip_bomb(), titel="Kwaadaardig bestand")
"""
OF_BEFORE = """
from django_tasks_db.models import DBTaskResult
from zaakwerk.documenten.tests.builders import make_document
make_document(b"tekst van vroeger", bestandsnaam="oud.txt", titel="Oud stuk")
DBTaskResult.objects.all().delete()
"""


def test_documents_are_found_once_the_worker_has_read_them(site: Site) -> None:
    site.zaakwerk("client", "add", "app", "--secret", SECRET, "--all-rights")
    site.zaakwerk("manage", "shell", "-v", "0", "-c", OF_BEFORE)
    site.zaakwerk("manage", "shell", "-v", "0", "-c", DOCUMENTS)
    with serving(site) as server:
        client = Client(server.address, "app", SECRET)

        def count(query: str) -> int:
            answer = client.request("GET", f"/zaakwerk/api/v1/documenten/zoek?q={query}")
            assert answer.status == 200, answer.data
            return int(json.loads(answer.data)["count"])

        for query in ("kerkstraat", "vroeger+oud", "kwaadaardig"):
            assert wait_for(lambda query=query: count(query) == 1, 60), query  # type: ignore[misc]
        assert count("kerkstraat+kwaadaardig") == 0
