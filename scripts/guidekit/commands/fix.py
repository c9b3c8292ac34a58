"""`guidekit fix`: mends what needs no judgement."""

import argparse
from pathlib import Path

from guidekit.commands import CLEAN, Commands
from guidekit.commands.docs import find_docs


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    fix = commands.add_parser("fix", help="mend what needs no judgement, such as missing ids")
    fix.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        type=Path,
        help="mend only these files and folders (default: all of docs/)",
    )
    fix.add_argument("--dry-run", action="store_true", help="say what would change, change nothing")
    fix.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from guidekit.content.site import load_site
    from guidekit.fixing import fix_site

    docs, wanted = find_docs(options.paths)
    site = load_site(docs)
    if wanted:
        site.documents = {
            page: document
            for page, document in site.documents.items()
            if any(docs / page == want or want in (docs / page).parents for want in wanted)
        }
    count = 0
    for path, change in fix_site(site, docs, write=not options.dry_run):
        print(f"{path}:{change.line}: {change.what}")
        count += 1
    if not count:
        print("Nothing to mend without judgement; `guidekit check` says what is wrong.")
    elif options.dry_run:
        print("Nothing is written yet; leave out --dry-run for that.")
    else:
        print("Now `guidekit check` says what is left.")
    return CLEAN
