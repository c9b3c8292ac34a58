"""The command line. Reads arguments, calls the work, prints, and returns the exit status.

Exit status: 0 clean, 1 problems found, 2 wrong usage or a crash. The work is imported
only by the command that needs it, so that `--help` answers at once.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from guidekit import __version__
from guidekit.commands import (
    CRASH,
    UsageError,
    check,
    decode,
    deploy_check,
    finish,
    fix,
    ids,
    links,
    new,
    rules,
)

_COMMANDS = (check, decode, deploy_check, finish, fix, ids, links, new, rules)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `guidekit` with `arguments` (the process's own when None); returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except UsageError as error:
        print(f"guidekit: {error}", file=sys.stderr)
        return CRASH
    except KeyboardInterrupt:
        print("guidekit: stopped", file=sys.stderr)
        return CRASH
    except BrokenPipeError:
        # The reader of our output, such as `head`, has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CRASH
    except Exception as error:  # a traceback helps nobody who writes a guide
        if options.debug:
            raise
        kind = type(error).__name__
        print(f"guidekit: crashed with {kind}: {error}", file=sys.stderr)
        print("  help: run again with --debug and report what it prints", file=sys.stderr)
        return CRASH
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="guidekit", description="Checks the content and the links of a guide site."
    )
    parser.add_argument("--version", action="version", version=f"guidekit {__version__}")
    parser.add_argument("--debug", action="store_true", help="show the traceback of a crash")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add(commands)
    return parser
