"""Front matter: what is wrong is named at the key it is about."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidekit.content.frontmatter import parse_front_matter
from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic
from tests.support.sites import check, page


def _lines(problems: list[Diagnostic]) -> list[str]:
    return [f"{p.span.line}:{p.span.column}: {p.code}: {p.message} | {p.help}" for p in problems]


def _check_front_matter(tmp_path: Path, *lines: str) -> list[str]:
    text = "\n".join(["---", *lines, "---", "", "- [ ] One {#one}", ""])
    return _lines(check(tmp_path, {"checklists/x.md": text}))


VALID = ("title: An example", "description: For one test.", "stage: reply", "reviewed: 2026-11-23")


def test_valid_front_matter_gives_the_model() -> None:
    source = SourceText("docs/guides/x.md", page("Words.\n", next="[plan.md]", covers="[S1, S2]"))
    front_matter, problems = parse_front_matter(source, "guides")
    assert problems == []
    assert front_matter.meta is not None
    assert front_matter.meta.covers == ("S1", "S2")
    assert front_matter.body_line == 9


def test_day_that_no_month_has_is_named_where_it_stands(tmp_path: Path) -> None:
    (told,) = _check_front_matter(tmp_path, *VALID[:3], "reviewed: 2026-11-31")
    assert told.startswith("5:11: META101: `2026-11-31`: day is out of range for month | write a")


def test_list_whose_only_entry_is_wrong_is_not_also_called_empty(tmp_path: Path) -> None:
    text = page("Words.\n", next="[../plan.md]")
    (told,) = _lines(check(tmp_path, {"guides/x.md": text}))
    assert told.startswith("6:8: META105: `next.0`: `../plan.md` is not in the form expected")


def test_misspelt_key_suggests_the_right_one(tmp_path: Path) -> None:
    assert _check_front_matter(tmp_path, *VALID, "cover: [S1]") == [
        "6:1: META103: `cover` is not a known key | did you mean `covers`?"
    ]


def test_every_problem_is_reported_at_once(tmp_path: Path) -> None:
    found = _check_front_matter(tmp_path, "title: " + "x" * 61, "stage: replie", "colour: red")
    assert found == [
        "2:1: META104: `description` is missing | add a line `description: ...`",
        "2:1: META104: `reviewed` is missing | add a line `reviewed: ...`",
        "2:8: META105: `title`: 61 characters; at most 60 | "
        "shorten it; cards and search results cut it off otherwise",
        "3:8: META105: `stage`: `replie` is not one of 'first-hours', 'reply', 'feedback', "
        "'reflect', 'plan', 'restart' or 'support' | did you mean `reply`?",
        "4:1: META103: `colour` is not a known key | "
        "the keys here are title, description, stage, reviewed, covers, tags, next",
    ]


def test_broken_yaml_is_named_with_its_place(tmp_path: Path) -> None:
    found = _check_front_matter(tmp_path, "title: After: the first hour", *VALID[1:])
    assert found == [
        "2:13: META101: mapping values are not allowed in this context | "
        'put a value that holds ": " or begins with a sign in quotes: title: "Yes: and now"'
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("title: &a x", "anchors and aliases are not allowed"),
        ("title: !!python/name:os.system x", "the tag tag:yaml.org,2002:python/name:os.system"),
        ("title: " + "[" * 30 + "]" * 30, "nested deeper than 12 levels"),
    ],
)
def test_yaml_that_could_run_or_grow_is_refused(line: str, message: str, tmp_path: Path) -> None:
    found = _check_front_matter(tmp_path, line, *VALID[1:])
    assert len(found) == 1
    assert message in found[0]


def test_markup_in_a_title_is_refused(tmp_path: Path) -> None:
    found = _check_front_matter(tmp_path, "title: <img src=x onerror=alert(1)>", *VALID[1:])
    assert [line.split(" | ")[1] for line in found] == [
        "write plain words on one line, without < > { or }"
    ]


def test_front_matter_that_never_ends_is_reported(tmp_path: Path) -> None:
    found = check(tmp_path, {"checklists/x.md": "---\ntitle: x\n\n- [ ] One {#one}\n"})
    assert "META107" in {p.code for p in found}


@pytest.mark.parametrize("text", ["Words.\n", "---\n---\nWords.\n", "---\n- a\n---\nWords.\n"])
def test_page_without_front_matter_says_what_to_write(text: str, tmp_path: Path) -> None:
    found = check(tmp_path, {"about.md": text})
    assert _lines(found) == [
        "1:1: META106: there is no front matter | begin the page with a line `---`, the keys "
        "title, description, stage and reviewed, and a line `---`"
    ]


def test_entry_given_twice_in_a_data_file_is_reported(tmp_path: Path) -> None:
    situation = (
        "- slug: thanks\n  label: They said no\n  heard: [email]\n  reached: [interview]\n"
        "  want: reply\n  guide: guides/first.md\n  checklist: checklists/first.md\n"
    )
    found = check(tmp_path, {"_data/situations.yml": situation * 2})
    assert _lines(found) == ["8:3: DATA102: `thanks` is given twice | keep one of the two entries"]


def test_missing_data_file_is_reported(tmp_path: Path) -> None:
    check(tmp_path)
    (tmp_path / "docs/_data/sources.yml").unlink()
    from guidekit.content.site import load_site

    site = load_site(tmp_path / "docs", "docs")
    assert [p.code for p in site.problems] == ["DATA101"]


@given(st.text(max_size=200))
def test_any_front_matter_parses_to_something(text: str) -> None:
    source = SourceText("x.md", f"---\n{text}\n---\n")
    front_matter, problems = parse_front_matter(source, "guides")
    assert front_matter.meta is not None or problems
