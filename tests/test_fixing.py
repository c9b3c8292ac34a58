"""guidekit fix: what it mends, that it mends nothing else, and that a second run does nothing."""

import re
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from guidekit.content.document import parse_document
from guidekit.content.registries import Registries, load_registries
from guidekit.content.site import load_site
from guidekit.content.source import SourceText
from guidekit.fixing import Change, fix_document, fix_site
from tests.support.sites import email_page, page, write_site


def _registries(root: Path) -> Registries:
    return load_registries(write_site(root), "docs")[0]


def _fix(text: str, registries: Registries, name: str = "checklists/x.md") -> str:
    return fix_document(parse_document(SourceText(name, text), name), registries)[0]


def test_missing_ids_are_added_at_the_end_of_their_item(tmp_path: Path) -> None:
    body = "- [ ] Wait an hour\n  or two\n- [ ] Wait an hour {#wait-an-hour-or}\n- [ ] Rest\n"
    fixed = _fix(page(body), _registries(tmp_path))
    assert fixed == page(
        "- [ ] Wait an hour\n  or two {#wait-an-hour}\n"
        "- [ ] Wait an hour {#wait-an-hour-or}\n- [ ] Rest {#rest}\n"
    )


def test_no_id_is_given_twice(tmp_path: Path) -> None:
    fixed = _fix(page("- [ ] Rest\n- [ ] Rest\n- [ ] Rest {#rest}\n"), _registries(tmp_path))
    assert re.findall(r"\{#(.*?)\}", fixed) == ["rest-2", "rest-3", "rest"]


def test_questions_get_ids_too(tmp_path: Path) -> None:
    fixed = _fix(page("```reflect\nWhat went well?\n```\n"), _registries(tmp_path))
    assert "What went well? {#what-went-well}\n" in fixed


def test_miswritten_id_is_put_into_its_form(tmp_path: Path) -> None:
    fixed = _fix(page("- [ ] Wait { #Wait_An_Hour }\n"), _registries(tmp_path))
    assert fixed == page("- [ ] Wait {#wait-an-hour}\n")


def test_slip_in_a_placeholder_is_mended_and_a_doubtful_one_left(tmp_path: Path) -> None:
    text = email_page("Subject: The {{rolle}}\n\nHello {{recruiter_nam}}, {{salary}} {{name}},\n")
    fixed = _fix(text, _registries(tmp_path), "emails/x.md")
    assert "The {{role}}\n\nHello {{recruiter_name}}, {{salary}} {{name}}," in fixed


def test_spaces_go_and_line_breaks_stay(tmp_path: Path) -> None:
    body = "One. \nTwo.  \nThree.\t\n \n```text\ncode \n```\n"
    fixed = _fix(page(body), _registries(tmp_path))
    assert fixed == page("One.\nTwo.  \nThree.\n\n```text\ncode \n```\n")


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    file = docs / "checklists/x.md"
    text = page("- [ ] Rest\n").replace("\n", "\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    list(fix_site(load_site(docs, "docs"), docs, write=True))
    expected = text.replace("Rest", "Rest {#rest}")
    assert file.read_bytes() == b"\xef\xbb\xbf" + expected.encode()


_PIECES = st.sampled_from(
    "- [ ] Rest|- [ ] Wait {#wait}|- [ ] Wait {#Wait_X}|  more|\n|\n\n|words |words  |# Head"
    "|```reflect\n|What?\n|```\n|```email\n|Subject: {{rolle}}\n|{{role}}|> - [ ] Quoted|{|}|é"
    "|1. [x] One|{ #a }|    - [ ] In|\t|\r\n|<!-- guidekit: allow X because y -->\n".split("|")
)


@settings(max_examples=200)
@given(st.lists(_PIECES, max_size=15).map("".join))
def test_a_second_run_does_nothing_and_words_stay(body: str) -> None:
    registries = _shared()
    text = page(body)
    once = _fix(text, registries)
    assert _fix(once, registries) == once
    assert _words(once) == _words(text)


_SHARED: list[Registries] = []


def _shared() -> Registries:
    if not _SHARED:
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            _SHARED.append(_registries(Path(folder)))
    return _SHARED[0]


def _words(text: str) -> list[str]:
    """Return the lines without ids and placeholders, which may change, and without end spaces."""
    bare = re.sub(r"\{+[^{}\n]*\}+", "", text)
    return [line.rstrip() for line in re.split(r"\r\n|\r|\n", bare)]


def _run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "guidekit", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_command_says_each_change_and_then_nothing(tmp_path: Path) -> None:
    docs = write_site(tmp_path, {"checklists/x.md": page("- [ ] Rest\n")})
    (docs / "checklists/x.md").chmod(0o640)
    (docs / "checklists/link.md").symlink_to(docs / "checklists/x.md")
    dry = _run("fix", "--dry-run", cwd=tmp_path)
    assert dry.stdout.startswith("docs/checklists/x.md:8: added {#rest}\n")
    assert "{#rest}" not in (docs / "checklists/x.md").read_text()
    done = _run("fix", "docs/checklists", cwd=tmp_path)
    assert done.stdout == (
        "docs/checklists/x.md:8: added {#rest}\nNow `guidekit check` says what is left.\n"
    )
    assert (docs / "checklists/x.md").read_text() == page("- [ ] Rest {#rest}\n")
    assert (docs / "checklists/x.md").stat().st_mode & 0o777 == 0o640
    assert (docs / "checklists/link.md").is_symlink()
    assert _run("fix", cwd=tmp_path).stdout.startswith("Nothing to mend")
    assert not list(docs.rglob(".guidekit-*"))


def test_style_is_mended_but_for_what_is_excused(tmp_path: Path) -> None:
    untidy = "## One\nWords.\n\n\n\n* a\n* b\n\nWords, *leaning*. \n"
    because = "<!-- guidekit: allow MD012 because it is a poem -->\n\n"
    files = {
        "guides/tidy.md": page(untidy, title="Tidy", description="A", next="[plan.md]"),
        "guides/poem.md": page(because + untidy, title="Poem", description="B", next="[plan.md]"),
    }
    docs = write_site(tmp_path, files)
    told = {(path.rpartition("/")[2], change.what) for path, change in _fix_all(docs)}
    assert ("tidy.md", "mended MD012 single-empty-lines") in told
    text = (docs / "guides/tidy.md").read_text()
    assert "## One\n\nWords.\n\n* a\n* b\n\nWords, *leaning*.\n" in text
    assert "\n\n\n\n* a\n" in (docs / "guides/poem.md").read_text()
    assert _fix_all(docs) == []


def _fix_all(docs: Path) -> list[tuple[str, Change]]:
    return list(fix_site(load_site(docs), docs, write=True))
