"""Which versions of which emails there are: situation by channel, tone and length."""

from guidekit.build.text import escape, page_link
from guidekit.content.document import Document
from guidekit.content.email import CHANNELS, HEADERS
from guidekit.content.site import Site

_VERSIONS = [(tone, length) for tone in HEADERS["Tone"] for length in HEADERS["Length"]]


def list_matrix(site: Site) -> list[str]:
    """Return a table with a row for each email and channel, and what is empty.

    Asked for by a page one folder below `docs/`.
    """
    words = site.registries.word
    heads = [words(f"matrix_{column}") for column in ("situation", "email", "channel")]
    heads += [f"{words(f'tone_{tone}')}, {words(f'length_{length}')}" for tone, length in _VERSIONS]
    lines = [_row(heads), _row(["---"] * len(heads))]
    for slug, situation in site.registries.situations.entries.items():
        for page in site.of_type("emails"):
            if page.front_matter.text("situation") == slug:
                lines += _rows(site, page, escape(situation.label))
    return lines


def _rows(site: Site, page: Document, label: str) -> list[str]:
    rows = []
    for channel in CHANNELS:
        versions = {
            (email.tone, email.length) for email in page.body.emails if email.channel == channel
        }
        if versions:
            yes, no = site.registries.word("matrix_there"), site.registries.word("matrix_empty")
            cells = [yes if version in versions else no for version in _VERSIONS]
            link = page_link(site, page.page, "../")
            name = site.registries.word(f"channel_{channel}")
            rows.append(f"| {' | '.join([label, link, name, *cells])} |")
    return rows


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
