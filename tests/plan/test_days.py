"""Days and times, against Python's own calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.javascript import Javascript

anytime = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
days = st.dates(date(1990, 1, 1), date(2150, 1, 1))


@anytime
@given(days, st.integers(-900, 900))
def test_days_are_counted_as_in_the_calendar(node: Javascript, day: date, count: int) -> None:
    other = day + timedelta(days=count)
    assert node.call("plan/days", "addDays", day.isoformat(), count) == other.isoformat()
    assert node.call("plan/days", "daysBetween", day.isoformat(), other.isoformat()) == count
    assert node.call("plan/days", "isDay", day.isoformat())


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-11-23", 6, "2027-05-23"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
    ],
)
def test_some_months_later_is_a_day_of_that_month(
    node: Javascript, day: str, months: int, expected: str
) -> None:
    assert node.call("plan/days", "addMonths", day, months) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-02-30",
        "2026-13-01",
        "26-01-01",
        "2026-1-1",
        "+002026-01-01",
        "2026-01-01T00",
        5,
        None,
    ],
)
def test_what_is_no_day_is_told_apart(node: Javascript, text: object) -> None:
    assert not node.call("plan/days", "isDay", text)


@pytest.mark.parametrize("text", ["", "24:00", "7:00", "12:60", "12:00:00", "noon", None])
def test_what_is_no_time_is_told_apart(node: Javascript, text: object) -> None:
    assert not node.call("plan/days", "isTime", text)
    assert node.call("plan/days", "isTime", "23:59")


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London"])
def test_today_is_the_day_where_the_reader_is(zone: str) -> None:
    with Javascript(zone) as there:
        for hour in ("00:00:00", "23:59:59"):
            now = {"Date": f"2026-03-29T{hour}"}  # without a zone: local
            assert there.call("plan/days", "today", now) == "2026-03-29"
