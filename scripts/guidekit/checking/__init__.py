"""The whole check of the content: the rules, the linters, the excuses, and the cache before all.

Both the command line and the build use it, so that what is said while a writer saves is what
`guidekit check` says. Importing it is quick; the model and the rules are loaded when needed.
"""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from guidekit.checking.cache import load_cache
from guidekit.checking.listing import list_folder
from guidekit.diagnostics import Diagnostic, Rule

if TYPE_CHECKING:
    from guidekit.content.site import Site

CACHE_FOLDER = Path(".cache/guidekit")


def check_docs(
    docs: Path, *, use_cache: bool = True, before: "Site | None" = None
) -> list[Diagnostic]:
    """Return everything wrong with the content in `docs`, in the order of its files.

    With the cache, it is not read where that is known. `before` is an earlier state of the site,
    whose pages need not be parsed again. LinterError when a linter is missing or fails.
    """
    today = datetime.now(UTC).date()
    listing = list_folder(docs)
    if not use_cache:
        return check_anew(docs, today, {}, listing.digests, before)
    key = listing.key(docs.as_posix(), today.isoformat())
    cache = load_cache(docs.absolute().parent / CACHE_FOLDER)
    if key in cache.runs:
        return cache.runs[key]
    problems = check_anew(docs, today, cache.lints, listing.digests, before)
    # A file that changed meanwhile would be known by its old bytes.
    if list_folder(docs) == listing:
        cache.runs[key] = problems
        cache.save(listing.digests.values())
    return problems


def check_anew(
    docs: Path,
    today: date | None = None,
    lints: dict[str, list[object]] | None = None,
    digests: dict[str, str] | None = None,
    before: "Site | None" = None,
) -> list[Diagnostic]:
    """Read the site in `docs` and return everything wrong with it.

    `lints` are known results of the linters by the digest of a text, and are added to;
    `digests` are those of the files; `before` is as in `check_docs`.
    """
    from guidekit.checking.lint import Linting

    linting = Linting(docs, {} if lints is None else lints, digests or list_folder(docs).digests)
    # Only now, as the linters can begin while the model and the rules are loaded.
    from guidekit.checking.run import run_checks

    return run_checks(docs, today, linting, before)


def all_rules() -> list[Rule]:
    """Return every rule about content, by code."""
    from guidekit.linters.spelling import SPELLING
    from guidekit.linters.style import style_rules
    from guidekit.rules.catalogue import all_rules as own_rules

    rules = [*own_rules(), SPELLING, *(each.rule for each in style_rules().values())]
    return sorted(rules, key=lambda rule: rule.code)
