"""A person with a keyboard and nothing else: Tab, Enter, Space and letters."""

from typing import Any, Self

from tests.journeys.walker import Walker

FARTHEST = 120
NAME = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return '';
  const words = here.labels && here.labels.length ? [...here.labels].map(one => one.textContent) : [here.textContent];
  return words.join(' ').replace(/\\s+/g, ' ').trim();
}"""
MARKED = """() => {
  const style = getComputedStyle(document.activeElement), label = document.activeElement.labels?.[0];
  const shown = one => one.outlineStyle !== 'none' || one.boxShadow !== 'none';
  return shown(style) || (label && (shown(getComputedStyle(label, '::before')) || shown(getComputedStyle(label))));
}"""


class Keys:
    def __init__(self, walker: Walker) -> None:
        self.walker = walker
        self.page = walker.page

    def focused_text(self) -> str:
        return str(self.page.evaluate(NAME))

    def to(self, name: str, among: str = "a, button, input, select, textarea") -> Self:
        """Tab until the thing with these words has the focus, and see that it shows."""
        for _ in range(FARTHEST):
            self.page.keyboard.press("Tab")
            if name in self.focused_text() and self._is_a(among):
                assert self.page.evaluate(MARKED), f"the focus on {name!r} cannot be seen"
                return self
        message = f"{name!r} is not reached by Tab on {self.walker.path}"
        raise AssertionError(message)

    def _is_a(self, tag: str) -> bool:
        return bool(self.page.evaluate("tag => document.activeElement.matches(tag)", tag))

    def type(self, text: str) -> Self:
        self.page.keyboard.type(text)
        return self

    def space(self) -> Self:
        self.page.keyboard.press("Space")
        self.walker.clicks += 1
        return self

    def enter(self) -> Self:
        """Enter, and the page that comes of it."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.walker.clicks += 1
        return self

    def expect_page(self, title: str) -> Self:
        self.page.wait_for_function("title => document.title.includes(title)", arg=title)
        return self


AT = """one => { const here = document.activeElement;
  return one === here || (one.type === 'radio' && here.type === 'radio' && here.name === one.name); }"""


class KeysAlone(Walker):
    """Does what the stories ask, and reaches everything by Tab."""

    def _reach(self, found: Any) -> Any:
        """Tab to this very thing, or for a round choice to those it is one of, and see that the focus shows."""
        thing = found.element_handle()
        for _ in range(FARTHEST):
            if self.page.evaluate(AT, thing):
                assert self.page.evaluate(MARKED), f"the focus on {thing} cannot be seen"
                return thing
            self.page.keyboard.press("Tab")
        message = f"{found} is not reached by Tab on {self.path}"
        raise AssertionError(message)

    def _click(self, found: Any) -> Self:
        thing = self._reach(found)
        return self._act(thing, lambda: thing.press("Enter"))

    def fill(self, label: str, text: str) -> Self:
        self._reach(self.page.get_by_label(label).locator("visible=true").first)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
        return self

    def pick(self, label: str, option: str) -> Self:
        thing = self._reach(self.page.get_by_label(label, exact=True))
        self.page.keyboard.press("Home")
        while thing.evaluate("one => one.selectedOptions[0].label") != option:
            before = thing.evaluate("one => one.selectedIndex")
            self.page.keyboard.press("ArrowDown")
            assert thing.evaluate("one => one.selectedIndex") > before, f"{option!r} is not among {label!r}"
        return self

    def choose(self, label: str) -> Self:
        words = self.page.locator("main label").filter(has_text=label).first
        box = self.page.locator(f"[id='{words.get_attribute('for')}']")
        thing = self._reach(box)
        for _ in range(FARTHEST):
            if thing.evaluate("one => one === document.activeElement"):
                break
            self.page.keyboard.press("ArrowDown")
        if thing.get_attribute("type") == "checkbox" or not thing.is_checked():
            self.page.keyboard.press("Space")
        assert thing.is_checked(), f"{label!r} is not chosen"
        self.clicks += 1
        return self
