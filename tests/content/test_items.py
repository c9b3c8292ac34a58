"""Ids at the end of checklist items and questions."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidekit.content.document import parse_body
from guidekit.content.items import parse_label, suggest_id
from guidekit.content.source import SourceText
from tests.support.sites import check, page, plant


def _tasks(text: str) -> list[tuple[str, str, str | None]]:
    body, problems = parse_body(SourceText("x.md", text))
    assert problems == []
    return [(item.id, item.label, item.was) for item in body.tasks]


def test_item_has_a_label_an_id_and_the_id_it_had_before() -> None:
    assert _tasks("- [ ] Wait **an hour** {#wait-an-hour was=wait}\n") == [
        ("wait-an-hour", "Wait **an hour**", "wait")
    ]


@pytest.mark.parametrize("mark", ["-", "*", "+", "1.", "  -", "> -"])
def test_every_kind_of_list_may_hold_items(mark: str) -> None:
    assert _tasks(f"{mark} [ ] Wait {{#wait}}\n") == [("wait", "Wait", None)]


def test_item_may_go_on_over_several_lines() -> None:
    text = "- [ ] Wait an hour\n  before you write {#wait}\n- [x] Rest {#rest}\n"
    assert _tasks(text) == [("wait", "Wait an hour before you write", None), ("rest", "Rest", None)]


def test_list_items_without_a_box_are_not_tasks() -> None:
    assert _tasks("- [link](x.md)\n- [ ](x.md)\n- [maybe] words\n") == []


def test_items_inside_fences_are_examples() -> None:
    assert _tasks("```markdown\n- [ ] Wait\n```\n") == []


def test_missing_id_offers_one_made_of_the_words(tmp_path: Path) -> None:
    found = check(tmp_path, {"checklists/x.md": page("- [ ] Don't reply yet\n")})
    assert [(p.span.line, p.span.column, p.code, p.help) for p in found] == [
        (8, 7, "ITEM101", "add one at the end of the line, for example {#dont-reply-yet}")
    ]


def test_id_in_the_wrong_form_is_named_where_it_stands(tmp_path: Path) -> None:
    found = check(tmp_path, {"checklists/x.md": page("- [ ] Wait {#Wait_Now}\n")})
    assert [(p.span.column, p.message, p.help) for p in found] == [
        (
            12,
            "`{#Wait_Now}` is not an id",
            "write it at the end of the line, in small letters and hyphens: {#wait-now}",
        )
    ]


def test_same_id_for_an_item_and_a_question_is_reported(tmp_path: Path) -> None:
    text = page("- [ ] Wait {#wait}\n\n```reflect\nWhat did you wait for? {#wait}\n```\n")
    found = check(tmp_path, {"checklists/x.md": text})
    assert [p.message for p in found] == ["the id `wait` is already used at line 8"]


def test_taking_over_from_an_item_of_another_page_is_reported_while_that_is_there(
    tmp_path: Path,
) -> None:
    files = {
        "checklists/x.md": page("- [ ] Wait {#wait was=checklists/y/rest}\n"),
        "checklists/y.md": page("- [ ] Rest {#rest}\n").replace("An example", "Another"),
    }
    found = check(tmp_path, files)
    assert [(p.code, p.message) for p in found if p.code == "ITEM105"] == [
        (
            "ITEM105",
            "`was=checklists/y/rest` names an item that is still there: "
            "docs/checklists/y.md, line 8",
        )
    ]


def test_the_state_of_an_item_may_go_to_two_when_it_is_split(tmp_path: Path) -> None:
    text = page("- [ ] Wait {#wait was=wait-and-rest}\n- [ ] Rest {#rest was=wait-and-rest}\n")
    assert check(tmp_path, {"checklists/x.md": text}) == []


slugs = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)


old_ids = slugs | st.lists(slugs, min_size=2, max_size=4).map("/".join)


@given(st.text(st.characters(exclude_characters="\n\r")), slugs, st.none() | old_ids)
def test_label_id_and_old_id_come_back_as_written(label: str, id: str, was: str | None) -> None:
    ending = f"{{#{id} was={was}}}" if was else f"{{#{id}}}"
    assert parse_label(f"{label} {ending}") == (label.strip(), id, was)


@given(st.text())
def test_suggested_id_is_always_a_valid_id(label: str) -> None:
    identifier = suggest_id(label)
    assert parse_label(f"x {{#{identifier}}}") == ("x", identifier, None)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{#Address on paper}", "{#address-on-paper}"),
        ("{#Wait was=old}", "{#wait was=old}"),
        ("{wait}", "{#wait}"),
        ("{onclick=alert(1)}", "{#put-it-down}"),
        ("{#}", "{#put-it-down}"),
    ],
)
def test_malformed_id_is_told_once_with_the_one_that_was_meant(
    written: str, meant: str, tmp_path: Path
) -> None:
    (found,) = check(tmp_path, plant("checklist", f"- [ ] Put it down {written}\n"))
    assert (found.code, found.span.column) == ("ITEM102", 19)
    assert found.help == (f"write it at the end of the line, in small letters and hyphens: {meant}")


def test_malformed_id_of_a_heading_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    (found,) = check(tmp_path, plant("guide", "## After {#After All}\n"))
    assert (found.code, "{#after-all}" in found.help) == ("SAFE102", True)


def test_malformed_id_on_a_later_line_of_its_item_is_told_there(tmp_path: Path) -> None:
    (found,) = check(tmp_path, plant("checklist", "- [ ] Put it down\n  on paper {#On Paper}\n"))
    assert (found.code, found.span.line, found.span.column) == ("ITEM102", 9, 12)
