"""Make or refresh .venv from the locked requirements: bootstrap.py runtime|test|bench|supply-chain.

Standard library only, because nothing else is there yet. The stamp inside .venv says what the
environment was made from; it is taken away before any change and written back after the last one,
so an environment whose making was interrupted is never taken as good.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import debian_pip

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "installed.json"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# The last two hold only what `make bench`, and `make audit` and `make sbom`, add.
LEVELS = ("runtime", "test", "bench", "supply-chain")
PROJECT_FILES = ("pyproject.toml", "requirements/runtime.in")
OLDEST_PYTHON = (3, 11, 2)
# Debian's pip reads this file, which the package ca-certificates brings, and no other.
DEBIAN_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


class SetupError(Exception):
    """The environment cannot be made; the message says what to do about it."""


def main(arguments: list[str]) -> int:
    """Bring .venv to the level named, and return the exit status."""
    if len(arguments) != 1 or arguments[0] not in LEVELS:
        print(
            "usage: python3 scripts/bootstrap.py runtime|test|bench|supply-chain", file=sys.stderr
        )
        return 2
    try:
        check_python()
        with one_at_a_time():
            prepare(arguments[0])
    except SetupError as error:
        print(f"Set-up stopped: {error}", file=sys.stderr)
        return 1
    return 0


def check_python() -> None:
    """Refuse a Python that is too old for the locked requirements."""
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:3]))
        raise SetupError(f"Python 3.11.2 or newer is needed, and this one is {found}.")


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second set-up in the same checkout wait for the first."""
    try:
        import fcntl  # not there on Windows
    except ImportError:
        yield
        return
    with (ROOT / ".venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def prepare(level: str) -> None:
    """Do what is missing, and nothing when the stamp says that all is there."""
    installed = read_stamp()
    wanted = describe(level)
    if not can_be_kept(installed):
        installed = {}
    if wanted.items() <= installed.items():
        return
    STAMP.unlink(missing_ok=True)
    if not installed:
        make_venv()
    if installed.get(level) != wanted[level]:
        install_requirements(level)
    if installed.get("project") != wanted["project"]:
        install_project()
    write_stamp({**installed, **wanted})


def describe(level: str) -> dict[str, str]:
    """Name what the environment is made from: the Python, the project and the lock."""
    return {
        "python": f"{sys.version} in {sys.base_prefix}, for {VENV}",
        "project": digest(*PROJECT_FILES),
        level: digest(f"requirements/{level}.txt"),
    }


def digest(*names: str) -> str:
    """Return one checksum over the files named."""
    content = b"\0".join((ROOT / name).read_bytes() for name in names)
    return hashlib.sha256(content).hexdigest()


def can_be_kept(installed: dict[str, str]) -> bool:
    """Say whether the environment can be added to: same Python, same place, same locks."""
    locks_hold = all(
        installed[level] == digest(f"requirements/{level}.txt")
        for level in LEVELS
        if level in installed
    )
    return (
        bool(installed)
        and installed.get("python") == describe(LEVELS[0])["python"]
        and locks_hold
        and PYTHON.exists()
    )


def read_stamp() -> dict[str, str]:
    """Read what the environment was made from; nothing when that is not known."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(content: dict[str, str]) -> None:
    """Write the stamp in one step."""
    part = STAMP.with_suffix(".part")
    part.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    part.replace(STAMP)


def make_venv() -> None:
    """Make an empty environment with pip in it, in place of what is there."""
    print(f"Making .venv with Python {sys.version.split()[0]}.", flush=True)
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)
    python = getattr(sys, "_base_executable", sys.executable)
    command = [python, "-I", "-m", "venv", str(VENV)]
    usual = subprocess.run(command, check=False, capture_output=True, text=True)
    if usual.returncode:
        make_venv_without_ensurepip(command, usual.stdout + usual.stderr)


def make_venv_without_ensurepip(command: list[str], problem: str) -> None:
    """Make the environment without pip, then put pip in it from elsewhere."""
    shutil.rmtree(VENV, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        try:
            wheel = debian_pip.find_wheel(Path(folder))
        except debian_pip.PipUnavailableError as error:
            raise SetupError(f"{error}\nWhat Python's venv said:\n{problem.strip()}") from error
        run([*command, "--without-pip"])
        run([str(PYTHON), f"{wheel}/pip", "install", "-qq", "--no-index", str(wheel)])


def install_requirements(level: str) -> None:
    """Install the lock of this level, each file checked against its hash."""
    print(f"Installing requirements/{level}.txt (about half a minute).", flush=True)
    lock = ROOT / "requirements" / f"{level}.txt"
    pip("install", "--require-hashes", "--only-binary=:all:", "-r", str(lock))


def install_project() -> None:
    """Install guidekit from scripts/, as it stands there, with the locked setuptools."""
    pip("install", "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def pip(*arguments: str) -> None:
    """Run the environment's pip."""
    run([str(PYTHON), "-I", "-m", "pip", *arguments, "-qq"])


def run(command: list[str]) -> None:
    """Run a command, and stop the set-up when it fails."""
    try:
        subprocess.run(command, check=True, env=pip_environment())
    except subprocess.CalledProcessError as error:
        message = f"this command failed with status {error.returncode}: {' '.join(command)}"
        raise SetupError(message) from error


def pip_environment() -> dict[str, str]:
    """Return the environment variables for pip, with certificates where Debian has none."""
    variables = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0"}
    bundle = next(VENV.glob("lib/*/site-packages/pip/_vendor/certifi/cacert.pem"), None)
    if bundle and Path("/etc/debian_version").exists() and not DEBIAN_CERTIFICATES.exists():
        variables.setdefault("PIP_CERT", str(bundle))
    return variables


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
