import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from tests.journeys.site import DESK, FLAGS, PHONE, Site, Walker, own_server, running_site

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "one")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/journeys/" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.enable_socket)


@pytest.fixture(scope="session")
def site(tmp_path_factory: Any) -> Iterator[Site]:
    name = f"journey_{os.environ.get('SAMSPIL_TEST_DB', 'samspil')}_{WORKER}"
    with running_site(own_server(), name, tmp_path_factory.mktemp("site")) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=os.environ.get("SAMSPIL_CHROMIUM") or "/usr/bin/chromium", args=FLAGS)
        yield chromium
        chromium.close()


Be = Callable[..., Walker]


@pytest.fixture
def be(site: Site, browser: Any) -> Iterator[Be]:
    """`be("Anna Holm", phone=True)` opens a browser of one's own and picks that person in the demo."""
    contexts = []

    def somebody(name: str, *, phone: bool = False, size: tuple[int, int] | None = None, script: bool = True) -> Walker:
        width, height = size or (PHONE if phone else DESK)
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="da-DK", java_script_enabled=script, has_touch=phone, accept_downloads=True
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        walker = Walker(context.new_page(), site)
        walker.goto("/log-ind/")
        walker.page.get_by_role("button", name=name).first.click()
        walker.page.wait_for_url(lambda url: "/log-ind" not in url)
        return walker

    yield somebody
    for context in contexts:
        context.close()
    site.at(None)
