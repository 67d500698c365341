import os
from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from tests.journeys import coverage
from tests.journeys.site import FLAGS, Site, own_server, running_site
from tests.journeys.walker import DESK, PHONE, Walker

PATIENCE = 30_000  # milliseconds: two busy cores
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "one")

PASSED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/journeys/" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.enable_socket)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """After the browsers are closed, keep what was walked; a journey that complained at the end has not passed."""
    passed = item.stash.get(PASSED, False)
    try:
        yield
    except BaseException:
        coverage.keep(item, passed=False)
        raise
    coverage.keep(item, passed=passed)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: Any) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[PASSED] = report.passed
    return report


@pytest.fixture(scope="session")
def site(tmp_path_factory: Any) -> Iterator[Site]:
    name = f"journey_{os.environ.get('SAMSPIL_TEST_DB', 'samspil')}_{WORKER}"
    with running_site(own_server(), name, tmp_path_factory.mktemp("site")) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("SAMSPIL_CHROMIUM") or "/usr/bin/chromium", args=FLAGS
        )
        yield chromium
        chromium.close()


Be = Callable[..., Walker]


@pytest.fixture
def be(site: Site, browser: Any, request: pytest.FixtureRequest) -> Iterator[Be]:
    """`be("Anna Holm", phone=True)` opens a browser of one's own and picks that person in the demo."""
    walkers: list[Walker] = []

    def somebody(name: str, *, phone: bool = False, script: bool = True) -> Walker:
        width, height = PHONE if phone else DESK
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
            java_script_enabled=script,
            has_touch=phone,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        walker = Walker(context.new_page(), site)
        walkers.append(walker)
        walker.listen()
        return walker.become(name)

    yield somebody
    request.node.stash[coverage.WALKED] = [coverage.walk_of(walker) for walker in walkers]
    troubles = [trouble for walker in walkers for trouble in walker.troubles]
    for walker in walkers:
        walker.page.context.close()
    site.at(None)
    assert troubles == []
