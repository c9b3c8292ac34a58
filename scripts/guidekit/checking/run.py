"""One run over the content: the rules, and then the excuses."""

from datetime import date
from pathlib import Path

from guidekit.checking import all_rules
from guidekit.content.site import Site, load_site
from guidekit.diagnostics import Diagnostic, sort_key
from guidekit.rules.catalogue import check_site
from guidekit.rules.excusing import apply_excuses


def run_checks(docs: Path, today: date | None = None) -> tuple[Site, list[Diagnostic]]:
    """Read the site and return it with everything wrong with it (see `checking.check_anew`)."""
    site = load_site(docs, today=today)
    problems = apply_excuses(site, check_site(site), all_rules())
    return site, sorted(set(problems), key=sort_key)
