"""The little Markdown that our own pages are written in, as HTML: headings, paragraphs, lists, tables, links, pictures.

Everything is escaped first, so a page can hold no markup but what stands here.
"""

import re
from collections.abc import Callable, Iterator
from html import escape

Place = Callable[[str], str | None]
"""Told an address as the page has it: the address to lead to, or None where there is nowhere to go."""

HEADING = re.compile(r"(#{1,4}) (.+)")
BULLET = re.compile(r"(?:-|\d+\.) +")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")
CODE = re.compile(r"`([^`]+)`")


def to_html(text: str, place: Place) -> str:
    return "\n".join(_blocks(text.splitlines(), place))


def title_of(text: str) -> str:
    """What stands in the first heading."""
    found = HEADING.match(text)
    return found[2] if found else ""


def _blocks(lines: list[str], place: Place) -> Iterator[str]:
    rest = lines
    while rest:
        if not rest[0].strip():
            rest = rest[1:]
            continue
        size = _size(rest)
        yield _block(rest[:size], place)
        rest = rest[size:]


def _size(lines: list[str]) -> int:
    """How many of the lines belong to the first block."""
    if HEADING.match(lines[0]):
        return 1
    if BULLET.match(lines[0]):
        return _size_of_list(lines)
    ends = (number for number, line in enumerate(lines) if number and _begins_another(lines[0], line))
    return next(ends, len(lines))


def _begins_another(first: str, line: str) -> bool:
    return not line.strip() or bool(HEADING.match(line) or BULLET.match(line)) or first[0] != "|" == line[:1]


def _size_of_list(lines: list[str]) -> int:
    """An item goes on where the line is indented; the list goes on with another item of its kind."""
    numbered = lines[0][0].isdigit()
    for number, line in enumerate(lines):
        goes_on = not line.strip() or line.startswith("  ")
        if not goes_on and not (BULLET.match(line) and line[0].isdigit() == numbered):
            return number
    return len(lines)


def _block(lines: list[str], place: Place) -> str:
    if heading := HEADING.match(lines[0]):
        level = len(heading[1])
        return f"<h{level}>{_inline(heading[2], place)}</h{level}>"
    if BULLET.match(lines[0]):
        return _list(lines, place)
    if lines[0].startswith("|"):
        return _table(lines, place)
    return f"<p>{_inline(' '.join(line.strip() for line in lines), place)}</p>"


def _list(lines: list[str], place: Place) -> str:
    kind = "ol" if lines[0][0].isdigit() else "ul"
    items: list[list[str]] = []
    for line in lines:
        if found := BULLET.match(line):
            items.append([line[found.end() :]])
        else:
            items[-1].append(line.strip())
    inner = (f"<li>{''.join(_blocks(item, place))}</li>" for item in items)
    return f"<{kind}>{''.join(inner)}</{kind}>"


def _table(lines: list[str], place: Place) -> str:
    head, _, *rows = ([_inline(cell.strip(), place) for cell in line.strip("| ").split("|")] for line in lines)
    top = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _inline(text: str, place: Place) -> str:
    shown = escape(text, quote=True)
    shown = PICTURE.sub(lambda found: _picture(found[1], place(found[2])), shown)
    shown = LINK.sub(lambda found: _link(found[1], place(found[2])), shown)
    return CODE.sub(r"<code>\1</code>", BOLD.sub(r"<strong>\1</strong>", shown))


def _picture(words: str, href: str | None) -> str:
    return f'<img src="{href}" alt="{words}" loading="lazy">' if href else words


def _link(words: str, href: str | None) -> str:
    return f'<a href="{href}">{words}</a>' if href else words
