"""`guidekit decode`: messages read as the page reads a pasted one."""

import argparse
import json
import sys
from pathlib import Path

from guidekit.commands import CLEAN, PROBLEMS, Commands, UsageError
from guidekit.diagnostics import Diagnostic
from guidekit.reporting import FORMATS


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    decode = commands.add_parser("decode", help="read messages as the page reads a pasted one")
    decode.add_argument(
        "file", metavar="FILE.jsonl", type=Path, help='a line each: {"id": ..., "text": ...}'
    )
    decode.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from guidekit.browser import NoBrowserError

    try:
        return _print_decoded(options.file)
    except NoBrowserError as error:
        raise UsageError(str(error)) from error


def _print_decoded(path: Path) -> int:
    """Print an object for each message, problems apart from them, and return the exit status."""
    from guidekit.decode import decode_messages

    try:
        file = path.open("rb")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    status = CLEAN
    with file:
        for found in decode_messages(file, str(path)):
            if isinstance(found, Diagnostic):
                status = PROBLEMS
                print(FORMATS["text"]([found]), file=sys.stderr)
            else:
                print(json.dumps(found, ensure_ascii=False), flush=True)
    return status
