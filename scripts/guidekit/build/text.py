"""Text and links for generated Markdown."""

import re

from guidekit.content.site import Site


def escape(text: str) -> str:
    """Return text in which nothing is Markdown or HTML."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([\\`*_{}\[\]#+!|~])", r"\\\1", " ".join(text.split()))


def page_link(site: Site, page: str, prefix: str = "") -> str:
    """Return a link to a page by its title; `prefix` leads from the asking page to `docs/`."""
    document = site.documents.get(page)
    title = (document and document.front_matter.text("title")) or page
    return f"[{escape(title)}]({prefix}{page})"
