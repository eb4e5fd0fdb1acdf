"""Two installations: a zaak here, of a zaaktype that another real Zaakwerk keeps and serves."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.conformance.comparison import assert_conforms
from tests.servers import Server
from tests.tokens import Client
from zaakwerk.zaken.tests.world import RSIN, ZAKEN
from zaakwerk.zgw import diensten
from zaakwerk.zgw.tests.api import SECRET, api_client

pytestmark = pytest.mark.django_db
API = "zaken"


def test_zrc_001_a_zaaktype_of_another_zaakwerk(serve_site: Callable[..., Server], settings: Any) -> None:
    other = serve_site("demo", f"client add buren --secret {SECRET} --all-rights")
    basis = f"{other.address}/catalogi/api/v1/"
    settings.OUTBOUND_HOSTS = [other.address.removeprefix("http://")]
    diensten.save("Zonnedael", "ztc", basis, "buren", SECRET)
    there = Client(other.address, "buren", SECRET)
    zaaktypen = there.request("GET", f"{basis}zaaktypen").json()["results"]
    assert zaaktypen
    here = api_client()
    for zaaktype in zaaktypen:
        body = {
            "zaaktype": zaaktype["url"],
            "bronorganisatie": RSIN,
            "verantwoordelijkeOrganisatie": RSIN,
            "startdatum": "2026-01-05",
        }
        zaak = assert_conforms(API, "zaak_create", here.post(f"{ZAKEN}/zaken", body))
        assert zaak["zaaktype"] == zaaktype["url"]
        status = {"zaak": zaak["url"], "statustype": zaaktype["statustypen"][0]}
        moment = {"datumStatusGezet": "2026-01-06T10:00:00Z"}
        assert_conforms(API, "status_create", here.post(f"{ZAKEN}/statussen", {**status, **moment}))
        shown = here.get(zaak["url"], {"expand": "zaaktype.statustypen,status.statustype"}).json()["_expand"]
        assert shown["zaaktype"]["_expand"]["statustypen"]
        assert shown["status"]["_expand"]["statustype"]["url"] == zaaktype["statustypen"][0]
