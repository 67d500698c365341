"""A browser before pages that were answered beforehand: no server, no login, the built scripts and styles."""

import mimetypes
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.doors.faces import Face

STATIC = Path(".state/static")
AXE = Path("front/node_modules/axe-core/axe.min.js")
HOME = "http://samspil.test"
SIZES = ((1280, 900), (390, 844), (320, 640))
"""A desk, a phone, and a desk at 400 %."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
FOCUSED = """() => { const here = document.activeElement;
  return here === document.body ? '' : `${here.localName}.${here.className} ${here.textContent.trim()}`; }"""
BEFORE = (
    '<!doctype html><html lang="da"><title>Før</title>{scripts}<form method="post" action="{to}"><button>Send</button>'
)
HTML = "text/html; charset=utf-8"


@dataclass
class Looking:
    """Opens a face as its address would; what the page then asks for is what was answered with it."""

    page: Any
    face: Face | None = None
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.route("**/*", self._answer)
        self.page.on("console", lambda told: self.said.append(told.text) if told.type == "error" else None)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def _answer(self, route: Any) -> None:
        assert self.face is not None
        asked = urlsplit(route.request.url)
        place = asked.path + (f"?{asked.query}" if asked.query else "")
        if asked.path.startswith("/static/"):
            file = STATIC / asked.path.removeprefix("/static/")
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            route.fulfill(body=file.read_bytes(), content_type=kind)
        elif asked.path == "/foer/":
            scripts = "".join(part for part in self.face.html.splitlines(keepends=True) if "<script" in part)
            route.fulfill(body=BEFORE.format(scripts=scripts, to=self.face.sent_to), content_type=HTML)
        elif route.request.is_navigation_request():
            route.fulfill(body=self.face.html, content_type=HTML)
        elif place in self.face.parts:
            route.fulfill(body=self.face.parts[place], content_type=HTML)
        else:
            route.fulfill(status=204)

    def show(self, face: Face) -> None:
        self.face = face
        width, height = SIZES[0]
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.goto(HOME + ("/foer/" if face.sent else face.address.partition("#")[0]))
        self.page.wait_for_load_state("networkidle")
        if face.sent:
            self.page.locator("button").click()
            self.page.wait_for_url(lambda url: "/foer/" not in url)
            self.page.wait_for_load_state("networkidle")

    @property
    def focused(self) -> str:
        """The element that has the focus, its classes and its words; empty for the page itself."""
        return str(self.page.evaluate(FOCUSED))

    def faults(self) -> list[str]:
        """What is not for everybody at any of the sizes, with everything folded out."""
        self.page.evaluate(UNFOLD)
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        return [fault for width, height in SIZES for fault in self._at(width, height)]

    def _at(self, width: int, height: int) -> list[str]:
        self.page.set_viewport_size({"width": width, "height": height})
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        faults = [f"{width}: scrolls sideways, {wide} px"] if wide > width else []
        found = self.page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", RULES)
        for one in found["violations"]:
            node = one["nodes"][0]
            faults.append(f"{width}: {one['id']} ({one['impact']}) {node['target']} {node['failureSummary']}")
        return faults
