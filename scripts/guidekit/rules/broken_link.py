"""A link inside the content to a page or a file that is not there."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from guidekit.content.document import Document
from guidekit.content.inline import Link
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, closest, did_you_mean

NEEDS_ALL_PAGES = True
RULE = Rule(
    "LINK101",
    "broken-link",
    "A reader who follows it finds an error page.",
    example="guide",
    valid=("See [the list](../checklists/first.md).\n", "See [above](#after).\n\n## After\n"),
    invalid=(
        "See [the list](../checklists/frist.md).\n",
        "See [the list](../checklists/first.md#nowhere).\n",
        "See [the list](/checklists/first/).\n",
        "See [nothing]().\n",
        "See [nothing](#).\n",
    ),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each link that leads nowhere."""
    for document in site.documents.values():
        for link in document.body.links:
            problem = _problem(link, document, site)
            if problem:
                yield RULE.at(link.span, *problem)


def _problem(link: Link, document: Document, site: Site) -> tuple[str, str] | None:
    try:
        url = urlsplit(link.target)
    except ValueError:
        return None  # malformed_address finds what is wrong
    if link.target in ("", "#"):
        return "the link has no target", "write where it leads: [words](page.md)"
    if url.scheme or url.netloc:
        return None  # the rules about addresses see to these
    if url.path.startswith("/"):
        page = url.path.strip("/") + ".md"
        help = did_you_mean(page, site.documents, "write the way to the .md file from this page")
        return f"`{link.target}` begins at the top of the host", help
    page = posixpath.normpath(posixpath.join(posixpath.dirname(document.page), unquote(url.path)))
    target = site.documents.get(page) if url.path else document
    if target is None:
        return None if page in site.files else _missing(link.target, page, document, site)
    return _anchor_problem(link.target, unquote(url.fragment), target)


def _external_problem(target: str, scheme: str, rest: str) -> tuple[str, str] | None:
    if scheme in {"http", "https", "mailto", "tel"} and rest:
        return None
    help = "write the whole address, beginning with https:// (or mailto: and an address)"
    return f"`{target}` is not a web or mail address", help


def _missing(target: str, page: str, document: Document, site: Site) -> tuple[str, str]:
    match = closest(page, [*site.documents, *site.files])
    if match:
        way = posixpath.relpath(match, posixpath.dirname(document.page) or ".")
        return f"`{target}` does not exist", f"did you mean `{way}`?"
    return f"`{target}` does not exist", "name a .md file inside docs/, seen from this page"


def _anchor_problem(target: str, anchor: str, page: Document) -> tuple[str, str] | None:
    known = [heading.anchor for heading in page.body.headings]
    known += [f"task-{item.id}" for item in page.body.tasks]
    known += [f"answer-{item.id}" for item in page.body.questions]
    if not anchor or anchor in known:
        return None
    match = closest(anchor, known)
    help = f"did you mean `#{match}`?" if match else "use the words of a heading, with hyphens"
    return f"`{target}`: {page.source.path} has no `#{anchor}`", help
