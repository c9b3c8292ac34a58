"""The engine as the site configures it, and what of its HTML nobody should be able to write."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from markdown import Markdown
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

PROJECT = Path(__file__).parents[2]

# What Markdown itself makes, and nothing else: no scripts, frames, forms or handlers.
_ATTRIBUTES = {"class", "id", "href", "title", "src", "alt", "start", "open", "for", "name"}
_ELEMENTS = set(
    "html head body p a img em strong code pre div span h1 h2 h3 h4 h5 h6 ul ol li hr br table "
    "thead tbody tr th td blockquote details summary sup section".split()
)
_ALIGN = re.compile(r"text-align: (left|right|center);")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")


@cache
def engine() -> Markdown:
    """Return Python-Markdown with every extension of mkdocs.yml but the one that reads docs/."""
    config = load_config(str(PROJECT / "mkdocs.yml"), docs_dir=str(PROJECT / "docs"))
    names = [name for name in config["markdown_extensions"] if name != "guidekit.build"]
    configs = {**config["mdx_configs"], "guidekit.markdown": {"docs_dir": str(PROJECT / "docs")}}
    return Markdown(extensions=names, extension_configs=configs)


def render(text: str) -> str:
    """Return the HTML of the body of a page."""
    return engine().reset().convert(text)


def dangers(html: str) -> Iterator[str]:
    """Yield everything in the HTML that Markdown alone does not make."""
    for node in LexborHTMLParser(html).root.traverse(include_text=False):
        if node.tag not in _ELEMENTS and node.tag != "-comment":
            yield f"<{node.tag}>"
        for name, value in node.attributes.items():
            is_align = name == "style" and _ALIGN.fullmatch(value or "")
            if name not in _ATTRIBUTES and not is_align:
                yield f"{name}={value}"
            if name in ("href", "src"):
                yield from _address(node.tag, value or "")


def _address(tag: str, value: str) -> Iterator[str]:
    plain = re.sub(r"[\x00-\x20]", "", value).lower()
    scheme = _SCHEME.match(plain)
    if scheme and scheme[0] not in ("https:", "http:", "mailto:", "tel:"):
        yield value
    if tag == "img" and (scheme or plain.startswith("//")):
        yield f"img {value}"
