"""`guidekit links --external` as a writer runs it: real processes, exit statuses, Ctrl-C."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.links.external.servers import Server, never_answer, page, reply, running

LIST = "- {{url: '{url}', reason: needs a browser, until: {until}}}\n"


def _command(folder: Path, *arguments: str) -> list[str]:
    (folder / "site").mkdir(exist_ok=True)
    return [sys.executable, "-m", "guidekit", "links", "site", *arguments]


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _command(folder, *arguments),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def _write(folder: Path, server: Server, *paths: str) -> None:
    (folder / "site").mkdir(exist_ok=True)
    links = "".join(f'<a href="{server.url(path)}">x</a>\n' for path in paths)
    (folder / "site/index.html").write_text(links)


def test_nothing_is_asked_without_the_option(tmp_path: Path) -> None:
    with running({}) as server:
        _write(tmp_path, server, "/x")
        assert _run(tmp_path).returncode == 0
        assert server.connections == 0


def test_dead_link_is_found_at_its_place(tmp_path: Path) -> None:
    with running({"/good": page()}) as server:
        _write(tmp_path, server, "/good", "/gone")
        done = _run(tmp_path, "--external", "--allow-private")
        url = server.url("/gone")
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        f"site/index.html:2:4: LINK601 dead-link: `{url}` answers 404 Not Found\n"
        "  help: link to what has taken its place, or remove the link\n",
        "Asked 2 of 2 web addresses, 1 with problems\nFound 1 error.\n",
    )


def test_json_goes_to_standard_output_alone(tmp_path: Path) -> None:
    with running({"/x": reply(status="403 x")}) as server:
        _write(tmp_path, server, "/x")
        done = _run(tmp_path, "--external", "--allow-private", "--format", "json")
    (problem,) = json.loads(done.stdout)
    assert (problem["code"], problem["severity"], problem["line"]) == ("LINK613", "warning", 1)


def test_answers_are_kept_for_the_next_run(tmp_path: Path) -> None:
    with running({"/x": page()}) as server:
        _write(tmp_path, server, "/x")
        for options in ([], [], ["--fresh"], ["--cache", "elsewhere"]):
            assert _run(tmp_path, "--external", "--allow-private", *options).returncode == 0
        assert len(server.asked) == 3
    assert {path.name for path in tmp_path.iterdir()} == {".cache", "elsewhere", "site"}


def test_list_of_ignored_addresses_is_read(tmp_path: Path) -> None:
    with running({}) as server:
        _write(tmp_path, server, "/x", "/y")
        (tmp_path / "list.yml").write_text(
            LIST.format(url=server.url("/x"), until="2999-01-01")
            + LIST.format(url=server.url("/y"), until="2001-01-01")
            + "- {}\n"
        )
        done = _run(tmp_path, "--external", "--allow-private", "--ignore", "list.yml")
        assert server.asked == ["GET /y"]
    places = [line.split(" ")[:2] for line in done.stdout.splitlines() if line[0] != " "]
    assert places == [
        ["list.yml:2:3:", "LINK621"],
        ["list.yml:3:3:", "META104"],
        ["list.yml:3:3:", "META104"],
        ["list.yml:3:3:", "META104"],
        ["site/index.html:2:4:", "LINK601"],
    ]


@pytest.mark.parametrize(
    "arguments",
    [["--allow-private"], ["--ignore", "x"], ["--external", "--ignore", "none.yml"]],
)
def test_options_that_cannot_be_meant_are_wrong_usage(arguments: list[str], tmp_path: Path) -> None:
    done = _run(tmp_path, *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_ctrl_c_prints_what_is_known_and_keeps_it(tmp_path: Path) -> None:
    with running({"/never": never_answer}) as server:
        _write(tmp_path, server, "/gone", "/never")
        command = _command(tmp_path, "--external", "--allow-private")
        process = subprocess.Popen(
            command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        server.wait_for("GET /never")  # the first address of a host is done before the second
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=120)
        assert process.returncode == 2
        assert out.startswith("site/index.html:1:4: LINK601 dead-link: ")
        assert err.endswith(
            "Found 1 error.\nStopped after 1 of 2 web addresses.\n"
            "  help: the same command goes on from here (.cache/guidekit)\n"
        )
        server.answers["/never"] = [page()]
        server.asked.clear()
        assert _run(tmp_path, "--external", "--allow-private").returncode == 1
        assert server.asked == ["GET /never"]


def test_terminal_shows_a_bar(tmp_path: Path) -> None:
    with running({"*": page()}) as server:
        _write(tmp_path, server, "/x")
        ours, theirs = pty.openpty()
        subprocess.run(
            _command(tmp_path, "--external", "--allow-private"),
            cwd=tmp_path,
            stderr=theirs,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "TERM": "xterm"},
            check=True,
            timeout=120,
        )
        shown = os.read(ours, 65_536).decode()
    assert "[........................] Asked 0 of 1 web addresses" in shown
    assert "No problems found." in shown


def test_help_loads_no_client() -> None:
    code = (
        "import sys; from guidekit.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: print(sorted({'httpx', 'asyncio', 'pydantic'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.endswith("[]\n")
