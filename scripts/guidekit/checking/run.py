"""One run over the content: linters beside, rules here, excuses at the end."""

from datetime import date
from pathlib import Path

from guidekit.checking import all_rules
from guidekit.checking.lint import Linting
from guidekit.content.site import Site, load_site
from guidekit.diagnostics import Diagnostic, sort_key
from guidekit.rules.catalogue import check_site
from guidekit.rules.excusing import apply_excuses


def run_checks(
    docs: Path,
    today: date | None,
    lints: dict[str, list[object]],
    digests: dict[str, str],
    before: Site | None,
) -> tuple[Site, list[Diagnostic]]:
    """Read the site and return it with everything wrong with it (see `checking.check_anew`)."""
    linting = Linting(docs, lints, digests)
    site = load_site(docs, today=today, before=before)
    found = [*check_site(site), *linting.problems(site)]
    problems = apply_excuses(site, found, all_rules())
    return site, sorted(set(problems), key=sort_key)
