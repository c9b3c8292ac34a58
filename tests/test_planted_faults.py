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
    done = subprocess.run(
        [sys.executable, "-m", "guidekit", "check", "--format", "json"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode in (0, 1), done.stderr
    return [(found["path"], found["code"]) for found in json.loads(done.stdout)]


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
    assert {code for place, code in found if (place, code) not in expected} <= consequences
