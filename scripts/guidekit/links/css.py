"""Finds the targets of `url()` and `@import` in CSS, and no others."""

import re

from guidekit.links.record import Link, make_link
from guidekit.links.text import byte_offsets

_QUOTED = r"\"[^\"\\\n]*(?:\\[\s\S][^\"\\\n]*)*\"?|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?"
_TOKEN = re.compile(
    r"/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|\Z)"  # a comment, perhaps never closed
    rf"|(?P<string>{_QUOTED})"
    r"|@(?P<rule>import|namespace)\b"
    r"|(?<![\w-])(?:-webkit-)?(?P<set>image-set\()"
    rf"|(?<![\w-])url\(\s*(?:(?P<quoted>{_QUOTED})|(?P<bare>(?:[^\"'()\s\\]|\\[\s\S])*))",
    re.IGNORECASE,
)
# What stands between the brackets of `image-set(`, in which strings are targets too.
_SET = re.compile(rf"(?:[^()\"']++|{_QUOTED}|\((?:[^()\"']++|{_QUOTED})*+\))*+")
_KIND = re.compile(r"type\(\s*\Z", re.IGNORECASE)  # of image, not a target
_LONGEST_KIND = 20


def targets_in_css(css: str) -> list[tuple[int, Link]]:
    """Return the offset and the link of each target; `data:` and `#...` targets are left out."""
    found = []
    rule, end_of_set = "", 0
    for match in _TOKEN.finditer(css):
        kind = match.lastgroup
        if kind == "rule":
            rule = match["rule"].lower()
            continue
        if kind == "set" and match.end() > end_of_set:
            end_of_set = _SET.match(css, match.end()).end()  # type: ignore[union-attr]
        in_set = match.start() < end_of_set and not _KIND.search(
            css, max(0, match.start() - _LONGEST_KIND), match.start()
        )
        if kind in (None, "set") or (kind == "string" and rule != "import" and not in_set):
            continue
        if rule != "namespace":
            offset, target = _unquoted(match.start(kind), match[kind])
            found.append((offset, make_link("import" if rule else "css", target)))
        rule = ""
    return [item for item in found if item[1][1] and not _stays_inside(item[1][1])]


def _unquoted(offset: int, token: str) -> tuple[int, str]:
    quote = token[:1]
    if quote not in ("'", '"'):
        return offset, token
    return offset + 1, token[1:].removesuffix(quote)


def _stays_inside(target: str) -> bool:
    return target.startswith("#") or target[:5].lower() == "data:"


def places_in_css(data: bytes) -> list[tuple[int, Link]]:
    """Return the links of a stylesheet with their offsets in bytes."""
    css = data.decode("utf-8", "replace")
    found = targets_in_css(css)
    offsets = byte_offsets(css, (offset for offset, _ in found))
    return [(offset, link) for offset, (_, link) in zip(offsets, found, strict=True)]
