"""The whole of `docs/`: every page, the data files, and the other files beside them."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from guidekit.content.document import Document, parse_document
from guidekit.content.files import check_path
from guidekit.content.reading import SYMLINK, read_picture, read_source
from guidekit.content.registries import Registries, load_registries
from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic, Span


@dataclass
class Site:
    """The content of a site.

    `prefix` is how the user typed the way to `docs`; problems are reported below it.
    `documents` are the readable pages by their path inside `docs`, `files` every other
    published file, `problems` everything wrong with the form of any of them. `today` is the
    day that reviews are held against.
    """

    prefix: str
    registries: Registries
    documents: dict[str, Document] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    problems: list[Diagnostic] = field(default_factory=list)
    today: date = date.min

    def source_of(self, path: str) -> SourceText | None:
        """Return the text of a page or a data file by its path inside `docs`, if it is readable."""
        document = self.documents.get(path)
        return document.source if document else self.registries.texts.get(path)

    def of_type(self, content_type: str) -> Iterator[Document]:
        """Yield the pages of one content type: `guides`, `checklists` or `emails`."""
        return (page for page in self.documents.values() if page.type == content_type)


def load_site(
    docs: Path,
    prefix: str | None = None,
    today: date | None = None,
    before: Site | None = None,
) -> Site:
    """Read everything in `docs`. Never raises for what is in it; see `Site.problems`.

    A page that is the same in `before`, an earlier state of the site, is not parsed again.
    """
    site, pages = begin_site(docs, prefix, today)
    read_pages(site, docs, pages, before)
    return site


def begin_site(
    docs: Path, prefix: str | None = None, today: date | None = None
) -> tuple[Site, list[Path]]:
    """Read all of `docs` but its pages; returns the site, and the files of the pages in order."""
    name = (prefix or docs.as_posix()).rstrip("/")
    registries, problems = read_data(docs, name)
    site = Site(name, registries, problems=problems, today=today or datetime.now(UTC).date())
    pages: list[Path] = []
    for file in sorted(_files(docs, site)):
        path = file.relative_to(docs).as_posix()
        span = Span(f"{name}/{path}")
        wrong = list(check_path(path, span))
        site.problems += wrong
        if path.startswith("_data/"):
            continue
        if file.suffix == ".md":
            pages.append(file)
        else:
            site.files.add(path)
            site.problems += [] if wrong else read_picture(file, docs, path, span)
    return site, pages


def read_pages(site: Site, docs: Path, files: Iterable[Path], before: Site | None = None) -> None:
    """Add the pages in these files to a site, and what is wrong with their form."""
    known = before.documents if before else {}
    for file in files:
        page = file.relative_to(docs).as_posix()
        source, problems = read_source(file, docs, f"{site.prefix}/{page}")
        site.problems += problems
        if source is not None:
            document = known.get(page)
            if document is None or document.source != source:
                document = parse_document(source, page)
            site.documents[page] = document
            site.problems += document.problems


def _files(docs: Path, site: Site) -> Iterator[Path]:
    for folder, subfolders, names in os.walk(docs):
        here = Path(folder)
        for name in list(subfolders):
            if (here / name).is_symlink():
                subfolders.remove(name)
                site.problems.append(_report_link(here / name, docs, site))
        # The engine leaves out what begins with a point.
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        yield from (here / name for name in names if not name.startswith("."))


def _report_link(folder: Path, docs: Path, site: Site) -> Diagnostic:
    span = Span(f"{site.prefix}/{folder.relative_to(docs).as_posix()}")
    help = "put the folder itself here; links are not followed"
    return SYMLINK.at(span, "is a symbolic link", help)


_Content = tuple[Path, bool, bytes | None]


def read_data(docs: Path, prefix: str) -> tuple[Registries, list[Diagnostic]]:
    """Read the data files; what was read is kept for as long as they stay the same.

    A build asks twice, once for the check and once for the pages. Nobody may change the result.
    """
    registries, problems = _load(docs, prefix, tuple(_contents(docs.absolute() / "_data")))
    return registries, list(problems)


def _contents(folder: Path) -> Iterator[_Content]:
    """Yield all that the result depends on; no bytes for what cannot be read."""
    for file in sorted(folder.glob("*.*")):
        try:
            yield file, file.is_symlink(), file.read_bytes()
        except OSError:
            yield file, file.is_symlink(), None


@lru_cache(maxsize=2)
def _load(
    docs: Path, prefix: str, _contents: tuple[_Content, ...]
) -> tuple[Registries, list[Diagnostic]]:
    return load_registries(docs, prefix)
