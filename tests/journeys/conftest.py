import os
from collections.abc import Generator, Iterator
from typing import Any

import pytest

from tests.conftest import server_in_hand
from tests.journeys import coverage
from tests.journeys.company import Company
from tests.journeys.site import Site, running_site

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


@pytest.fixture(scope="package")
def site(tmp_path_factory: Any) -> Iterator[Site]:
    name = f"journey_{os.environ.get('SAMSPIL_TEST_DB', 'samspil')}_{WORKER}"
    with running_site(server_in_hand(), name, tmp_path_factory.mktemp("site")) as found:
        yield found


@pytest.fixture
def be(site: Site, browser: Any, request: pytest.FixtureRequest) -> Iterator[Company]:
    company = Company(site, browser)
    yield company
    request.node.stash[coverage.WALKED] = [coverage.walk_of(walker) for walker in company.walkers]
    assert company.leave() == []
