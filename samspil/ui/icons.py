"""The icons that templates may put inline: one path each, from the design system's own set."""

import json
from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString

FILE = Path(__file__).with_name("icons.json")


@cache
def paths() -> dict[str, str]:
    return dict(json.loads(FILE.read_text(encoding="utf-8")))


def icon(name: str) -> SafeString:
    """Hidden from screen readers: the word beside it says the same."""
    return format_html(
        '<svg class="icon-svg" viewBox="0 -960 960 960" aria-hidden="true" focusable="false"><path d="{}"/></svg>',
        paths()[name],
    )
