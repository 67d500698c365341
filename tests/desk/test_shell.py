"""The shell around the pages: only the entries one may use, and one's own municipality's texts at the foot."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("key", "there", "absent"),
    [
        ("anna", ("/bekymringer/", "/sager/", "/moeder/"), ("/konti/",)),
        ("nanna", ("/bekymret/", "/hvem-kan-jeg-spoerge/"), ("/sager/", "/bekymringer/", "/konti/")),
        ("uffe", ("/moeder/",), ("/sager/", "/bekymringer/")),
        ("admin", ("/konti/",), ("/sager/", "/bekymringer/", "/moeder/")),
        ("officer", ("/log/",), ("/sager/", "/bekymringer/", "/moeder/")),
    ],
)
def test_the_menu_has_only_what_one_may_use(world: Any, client_of: Any, key: Any, there: Any, absent: Any) -> None:
    text = client_of(key).get("/organisation/").content.decode()
    menu = text[text.index("mainmenu") : text.index("</nav>")]
    assert all(f'href="{href}"' in menu for href in there)
    assert not any(f'href="{href}"' in menu for href in absent)
    assert ('href="/moeder/"' in text) == ("/moeder/" not in absent)


def test_the_links_at_the_foot_lead_to_ones_own_municipality(world: Any, client_of: Any) -> None:
    assert "/kommuner/lillerup/oplysninger/" in client_of("anna").get("/").content.decode()
    assert "/kommuner/storerup/tilgaengelighed/" in client_of("vera").get("/").content.decode()
