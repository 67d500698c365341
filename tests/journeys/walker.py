"""One person in one browser, who counts clicks and keeps what the browser complained about."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from tests.journeys.site import ROOT, Site

AXE = ROOT / "front" / "node_modules" / "axe-core" / "axe.min.js"
DESK, PHONE, NARROW = (1280, 900), (390, 844), (320, 640)
LANDING = 5_000
"""Milliseconds in which the focus stands somewhere."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
SENDS = """one => { const form = one.closest('button, input')?.form;
  return Boolean(form) && form.method === 'post' && one.type !== 'button' && !form.hasAttribute('hx-post'); }"""
# The focus stands somewhere: at what is missing, at the message, at the place or at the heading.
BEGINS = "() => document.activeElement && document.activeElement !== document.body"
ANSWERED = "Failed to load resource: the server responded with a status of"  # a refusal is an answer, not a fault


@dataclass
class Walker:
    page: Any
    site: Site
    name: str = ""
    clicks: int = 0
    troubles: list[str] = field(default_factory=list)
    place: str = ""
    role: str = ""
    script: bool = True

    def listen(self) -> None:
        """Keep every error of the console: a blocked style or script shows there and nowhere else."""
        self.page.on("console", lambda told: self._hear(told.text) if told.type == "error" else None)
        self.page.on("pageerror", lambda error: self._hear(str(error)))

    def _hear(self, text: str) -> None:
        if not text.startswith(ANSWERED):
            self.troubles.append(f"{self.path}: {text}")

    @property
    def path(self) -> str:
        return str(self.page.url).removeprefix(self.site.address)

    @property
    def text(self) -> str:
        return str(self.page.inner_text("body"))

    def goto(self, path: str) -> Self:
        self.page.goto(self.site.address + path)
        return self

    def become(self, name: str) -> Self:
        """Pick this person in the demo, whether among the first or behind `flere`."""
        self.goto("/log-ind/")
        button = self.page.locator('form[action="/log-ind/som/"] button').filter(has_text=name)
        folded = button.locator("xpath=ancestor::details[not(@open)]/summary")
        if folded.count():
            folded.click()
        button.click()
        self.page.wait_for_url(lambda url: "/log-ind" not in url)
        self.name = name
        self.place = self._part(".masthead .municipality")
        self.role = self._part(".masthead .me-text span")
        return self

    def _part(self, selector: str) -> str:
        found = self.page.locator(selector).first
        return str(found.text_content()).strip() if found.count() else ""

    def press(self, name: str) -> Self:
        """Press the visible button or link with exactly this name."""
        for kind in ("button", "link"):
            found = self.page.get_by_role(kind, name=name, exact=True)
            if found.count():
                return self._click(found.first)
        message = f"{self.name}: nothing to press called {name!r} on {self.path}"
        raise AssertionError(message)

    def menu(self, name: str) -> Self:
        """This place of the menu; on a phone the bar has room for few, and the others lie behind Mere."""
        if not self.page.get_by_role("link", name=name, exact=True).count():
            self.press("Mere")
        return self.press(name)

    def follow(self, selector: str) -> Self:
        """Press what this selector finds, where the name is not ours to know."""
        return self._click(self.page.locator(selector).first)

    def _click(self, found: Any) -> Self:
        return self._act(found, found.click)

    def _act(self, found: Any, press: Callable[[], object]) -> Self:
        """Press; where that sends a form, see that the page which comes of it begins at what happened."""
        sends = self.script and found.evaluate(SENDS)
        self.clicks += 1
        if not sends:
            press()
            self.page.wait_for_load_state()
            return self
        with self.page.expect_navigation():
            press()
        self.page.wait_for_function(BEGINS, timeout=LANDING)
        return self

    def fill(self, label: str, text: str) -> Self:
        self.page.get_by_label(label).locator("visible=true").first.fill(text)
        return self

    def pick(self, label: str, option: str) -> Self:
        """One of a list, by its words."""
        self.page.get_by_label(label, exact=True).select_option(label=option)
        return self

    def choose(self, label: str) -> Self:
        """Tick or pick, by pressing the words as one does."""
        words = self.page.locator("main label").filter(has_text=label).first
        words.evaluate("one => one.scrollIntoView({block: 'center'})")  # clear of the bar at a phone's foot
        words.click(force=True)  # its box may lie above the words
        self.clicks += 1
        return self

    def saved(self) -> Self:
        """Wait until the page says that what was typed last is kept."""
        self.page.locator("[data-saved-words]", has_text="Gemt").locator("visible=true").first.wait_for()
        return self

    def sees(self, text: str) -> bool:
        return text in self.text

    def expect(self, text: str) -> Self:
        self.page.locator("body").get_by_text(text, exact=False).locator("visible=true").first.wait_for()
        return self

    def until(self, button: str) -> Self:
        """Wait for the page on which this can be pressed; a word of the page before may be the same as one of it."""
        self.page.get_by_role("button", name=button, exact=True).first.wait_for()
        return self

    def inspect(self) -> Self:
        """The page as it stands, for everybody: WCAG 2.1 A and AA small and large, and nothing sideways at 320 px."""
        kept = self.page.viewport_size
        faults = []
        for width, height in (PHONE, DESK):
            self.page.set_viewport_size({"width": width, "height": height})
            faults += [f"{width}: {one}" for one in self.axe()]
        self.page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        if wide > NARROW[0]:
            faults.append(f"scrolls sideways at {NARROW[0]}: {wide} px")
        self.page.set_viewport_size(kept)
        if faults:
            message = f"{self.name} on {self.path}: " + "; ".join(faults)
            raise AssertionError(message)
        return self

    def axe(self) -> list[str]:
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text())
        found = self.page.evaluate("tags => axe.run(document, {runOnly: tags})", RULES)
        return [
            f"{one['id']} {one['nodes'][0]['target']} {one['nodes'][0]['failureSummary']}"
            for one in found["violations"]
        ]
