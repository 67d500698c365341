"""What our pages are written in, and nothing more."""

import pytest

from samspil.lib.plain_markdown import title_of, to_html


def place(address: str) -> str | None:
    return None if address.startswith("..") else f"/{address}/"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("# Når\n\nEn\nto.", "<h1>Når</h1>\n<p>En\nto.</p>"),
        ("**Fed** og `kode`", "<p><strong>Fed</strong> og <code>kode</code></p>"),
        ("[her](a) og [der](../b)", '<p><a href="/a/">her</a> og der</p>'),
        ("![Et billede](b.png)", '<p><img src="/b.png/" alt="Et billede" loading="lazy" /></p>'),
        ("- en\n  mere\n- to", "<ul>\n<li>en\nmere</li>\n<li>to</li>\n</ul>"),
        (
            "1. en\n\n   ![x](y)\n\n2. to",
            (
                '<ol>\n<li>\n<p>en</p>\n<p><img src="/y/" alt="x" loading="lazy" /></p>\n</li>\n'
                "<li>\n<p>to</p>\n</li>\n</ol>"
            ),
        ),
        (
            "| A | B |\n|---|---|\n| 1 | 2 |",
            (
                '<table>\n<thead>\n<tr>\n<th scope="col">A</th>\n<th scope="col">B</th>\n</tr>\n</thead>\n'
                "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>"
            ),
        ),
        ('<script>"', "<p>&lt;script&gt;&quot;</p>"),
    ],
)
def test_each_kind_of_block_is_shown_and_markup_is_not(written: str, shown: str) -> None:
    assert to_html(written, place) == shown


def test_the_title_is_the_first_heading() -> None:
    assert title_of("# Håndbog\n\nTekst") == "Håndbog"
    assert title_of("Tekst") == ""
