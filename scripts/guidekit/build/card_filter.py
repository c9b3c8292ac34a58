"""The choice that narrows the cards of the emails to what happened.

HTML and not Markdown, because Markdown has no form. Without scripts it is not shown, and the page
has all its cards.
"""

from html import escape

from guidekit.build.triage import HEARD
from guidekit.content.site import Site


def list_filter(site: Site) -> list[str]:
    """Return the choice, with the addresses of the emails that fit each of its options."""
    words = site.registries.word
    options = [_option(words("filter_all"), [])]
    for heard in HEARD:
        pages = [page for page in _emails(site) if heard in _heard(site, page)]
        # What fits this and little else comes first.
        pages.sort(key=lambda page: len(_heard(site, page)))
        if pages:
            options.append(_option(words(f"heard_{heard}"), pages))
    return [
        '<card-filter class="filter js-only">',
        f'<label class="field__label" for="card-filter">{escape(words("filter_label"))}</label>',
        f'<select class="field__input" id="card-filter">{"".join(options)}</select>',
        '<p class="status" role="status"></p>',
        "</card-filter>",
    ]


def _option(label: str, pages: list[str]) -> str:
    addresses = " ".join(page.removesuffix(".md") + "/" for page in pages)
    return f'<option value="{escape(addresses)}">{escape(label)}</option>'


def _emails(site: Site) -> list[str]:
    return [page.page for page in site.of_type("emails")]


def _heard(site: Site, page: str) -> tuple[str, ...]:
    slug = site.documents[page].front_matter.text("situation") or ""
    situation = site.registries.situations.entries.get(slug)
    return situation.heard if situation else ()
