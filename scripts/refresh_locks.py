"""Resolve every lock anew from what the project asks for: requirements/*.in and package.json.

The locks hold for Python 3.11.2 and newer on Linux, macOS and Windows, and name no package index.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import node_tools

ROOT = Path(__file__).resolve().parents[1]
COMPILE = (
    *("uv", "pip", "compile", "--quiet", "--upgrade", "--universal", "--generate-hashes"),
    # One version for every Python and system: the newest that the oldest Python can install.
    *("--python-version", "3.11.2", "--fork-strategy", "fewest", "--only-binary", ":all:"),
    *("--no-emit-index-url", "--custom-compile-command", "make lock"),
)
# Without this option npm writes the address of its registry beside every package.
LOCK_ONLY = ("install", "--package-lock-only", "--omit-lockfile-registry-resolved")


def main() -> None:
    """Write the Python locks and the npm locks."""
    compile_requirements("runtime", "requirements/runtime.in")
    both = ("requirements/runtime.in", "requirements/test.in")
    compile_requirements("test", *both, "--constraints", "requirements/runtime.txt")
    compile_requirements("bench", "requirements/bench.in")
    # Installed beside the others, so where they have the same packages, it is the same versions.
    watching = ("requirements/supply-chain.in", "--constraints", "requirements/test.txt")
    compile_requirements("supply-chain", *watching)
    for folder in (ROOT, *(ROOT / "requirements" / name for name in ("browser", "lighthouse"))):
        lock_npm(folder)


def compile_requirements(name: str, *sources: str) -> None:
    """Write one requirements file with a hash for every file it may install."""
    output = f"requirements/{name}.txt"
    uv, *options = COMPILE
    program = str(Path(sys.executable).with_name(uv))
    subprocess.run([program, *options, *sources, "--output-file", output], cwd=ROOT, check=True)
    print(f"Wrote {output}.")


def lock_npm(folder: Path) -> None:
    """Write package-lock.json beside a package.json.

    This is done in an empty folder: where node_modules exists, npm leaves other systems out.
    """
    with tempfile.TemporaryDirectory() as empty:
        shutil.copy(folder / "package.json", empty)
        node_tools.run_npm(*LOCK_ONLY, folder=Path(empty))
        shutil.copy(Path(empty) / "package-lock.json", folder)
    print(f"Wrote {(folder / 'package-lock.json').relative_to(ROOT)}.")


if __name__ == "__main__":
    main()
