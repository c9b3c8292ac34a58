"""The Chromium that the npm package @sparticuz/chromium carries, unpacked to run anywhere.

The package is made for AWS Lambda: it unpacks into the temporary folder and adds its libraries
only there. Here it gets a folder of its own, and a launcher that names its libraries and fonts,
so that it runs on a machine that has neither.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import node_tools

LOCKED = node_tools.ROOT / "requirements" / "browser"
UNPACK = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();'
# What makes the package unpack its libraries as well.
LIKE_LAMBDA = {"AWS_EXECUTION_ENV": "AWS_Lambda_nodejs24.x"}
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""
LAUNCHER = """#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
"""


class UnpackError(Exception):
    """The package was fetched but could not be unpacked."""


def runs_here() -> bool:
    """Say whether this is a machine that the package carries a browser for."""
    return sys.platform == "linux" and platform.machine() == "x86_64"


def launcher(folder: Path) -> Path:
    """Return where the browser that is locked now is started from."""
    lock = hashlib.sha256((LOCKED / "package-lock.json").read_bytes()).hexdigest()
    return folder / lock[:12] / "browser"


def fetch(folder: Path) -> Path:
    """Fetch the package into the folder, unpack it, and return the path of the launcher."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LOCKED / name, folder / name)
    node_tools.install_locked(folder)
    unpacked = launcher(folder).parent
    unpacked.mkdir()
    unpack(folder, unpacked)
    (unpacked / "fonts" / "fonts.conf").write_text(FONTS, encoding="utf-8")
    write_launcher(launcher(folder))
    shutil.rmtree(folder / "node_modules")
    return launcher(folder)


def unpack(folder: Path, target: Path) -> None:
    """Let the package unpack its browser, libraries and fonts into the target."""
    command = [str(node_tools.NODE), "--input-type=module", "--eval", UNPACK]
    variables = {**os.environ, **LIKE_LAMBDA, "TMPDIR": str(target)}
    result = subprocess.run(
        command, cwd=folder, env=variables, check=False, text=True, capture_output=True
    )
    if result.returncode:
        message = f"@sparticuz/chromium could not be unpacked: {result.stderr.strip()}"
        raise UnpackError(message)


def write_launcher(path: Path) -> None:
    """Write the launcher last, so that there is none for a browser half unpacked."""
    part = path.with_suffix(".part")
    part.write_text(LAUNCHER, encoding="utf-8")
    part.chmod(0o755)
    part.replace(path)
