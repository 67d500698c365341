"""Markdown as our own pages are written in it, as HTML. Markup in a page is shown, not used."""

from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

Place = Callable[[str], str | None]
"""Told an address as the page has it: the address to lead to, or None where there is nowhere to go."""

READER = MarkdownIt("commonmark", {"html": False}).enable("table")


def to_html(text: str, place: Place) -> str:
    blocks = READER.parse(text)
    for block in blocks:
        if block.type == "th_open":
            block.attrSet("scope", "col")
        if block.children:
            block.children = list(_led(block.children, place))
    return str(READER.renderer.render(blocks, READER.options, {})).strip()


def title_of(text: str) -> str:
    """What stands in the first heading, if the page begins with one."""
    blocks = READER.parse(text)
    return blocks[1].content if blocks and blocks[0].type == "heading_open" else ""


def _led(parts: list[Token], place: Place) -> Iterator[Token]:
    """Links and pictures with the address to lead to; of one that leads nowhere the words are left."""
    left = False
    for part in parts:
        if part.type == "image":
            yield _picture(part, place(str(part.attrGet("src"))))
        elif part.type == "link_open":
            href = place(str(part.attrGet("href")))
            left = href is None
            if href is not None:
                part.attrSet("href", href)
                yield part
        elif part.type != "link_close" or not left:
            yield part


def _picture(part: Token, href: str | None) -> Token:
    if href is None:
        return Token("text", "", 0, content=part.content)
    part.attrSet("src", href)
    part.attrSet("loading", "lazy")
    return part
