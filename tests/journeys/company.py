"""Browsers with people in them, for journeys and pictures."""

from typing import Any

from tests.journeys.site import Site
from tests.journeys.walker import DESK, PHONE, Walker

PATIENCE = 30_000  # milliseconds: two busy cores


class Company:
    """`company("Anna Holm", phone=True)` opens a browser of one's own and picks that person in the demo."""

    def __init__(self, site: Site, browser: Any) -> None:
        self.site, self.browser = site, browser
        self.walkers: list[Walker] = []

    def __call__(self, name: str, *, phone: bool = False, script: bool = True, walks: type[Walker] = Walker) -> Walker:
        width, height = PHONE if phone else DESK
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
            java_script_enabled=script,
            has_touch=phone,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        walker = walks(context.new_page(), self.site, script=script)
        self.walkers.append(walker)
        walker.listen()
        return walker.become(name)

    def leave(self) -> list[str]:
        """Close every browser, set the clock right; what the browsers complained about."""
        for walker in self.walkers:
            walker.page.context.close()
        self.site.at(None)
        return [trouble for walker in self.walkers for trouble in walker.troubles]
