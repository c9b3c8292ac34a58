"""The Dockerfile, as far as it can be read: what it copies is there, and it fits nginx.conf."""

import re
from pathlib import Path

from scripts.bootstrap import OLDEST_PYTHON

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "hosting/Dockerfile").read_text()
NGINX = (ROOT / "hosting/nginx.conf").read_text()


def _copied() -> list[str]:
    lines = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    return [source for line in lines for source in line.split()]


def test_what_it_copies_exists_and_reaches_the_build() -> None:
    ignored = (ROOT / "hosting/Dockerfile.dockerignore").read_text().splitlines()
    assert [source for source in _copied() if not (ROOT / source).exists()] == []
    assert ignored[1] == "*"
    assert sorted(line[1:] for line in ignored if line.startswith("!")) == sorted(_copied())


def test_the_build_has_what_the_make_commands_name() -> None:
    used = set(re.findall(r"\b(?:scripts|requirements|docs|overrides)\b", DOCKERFILE))
    assert used <= set(_copied())
    [version] = re.findall(r"^FROM python:(\d+)\.(\d+)", DOCKERFILE, re.MULTILINE)
    assert tuple(map(int, version)) >= OLDEST_PYTHON[:2]
    # What pyproject.toml names is needed to install guidekit.
    [readme] = re.findall(r'^readme = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert readme in _copied()


def test_the_site_lies_where_nginx_looks_for_it_with_the_modules_it_needs() -> None:
    [root] = re.findall(r"root (\S+);", NGINX)
    assert f"COPY --from=build /bounce-back/site {root}\n" in DOCKERFILE
    [packages] = re.findall(r"\(Debian: ([^)]+)\)", NGINX)
    [installed] = re.findall(r"--no-install-recommends (nginx.*) \\", DOCKERFILE)
    assert packages.split(" and ") == installed.split()
    [port] = re.findall(r"listen (\d+);", NGINX)
    assert f"EXPOSE {port}\n" in DOCKERFILE
