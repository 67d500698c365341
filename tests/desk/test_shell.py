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


@pytest.mark.parametrize(("key", "may"), [("anna", True), ("bo", False), ("officer", False), ("uffe", False)])
def test_whoever_may_search_has_a_box_at_the_top_and_only_one_on_a_page(
    world: Any, client_of: Any, key: str, *, may: bool
) -> None:
    client = client_of(key)
    text = client.get("/organisation/").content.decode()
    assert ("data-seek" in text) is may
    assert "ui/seek" in text, "every page takes the words away"
    page = client.get("/find/").content.decode()
    assert "data-seek" not in page
    assert "data-sought" in page


def test_the_links_at_the_foot_lead_to_ones_own_municipality(world: Any, client_of: Any) -> None:
    assert "/kommuner/lillerup/oplysninger/" in client_of("anna").get("/").content.decode()
    assert "/kommuner/storerup/tilgaengelighed/" in client_of("vera").get("/").content.decode()
