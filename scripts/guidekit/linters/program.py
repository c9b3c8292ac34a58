"""Running a program of the environment beside our own work."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO


class LinterError(Exception):
    """A linter is missing or failed; the message says which and how to put it right."""


class Program:
    """A program that has been started; its output is read when it has ended."""

    def __init__(self, name: str, arguments: Sequence[str], text: str = "") -> None:
        """Start a program of the environment and hand it `text` on its standard input."""
        self.name = name
        # Files, because a full pipe would stop the program until somebody reads it.
        self._output: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        with tempfile.TemporaryFile() as given:
            given.write(text.encode())
            given.seek(0)
            self._process = subprocess.Popen(
                [find_program(name), *arguments],
                stdin=given,
                stdout=self._output,
                stderr=self._errors,
            )

    def read(self) -> str:
        """Wait for the end and return what was printed; a status above 2 is an error."""
        status = self._process.wait()
        with self._output, self._errors:
            self._output.seek(0)
            self._errors.seek(0)
            errors = self._errors.read().decode(errors="replace").strip()
            if status not in (0, 1, 2) or (errors and status == 1):
                raise LinterError(f"{self.name} ended with status {status}: {errors[:400]}")
            return self._output.read().decode(errors="replace")


def find_program(name: str) -> str:
    """Return the path of a program that the requirements install; LinterError if it is missing."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        raise LinterError(f"the program `{name}` is missing; `make check` installs it")
    return found
