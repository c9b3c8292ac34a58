"""What a pasted message leads to: for each sign in it an email, a guide and a checklist, as data.

The page's JavaScript (`lib/decode/`) looks up the signs that it found in a message.
"""

import html
import json
from typing import Any

from guidekit.content.schema import Situation
from guidekit.content.site import Site


def list_answers(site: Site) -> list[str]:
    """Return an element, never shown, with the situations that a message can lead to."""
    found = [
        _answer(site, slug, situation)
        for slug, situation in site.registries.situations.entries.items()
        if situation.message
    ]
    value = html.escape(json.dumps([answer for answer in found if answer], ensure_ascii=False))
    return [f'<div data-answers="{value}" hidden></div>']


def _answer(site: Site, slug: str, situation: Situation) -> dict[str, Any] | None:
    """Return the signs of a situation, and its pages by their address and title."""
    emails = [
        page.page for page in site.of_type("emails") if page.front_matter.text("situation") == slug
    ]
    if not emails:
        return None
    pages = {"email": emails[0], "guide": situation.guide, "checklist": situation.checklist}
    titles = {each.page: each.front_matter.text("title") for each in site.documents.values()}
    return {"signs": situation.message} | {
        name: [page.removesuffix(".md") + "/", titles.get(page, page)]
        for name, page in pages.items()
    }
