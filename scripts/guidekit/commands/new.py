"""`guidekit new`: a valid file to start from."""

import argparse
from pathlib import Path

from guidekit.commands import CLEAN, Commands, UsageError
from guidekit.commands.docs import find_docs


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    new = commands.add_parser("new", help="write a guide, a checklist or an email to start from")
    new.add_argument("kind", choices=("guide", "checklist", "email"), help="what to write")
    new.add_argument("title", metavar='"TITLE"', help="its title, in quotation marks")
    new.add_argument("--slug", type=_slug, help="the file's name, without .md")
    new.add_argument("--docs", type=Path, default=Path("docs"), help="the folder of the content")
    new.set_defaults(run=_run)


def _slug(text: str) -> str:
    import re

    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise argparse.ArgumentTypeError("small letters, digits and single hyphens only")
    return text


def _run(options: argparse.Namespace) -> int:
    from guidekit.scaffold import ScaffoldError, make_page

    docs, _ = find_docs([options.docs])
    try:
        path = make_page(docs, options.kind, options.title, options.slug or "")
    except ScaffoldError as error:
        raise UsageError(str(error)) from error
    print(f"Wrote {path}.")
    print("  Now write its words where it says “To write:”; `make check` names what is left.")
    return CLEAN
