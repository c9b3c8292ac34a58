"""The real content: clean as it is, and with fifteen faults planted, all fifteen named."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guidekit.content.site import load_site
from guidekit.rules.catalogue import check_site

PROJECT = Path(__file__).parents[1]
THANK_YOU = "docs/emails/thank-you.md"
FIRST = "docs/checklists/first-ten-minutes.md"
BRIDGE = "docs/guides/keep-the-bridge.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the project's content."""
    shutil.copytree(PROJECT / "docs", tmp_path / "docs")
    return tmp_path


def _check(project: Path) -> list[tuple[str, str]]:
    return [(found["path"], found["code"]) for found in _problems(project)]


def _problems(project: Path) -> list[dict[str, str]]:
    done = subprocess.run(
        [sys.executable, "-m", "guidekit", "check", "--format", "json"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode in (0, 1), done.stderr
    problems: list[dict[str, str]] = json.loads(done.stdout)
    return problems


def _replace(project: Path, path: str, old: str, new: str) -> None:
    file = project / path
    text = file.read_text()
    assert old in text, f"{path} no longer holds {old!r}: plant another fault"
    file.write_text(text.replace(old, new, 1))


def test_real_content_is_clean(project: Path) -> None:
    assert _check(project) == []


def test_every_sentence_of_the_article_has_a_home() -> None:
    site = load_site(PROJECT / "docs", "docs")
    sentences = set(site.registries.article.entries)
    assert sentences == {f"S{number}" for number in range(1, 46)}
    covered = {
        sentence
        for document in site.documents.values()
        if document.front_matter.meta
        for sentence in document.front_matter.meta.covers
    }
    assert covered == sentences
    assert check_site(site) == []


def test_fifteen_planted_faults_are_named_at_their_place(project: Path) -> None:
    _replace(project, THANK_YOU, "{{role}}", "{{rol}}")
    _replace(project, THANK_YOU, "Tone: warm", "Tone: wram")
    _replace(project, FIRST, "{#", "{ #")
    _replace(project, BRIDGE, "[@kumar2018]", "[@kumar2081]")
    _replace(project, BRIDGE, "../emails/thank-you.md)", "../emails/thankyou.md)")
    _replace(project, BRIDGE, "not-personal.md)", "not-personal.md#nowhere)")
    _replace(project, "docs/emails/letter.md", "stage: reply", "stage: replay")
    _replace(project, "docs/emails/call-script.md", "Channel: call", "Channel: call\nSubject: Hi")
    _replace(project, "docs/guides/starting-again.md", "covers:", "cover:")
    _replace(project, "docs/guides/creative-fields.md", "reviewed:", "reviewed: soon #")
    _replace(project, "docs/emails/voicemail-reply.md", "situation: ", "situation: not-")
    (project / "docs/guides/empty.md").write_text("")
    (project / "docs/guides/latin.md").write_bytes("---\ntitle: Café".encode("latin-1"))
    (project / "docs/guides/linked.md").symlink_to("/etc/hostname")
    last = "docs/checklists/ready-to-search.md"
    with (project / last).open("a") as file:
        file.write("\n```reflect\nNever ends {#never-ends}\n")
    expected = {
        (THANK_YOU, "MAIL102"),
        (THANK_YOU, "MAIL104"),
        (FIRST, "ITEM102"),
        (BRIDGE, "CITE101"),
        (BRIDGE, "LINK101"),
        ("docs/emails/letter.md", "META105"),
        ("docs/emails/call-script.md", "MAIL107"),
        ("docs/guides/starting-again.md", "META103"),
        ("docs/guides/creative-fields.md", "META105"),
        ("docs/emails/voicemail-reply.md", "MAIL112"),
        ("docs/guides/empty.md", "FILE004"),
        ("docs/guides/latin.md", "FILE002"),
        ("docs/guides/linked.md", "FILE003"),
        (last, "FENCE101"),
    }
    found = _check(project)
    assert expected <= set(found)
    assert found.count((BRIDGE, "LINK101")) == 2
    # What follows from a fault is named too: sentences left without a home, and so on.
    consequences = {"COVER101", "MAIL109", "MAIL113", "MAIL111", "LINK101", "META108"}
    consequences |= {"ITEM106"}
    assert {code for place, code in found if (place, code) not in expected} <= consequences


# A line, the guide it is added to the end of, and the rule that should name it there.
MORE_FAULTS = [
    ("<script>alert(1)</script>", "SAFE101"),
    ("*Words*{onclick=alert(1)}", "SAFE102"),
    ("[The list](javascript:alert(1))", "SAFE103"),
    ("![A desk](https://example.org/desk.png)", "SAFE104"),
    ("##### Deep", "HEAD101"),
    ("# Another title", "HEAD101"),
    ("To read the list, [click here](../checklists/first-ten-minutes.md).", "TEXT101"),
    ("![](desk.png)", "TEXT102"),
    ("TODO: say why.", "TODO101"),
    ("<!-- guidekit: allow LINK101 -->", "ALLOW101"),
    ("<!-- guidekit: allow LINK999 because it comes soon -->", "ALLOW102"),
    ("<!-- guidekit: allow LINK101 because it comes soon -->", "ALLOW103"),
    ("<!-- guidekit: allow SAFE101 because I know HTML -->", "ALLOW104"),
    ("Research shows that it helps nine in ten.", "CITE102"),
    ("It helped 47% of them.", "CITE102"),
    ('```text title="x"\nx\n```', "FENCE103"),
    ("Fill in {{role}} here.", "MAIL110"),
    ("- [ ] Wait an hour", "ITEM101"),
]


def test_more_planted_faults_are_named_at_their_line(project: Path) -> None:
    file = project / BRIDGE
    text = file.read_text()
    expected = []
    for line, code in MORE_FAULTS:
        expected.append((BRIDGE, text.count("\n") + 2, code))
        text += f"\n{line}\n"
    file.write_text(text)
    found = {(p["path"], p["line"], p["code"]) for p in _problems(project)}
    assert [each for each in expected if each not in found] == []


def test_faults_of_emails_and_lists_are_named(project: Path) -> None:
    _replace(project, THANK_YOU, "Subject: ", f"Subject: {'so very ' * 10}")
    note = "docs/emails/linkedin-or-portal-note.md"
    _replace(project, note, "Length: short\n\n", f"Length: short\n\n{'Thank you. ' * 20}\n")
    _replace(project, THANK_YOU, "reviewed: ", "reviewed: 2999-01-01 #")
    _replace(project, BRIDGE, "reviewed: ", "reviewed: 2019-01-01 #")
    file = project / FIRST
    lines = file.read_text().splitlines(keepends=True)
    file.write_text("".join(line for line in lines if "{#" not in line or "was=" in line))
    (project / "docs/guides/run.js").write_text("alert(1)")
    (project / "docs/guides/Page.MD").write_text("x")
    expected = {
        (THANK_YOU, "MAIL115"),
        (note, "MAIL116"),
        (THANK_YOU, "META110"),
        (BRIDGE, "META109"),
        ("docs/_data/released-ids.yml", "ITEM106"),
        ("docs/guides/run.js", "FILE009"),
        ("docs/guides/Page.MD", "FILE009"),
    }
    assert expected <= set(_check(project))
