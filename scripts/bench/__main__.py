"""Print the tables: all of them, or those named (`python -m bench links`)."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from pathlib import Path

import bench.tables

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".cache" / "bench"


def main(wanted: list[str]) -> int:
    """Print each table as its rows become known, and return the exit status."""
    names = sorted(info.name for info in pkgutil.iter_modules(bench.tables.__path__))
    unknown = set(wanted) - set(names)
    if unknown:
        print(f"there is no table {', '.join(sorted(unknown))}; there are: {', '.join(names)}")
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    # Where this is set, Python compiles our own code anew at every start, and only ours.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    print(f"{os.cpu_count()} cores, {load} waiting for them at the start; Python {sys.version[:6]}")
    for name in wanted or names:
        table = importlib.import_module(f"bench.tables.{name}")
        print(f"\n{table.TITLE}", flush=True)
        for row in table.rows(FOLDER):
            target = f"  (target: {row.target})" if row.target else ""
            print(f"  {row.what:58} {row.value:>24}{target}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
