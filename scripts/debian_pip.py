"""Find pip on a Debian or Ubuntu machine whose Python comes without ensurepip.

There the package python3-pip-whl carries pip. It is downloaded and unpacked in a folder of our
own, which needs no root and changes nothing in the system. Standard library only.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

INSTALLED = Path("/usr/share/python-wheels")
PACKAGE = "python3-pip-whl"


class PipUnavailableError(Exception):
    """There is no pip to be had; the message says what to install."""


def find_wheel(folder: Path) -> Path:
    """Return pip's wheel: the one the system has, else one downloaded into the folder."""
    wheel = wheel_in(INSTALLED)
    if wheel:
        return wheel
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        message = (
            "this Python has neither pip nor ensurepip, and there is no apt-get to fetch them with."
            " Install your system's packages for pip and venv (python3-venv, python3-pip),"
            " or name another Python: make PYTHON=/path/to/python3."
        )
        raise PipUnavailableError(message)
    print(f"This Python cannot make pip itself: taking pip from Debian's {PACKAGE}.", flush=True)
    return unpack(download(folder), folder)


def wheel_in(folder: Path) -> Path | None:
    """Return the newest pip wheel in a folder, if there is one."""
    return max(folder.glob("pip-*.whl"), default=None)


def download(folder: Path) -> Path:
    """Download the package, with package lists of our own when the system's are empty."""
    result = apt_get("download", PACKAGE, folder=folder)
    if result.returncode:
        own = own_lists(folder)
        apt_get("update", *own, folder=folder)
        result = apt_get("download", PACKAGE, *own, folder=folder)
    package = next(folder.glob(f"{PACKAGE}_*.deb"), None)
    if result.returncode or package is None:
        message = (
            f"apt-get could not download {PACKAGE}. Install it as root, then try again:"
            f" apt-get update && apt-get install python3-venv\n{result.stdout.strip()}"
        )
        raise PipUnavailableError(message)
    return package


def own_lists(folder: Path) -> list[str]:
    """Return the options that keep apt's state in the folder; what is installed stays known."""
    state, cache = folder / "state", folder / "cache"
    for path in (state / "lists" / "partial", cache / "archives" / "partial"):
        path.mkdir(parents=True)
    options = [f"Dir::State={state}", f"Dir::Cache={cache}"]
    options.append("Dir::State::status=/var/lib/dpkg/status")
    return [word for option in options for word in ("-o", option)]


def apt_get(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run apt-get in the folder and keep what it says."""
    return subprocess.run(
        ["apt-get", "-q", *arguments],
        cwd=folder,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def unpack(package: Path, folder: Path) -> Path:
    """Unpack the package in the folder and return the wheel in it."""
    target = folder / "unpacked"
    subprocess.run(["dpkg-deb", "--extract", str(package), str(target)], check=True)
    wheel = wheel_in(target / INSTALLED.relative_to("/"))
    if wheel is None:
        message = f"{package.name} holds no pip; as root: apt-get install python3-venv"
        raise PipUnavailableError(message)
    return wheel
