"""`guidekit ids`: the ids that readers may keep something under, for the list of released ones."""

import argparse
from pathlib import Path

from guidekit.commands import CLEAN, Commands
from guidekit.commands.docs import find_docs


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    ids = commands.add_parser("ids", help="list the ids of items that are new since the release")
    ids.add_argument("--write", action="store_true", help="add them to docs/_data/released-ids.yml")
    ids.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from guidekit.content.released import FILE, add_ids, current_ids, format_ids
    from guidekit.content.site import load_site

    docs, _ = find_docs([])
    site = load_site(docs)
    known = site.registries.released.ids
    current = current_ids(site.documents.values())
    for page, ids in current.items():
        for each in ids:
            if each not in known.released.get(page, ()):
                print(f"{page}#{each}")
    if options.write:
        path = Path(docs, FILE)
        path.write_text(format_ids(add_ids(known, current)))
        print(f"Wrote {path}.")
    return CLEAN
