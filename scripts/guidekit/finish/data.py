"""Makes the data that pages read short: without what is there for people only.

A list of phrases becomes one text, its phrases parted by `|`, as `makeRules` joins them anyway.
"""

import json
import re
from typing import Any

from guidekit.finish.site import BuiltSite

_PHRASES = re.compile(r"^_data/decode\.[a-z-]+\.json$")
_FOR_PEOPLE = {"about", "tier"}


def shorten_data(site: BuiltSite) -> None:
    """Make the phrases of pasted messages short, in every language."""
    for path in site.files():
        if _PHRASES.match(path):
            site.edit(path, _shorten)


def _shorten(text: str) -> str:
    return json.dumps(_joined(json.loads(text)), ensure_ascii=False, separators=(",", ":"))


def _joined(value: Any) -> Any:
    """Return the value with every list of texts as one text."""
    if isinstance(value, dict):
        return {key: _joined(each) for key, each in value.items() if key not in _FOR_PEOPLE}
    if isinstance(value, list):
        items = [_joined(each) for each in value]
        return "|".join(items) if all(isinstance(item, str) for item in items) else items
    return value
