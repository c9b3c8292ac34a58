"""Small edits to pages that leave every other character as it is."""

import re
from collections.abc import Callable
from html import unescape

# A tag with its attributes; quoted values may hold `>`. Possessive, so that it never looks back.
TAG = re.compile(r"""<[a-zA-Z](?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
ATTRIBUTES = re.compile(r"""(?<=\s)([a-z:-]+)="([^"]*)\"""")
_ADDRESS = re.compile(r"""(?<=\s)(href|src)="([^"]*)\"""")


def metas(html: str) -> dict[str, str]:
    """Return what each `meta` of a page says, by its property or its name."""
    tags = [dict(ATTRIBUTES.findall(tag)) for tag in TAG.findall(html)]
    named = [(tag.get("property") or tag.get("name"), tag.get("content")) for tag in tags]
    return {name: unescape(content) for name, content in named if name and content is not None}


def edit_addresses(html: str, change: Callable[[str], str]) -> str:
    """Return the page with the value of every `href` and `src` changed."""
    return TAG.sub(
        lambda tag: _ADDRESS.sub(lambda found: f'{found[1]}="{change(found[2])}"', tag[0]), html
    )
