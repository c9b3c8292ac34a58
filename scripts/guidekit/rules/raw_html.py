"""HTML written into a page."""

import re
from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "SAFE101",
    "raw-html",
    "HTML can carry scripts, handlers and frames into the reader's browser; Markdown cannot.",
    excusable=False,
    example="guide",
    valid=(
        "<!-- Nobody sees this. -->\n\nIs 3 < 5? Write `<b>` in code.\n",
        "```html\n<script>alert(1)</script>\n```\n",
    ),
    invalid=(
        "<script>alert(1)</script>\n",
        "Look: <img src=x onerror=alert(1)>\n",
        '!!! note "<b>Look</b>"\n    Words.\n',
        "`one\n<iframe src=x>\ntwo`\n",
        "\\`<img src=x onerror=alert(1)>\\`\n",
        "- one\n\n[a]: b\n\n    <svg onload=alert(1)>\n",
        "<!-- a --> <b>b</b>\n",
        "<!-- never ends\n",
        "<javascript://%0aalert(1)>\n",
    ),
)

_OPENING = re.compile(r"<(?P<name>[A-Za-z/!?][^\s<>]*)")
# No angle brackets and no two hyphens: nothing in it can end it early.
_COMMENT = re.compile(r"<!-- (?:(?!--)[^<>])* -->")
_INSTEAD = {
    "a": "write [words](page.md)",
    "img": "write ![what it shows](picture.png)",
    "b": "write **words**",
    "strong": "write **words**",
    "i": "write *words*",
    "em": "write *words*",
    "br": "end the line with two spaces",
    "h2": "write ## and the words",
    "h3": "write ### and the words",
    "details": "write ??? note \"Title\", and below it what unfolds, four spaces in",
}  # fmt: skip


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each place where HTML may begin."""
    for document in site.documents.values():
        for line in document.body.live:
            if "<" not in line.text:
                continue
            text = _COMMENT.sub(lambda match: " " * len(match[0]), line.text)
            for match in _OPENING.finditer(text):
                span = document.source.span(line.line, match.start() + 1)
                yield RULE.at(span, f"`{match[0][:40]}` begins HTML", _help(match["name"]))


def _help(name: str) -> str:
    if name.startswith("!"):
        return "write a comment on one line, without -- or angle brackets in it: <!-- like this -->"
    if "://" in name or "@" in name:
        return "write a link with words: [words](https://example.org/)"
    tag = re.sub(r"^/|[^a-z0-9].*", "", name.lower())
    example = "to show it as an example, put it in `code` or in a fence"
    return f"{_INSTEAD.get(tag, 'say it in Markdown')}; {example}"
