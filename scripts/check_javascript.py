"""Check the types of the site's JavaScript with the TypeScript compiler."""

from __future__ import annotations

import os
import sys

import node_tools

# What runs in a page, and what runs beside it, where other names are known.
PROJECTS = ("tsconfig.json", "scripts/guidekit/finish/tsconfig.json")
COMPILER = node_tools.ROOT / "node_modules" / "typescript" / "bin" / "tsc"


def main() -> int:
    """Check the types, and return the exit status.

    Without a network the compiler may be missing. That fails a run in CI; anywhere else the check
    is left out, and a line says so.
    """
    try:
        node_tools.install_locked()
    except node_tools.NpmError as error:
        print(f"JavaScript types: not checked, the compiler could not be fetched. {error}")
        return 1 if os.environ.get("CI") else 0
    status = max(node_tools.run_node(COMPILER, "--project", project) for project in PROJECTS)
    if not status:
        print("JavaScript types: no problems found.")
    return status


if __name__ == "__main__":
    sys.exit(main())
