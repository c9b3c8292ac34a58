"""Write what the project depends on, in CycloneDX's form: one file for each lock, in build/sbom/.

Each file is read back: it has to name exactly the packages of its lock.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import node_tools

ROOT = Path(__file__).resolve().parents[1]
OUTPUT = ROOT / "build" / "sbom"
NPM_LOCKS = {"npm": ROOT, "npm-browser": ROOT / "requirements" / "browser"}
NPM_SBOM = ("sbom", "--sbom-format", "cyclonedx", "--package-lock-only")
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)

Packages = set[tuple[str, str]]


def main() -> int:
    """Write every file, say what is in it, and return the exit status."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    is_whole = True
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        file = OUTPUT / f"{lock.stem}.cdx.json"
        describe_python(lock, file)
        is_whole &= tell(file, locked_in_python(lock.read_text(encoding="utf-8")))
    for name, folder in NPM_LOCKS.items():
        file = OUTPUT / f"{name}.cdx.json"
        file.write_text(node_tools.run_npm(*NPM_SBOM, folder=folder), encoding="utf-8")
        packages = (folder / "package-lock.json").read_text(encoding="utf-8")
        is_whole &= tell(file, locked_in_npm(packages))
    return 0 if is_whole else 1


def describe_python(lock: Path, file: Path) -> None:
    """Write the file of a Python lock, which is held to CycloneDX's schema on the way."""
    # It warns that a requirements file does not say which package needs which: true, and known.
    program = (sys.executable, "-W", "ignore::UserWarning", "-m", "cyclonedx_py")
    command = [*program, "requirements", str(lock), "--pyproject", str(ROOT / "pyproject.toml")]
    command += ["--output-reproducible", "--validate", "--output-file", str(file)]
    subprocess.run(command, check=True)


def locked_in_python(lock: str) -> Packages:
    """Return the name and version of each package of a requirements lock."""
    return set(_LOCKED.findall(lock))


def locked_in_npm(lock: str) -> Packages:
    """Return the name and version of each package of a package-lock.json."""
    packages = json.loads(lock)["packages"]
    return {
        (path.rpartition("node_modules/")[2], entry["version"])
        for path, entry in packages.items()
        if path
    }


def named_in(document: str) -> Packages:
    """Return the name and version of each component of a CycloneDX document."""
    return {
        ("/".join(filter(None, (part.get("group"), part["name"]))), part["version"])
        for part in json.loads(document)["components"]
    }


def tell(file: Path, locked: Packages) -> bool:
    """Say how many components a file has, and whether they are those of its lock."""
    named = named_in(file.read_text(encoding="utf-8"))
    print(f"{file.relative_to(ROOT)}: {len(named)} components")
    for name, version in sorted(named ^ locked):
        where = "its lock" if (name, version) in named else "this file"
        print(f"  {name} {version} is not in {where}", file=sys.stderr)
    return named == locked


if __name__ == "__main__":
    sys.exit(main())
