"""One run over the content: linters beside, rules here, excuses at the end."""

import pickle
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from guidekit.checking import all_rules
from guidekit.checking.lint import Linting
from guidekit.content.document import Document
from guidekit.content.site import Site, begin_site, read_pages
from guidekit.crew import each
from guidekit.diagnostics import Diagnostic, from_plain, sort_key, to_plain
from guidekit.rules.catalogue import check_pages, check_whole, rule_modules
from guidekit.rules.excusing import apply_excuses

_GROUP = 16  # pages that are checked together, so that what a rule prepares serves many


def run_checks(
    docs: Path, today: date | None, linting: Linting, before: Site | None
) -> list[Diagnostic]:
    """Return everything wrong with a site (see `checking.check_anew`)."""
    site, pages = begin_site(docs, today=today)
    found = list(_read(site, docs, pages, before))
    found += [*site.problems, *check_whole(site), *linting.problems(site)]
    return sorted(set(apply_excuses(site, found, all_rules())), key=sort_key)


def _read(site: Site, docs: Path, pages: list[Path], before: Site | None) -> Iterator[Diagnostic]:
    """Add outlines of the pages to a site, and yield what is wrong with each by itself.

    In several processes, as reading and checking pages is nearly all there is to do.
    """
    rule_modules()  # loaded once for all processes
    groups = [pages[start : start + _GROUP] for start in range(0, len(pages), _GROUP)]
    work = partial(_read_group, site, docs, before)
    for documents, problems in each(work, groups, len(pages), pickle):
        site.documents |= {document.page: document for document in documents}
        yield from map(from_plain, problems)


def _read_group(
    site: Site, docs: Path, before: Site | None, pages: list[Path]
) -> tuple[list[Document], list[tuple[str | int, ...]]]:
    part = Site(site.prefix, site.registries, today=site.today)
    read_pages(part, docs, pages, before)
    found = [*part.problems, *check_pages(part)]
    outlines = [document.outline() for document in part.documents.values()]
    return outlines, list(map(to_plain, found))
