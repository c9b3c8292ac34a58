"""Spelling and style through the same formatter: places, what is left alone, and every rule."""

from pathlib import Path

import pytest

from guidekit.checking import all_rules, check_anew
from guidekit.diagnostics import Diagnostic, Severity
from guidekit.linters.program import LinterError, Program
from guidekit.linters.style import style_rules
from tests.support.sites import email_page, page, write_site


def _check(tmp_path: Path, body: str, **keys: str) -> list[str]:
    text = page(body, next="[checklists/first.md]", **keys)
    return [_line(each) for each in _problems(tmp_path, {"guides/x.md": text})]


def _problems(tmp_path: Path, files: dict[str, str | bytes]) -> list[Diagnostic]:
    return check_anew(write_site(tmp_path, files))


def _line(problem: Diagnostic) -> str:
    return f"{problem.span.line}:{problem.span.column}: {problem.code}: {problem.message}"


def test_small_site_is_clean(tmp_path: Path) -> None:
    assert _problems(tmp_path, {}) == []


def test_misspelt_word_is_named_with_its_place_and_the_right_one(tmp_path: Path) -> None:
    found = _problems(
        tmp_path, {"guides/x.md": page("In a café we recieve it.\n", next="[plan.md]")}
    )
    spelt = [each for each in found if each.code == "SPELL101"]
    assert [_line(each) for each in spelt] == ["9:14: SPELL101: `recieve` is misspelt"]
    assert spelt[0].help == (
        f"did you mean `receive`? A name can be added to {tmp_path}/docs/_data/words.yml"
    )


def test_words_are_british(tmp_path: Path) -> None:
    found = _check(tmp_path, "My favorite color.\n")
    assert found == [
        "9:4: SPELL101: `favorite` is misspelt",
        "9:13: SPELL101: `color` is misspelt",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Write `teh` in code, and see [the list](../checklists/first.md#teh).\n",
        "```text\nteh color\n```\n",
        "<!-- guidekit: allow SPELL101 because it is a name -->\nTeh Color.\n",
        "Aisha.\n\n## One {#teh-color}\n",
        "<!-- teh color -->\n\nWords.\n",
    ],
)
def test_what_is_no_word_of_the_page_is_left_alone(body: str, tmp_path: Path) -> None:
    assert [each for each in _check(tmp_path, body) if "SPELL" in each or "ALLOW" in each] == []


def test_front_matter_emails_and_data_are_spelt_too(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "emails/x.md": email_page("Subject: Teh role\n\nHello,").replace("An example", "A color"),
        "_data/situations.yml": (
            "- slug: thanks\n  label: They recieved it\n  heard: [email]\n  reached: [interview]\n"
            "  want: reply\n  guide: guides/first.md\n  checklist: checklists/first.md\n"
        ),
    }
    found = [each for each in _problems(tmp_path, files) if each.code == "SPELL101"]
    assert [(Path(each.span.path).name, each.span.line) for each in found] == [
        ("situations.yml", 2),
        ("x.md", 2),
        ("x.md", 10),
    ]


def test_known_words_are_right_as_they_are_written(tmp_path: Path) -> None:
    words = {"_data/words.yml": "Department of Labor: the name of an office\n"}
    text = page("The Department of Labor, and labor.\n", next="[plan.md]")
    found = _problems(tmp_path, {"guides/x.md": text, **words})
    assert [_line(each) for each in found if each.code == "SPELL101"] == [
        "9:30: SPELL101: `labor` is misspelt"
    ]


def test_each_rule_of_style_finds_its_example(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"guides/{code.lower()}.md": page(rule.rule.invalid[0], title=code, description=code)
        for code, rule in style_rules().items()
    }
    found = {(Path(each.span.path).stem, each.code) for each in _problems(tmp_path, files)}
    assert [code for code in style_rules() if (code.lower(), code) not in found] == []


def test_a_disabling_comment_of_the_linter_is_reported(tmp_path: Path) -> None:
    found = _check(tmp_path, "<!-- rumdl-disable -->\n\nWords.\n")
    assert [each.split()[1] for each in found] == ["ALLOW101:"]


def test_style_that_changes_nothing_for_a_reader_is_a_warning() -> None:
    severity = {code: each.rule.severity for code, each in style_rules().items()}
    assert severity["MD012"] is Severity.WARNING
    assert severity["MD032"] is Severity.ERROR


def test_codes_and_names_are_unique_among_all_rules() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len(rules) == len({rule.name for rule in rules})


def test_hostile_files_reach_no_linter(tmp_path: Path) -> None:
    docs = write_site(tmp_path, {"guides/a.md": b"\xff\xfe", "guides/b.md": b"teh \0"})
    (docs / "guides/c.md").symlink_to("/etc/passwd")
    codes = {each.code for each in check_anew(docs)}
    assert {"FILE002", "FILE003", "FILE007"} <= codes


def test_missing_linter_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(LinterError, match="`typos` is missing; `make check` installs it"):
        Program("typos", [])
