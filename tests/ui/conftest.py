"""The gallery served as it is, and a real browser before it. Nothing here asks the database."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.test import override_settings
from django.urls import include, path

from samspil.lib import clock

MORNING = datetime(2026, 12, 9, 7, 14, tzinfo=UTC)
PLAIN_FILES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


class Urls:
    urlpatterns = [path("galleri/", include("samspil.ui.urls"))]
    handler404 = "samspil.ui.errors.not_found"


class QuietHandler(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the parent's own name for it
        """Say nothing; a failing test tells what it saw."""


@pytest.fixture
def plain_site() -> Iterator[None]:
    """The gallery alone, on one fixed morning, with static files under their own names."""
    # The files come from where they were built, so the collected ones need not be there.
    inner = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]
    site = override_settings(ROOT_URLCONF=Urls, STORAGES=PLAIN_FILES, DEMO=True, MIDDLEWARE=inner)
    with clock.fixed(MORNING), site:
        yield


@pytest.fixture
def site(plain_site: None) -> Iterator[str]:
    """The address of a running server."""
    application = StaticFilesHandler(WSGIHandler())
    server = ThreadedWSGIServer(("127.0.0.1", 0), QuietHandler)
    server.set_app(application)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


Opened = Callable[..., Any]


@pytest.fixture
def opened(site: str, browser: Any) -> Iterator[Opened]:
    """`opened("/galleri/", width=390)` is a page; what it says on its console goes to `page.said`."""
    contexts = []

    def open_page(address: str, *, width: int = 1280, **options: Any) -> Any:
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(site + address)
        page.wait_for_load_state("networkidle")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    return Path("front/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
