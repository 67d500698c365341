"""A person with a keyboard and nothing else: Tab, Enter, Space and letters."""

from typing import Self

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
