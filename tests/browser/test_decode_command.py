"""`guidekit decode`, as a process: the page's own code, in a browser."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.decode.messages import read_messages

KEYS = "id kind company role recruiter candidate stage signals confidence".split()


def decode(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "guidekit", "decode", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_each_message_is_answered_in_turn_and_a_bad_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    messages = read_messages("rejections.txt")[:5]
    lines = [json.dumps({"id": message.id, "text": message.text}) for message in messages]
    file.write_text("\n".join([*lines[:2], "no message", *lines[2:]]) + "\n", encoding="utf-8")
    done = decode(str(file))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [message.id for message in messages]
    assert all(list(answer) == KEYS for answer in answers)
    assert {answer["kind"] for answer in answers} == {"rejection"}
    assert answers[0]["company"] == "Brightmoor Analytics"
    assert answers[0]["role"] == "Data Engineer"
    assert done.stderr.startswith(f"{file}:3:1: MSG101 unreadable-message: not JSON")
    assert done.returncode == 1


def test_clean_file_exits_with_0_and_a_missing_one_with_2(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    file.write_text("\n", encoding="utf-8")
    done = decode(str(file))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = decode(str(tmp_path / "nowhere.jsonl"))
    assert done.returncode == 2
    assert "cannot be read: No such file" in done.stderr


def test_without_a_browser_it_says_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    file.write_text("\n", encoding="utf-8")
    done = decode(str(file), BROWSER_PATH="nowhere")
    assert done.returncode == 2
    assert "decode needs a browser" in done.stderr
    assert "Traceback" not in done.stderr
