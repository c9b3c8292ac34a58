"""Which step stands where: every step once, on its day."""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.javascript import Javascript

NOW = date(2026, 11, 23)


def day(ahead: int) -> str:
    return (NOW + timedelta(days=ahead)).isoformat()


def step(**values: Any) -> dict[str, Any]:
    empty = {"pile": "change", "text": "", "when": "", "action": "go", "day": "", "time": ""}
    return {**empty, "weekly": False, **values}


def places(node: Javascript, steps: dict[str, Any], done: set[str]) -> dict[str, list[str]]:
    """Return the ids in each place of the agenda; a day of the week is `+2`."""
    found = node.call(
        "plan/agenda",
        "agenda",
        {"Map": list(steps.items())},
        {"Map": [[t, True] for t in done]},
        day(0),
    )
    result = {name: [e["id"] for e in found[name]] for name in found if name != "week"}
    for ahead, of_day in enumerate(found["week"]):
        assert of_day["day"] == day(ahead)
        result[f"+{ahead}"] = [entry["id"] for entry in of_day["entries"]]
    return {name: ids for name, ids in result.items() if ids}


def test_each_step_stands_on_its_day_in_the_order_of_the_clock(node: Javascript) -> None:
    steps = {
        "past": step(day=day(-1)),
        "evening": step(day=day(0), time="19:00"),
        "morning": step(day=day(0), time="08:00"),
        "all day": step(day=day(0)),
        "sixth": step(day=day(6)),
        "seventh": step(day=day(7)),
        "none": step(),
    }
    assert places(node, steps, set()) == {
        "earlier": ["past"],
        "+0": ["all day", "morning", "evening"],
        "+6": ["sixth"],
        "later": ["seventh"],
        "undated": ["none"],
    }


def test_what_is_done_and_over_is_out_of_the_way(node: Javascript) -> None:
    steps = {
        "past": step(day=day(-1)),
        "none": step(),
        "today": step(day=day(0)),
        "to come": step(day=day(9)),
    }
    assert places(node, steps, set(steps)) == {
        "finished": ["none", "past"],
        "+0": ["today"],
        "later": ["to come"],
    }


def test_a_weekly_step_comes_back_undone(node: Javascript) -> None:
    steps = {"walk": step(day=day(-14), weekly=True)}
    assert places(node, steps, {f"walk@{day(-7)}"}) == {"+0": ["walk"]}
    found = node.call(
        "plan/agenda",
        "agenda",
        {"Map": list(steps.items())},
        {"Map": [[f"walk@{day(-7)}", True]]},
        day(0),
    )
    assert [entry["isDone"] for entry in found["week"][0]["entries"]] == [False]


steps = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3),
    st.builds(
        step,
        day=st.one_of(st.just(""), st.integers(-40, 40).map(day)),
        time=st.sampled_from(["", "07:30", "19:00"]),
        weekly=st.booleans(),
    ),
    max_size=8,
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps, st.data())
def test_no_step_is_lost_and_none_is_shown_twice(
    node: Javascript, steps: dict[str, Any], data: st.DataObject
) -> None:
    done = data.draw(st.sets(st.sampled_from(sorted(steps))) if steps else st.just(set()))
    shown = [id for ids in places(node, steps, done).values() for id in ids]
    assert sorted(shown) == sorted(steps)
