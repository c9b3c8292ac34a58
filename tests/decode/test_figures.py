"""How much of what is in a message is found, on messages of our own and on real ones.

The messages in messages/ shaped the phrases, and grow with them: each file was written before the
phrases were changed for it. To learn what to expect of messages that nobody thought of, write new
ones first, look at the figures for them alone, and then add them to more.txt.
"""

from collections.abc import Callable
from typing import Any

import pytest

from tests.decode.messages import NAMES, REAL, Message, read_messages, read_real_messages

Report = Callable[[str], dict[str, Any]]
Show = Callable[[str], None]

OURS = ("rejections.txt", "others.txt", "more.txt")


def test_rejections_and_names_are_found_in_messages_that_shaped_the_phrases(
    report: Report, show: Show
) -> None:
    messages = [message for name in OURS for message in read_messages(name)]
    _hold("our own messages", messages, report, show)


@pytest.mark.skipif(not REAL.exists(), reason="the real messages are not beside the project")
def test_rejections_and_names_are_found_in_real_messages(report: Report, show: Show) -> None:
    _hold("real messages", read_real_messages(), report, show)


def _hold(what: str, messages: list[Message], report: Report, show: Show) -> None:
    pairs = [(message, report(message.text)) for message in messages]
    found = [message for message, read in pairs if read["kind"] == "rejection"]
    wanted = [message for message in messages if message.kind == "rejection"]
    right = [message for message in found if message in wanted]
    precision, recall = len(right) / len(found), len(right) / len(wanted)
    show(f"Decode, {len(messages)} {what}: rejection precision {precision:.3f}, {recall=:.3f}")
    shares = {name: _share(name, pairs) for name in NAMES}
    wrong = [_wrong(name, message, read) for name in NAMES for message, read in pairs]
    wrong = list(filter(None, wrong))
    others = [(message, read) for message, read in pairs if message.kind != "not"]
    kinds = sum(read["kind"] == message.kind for message, read in others)
    show(
        "  found of those named: "
        + ", ".join(f"{name} {share:.3f}" for name, share in shares.items())
        + f"; wrong names {len(wrong)}"
        + (f"; kind right {kinds / len(others):.3f}" if others else "")
    )
    show(f"  stage right {_stages(pairs):.3f}, all signals right {_signals(pairs):.3f}")
    assert precision >= 0.97, [message.id for message in found if message not in wanted]
    assert recall >= 0.95, [message.id for message in wanted if message not in found]
    assert shares["company"] >= 0.9, _missed("company", pairs)
    assert shares["role"] >= 0.9, _missed("role", pairs)
    assert len(wrong) <= len(messages) / 50, wrong


Pairs = list[tuple[Message, dict[str, Any]]]


def _key(name: str | None) -> str:
    return (name or "").lower().removeprefix("the ").rstrip(".")


def _is_right(name: str, message: Message, read: dict[str, Any]) -> bool:
    return _key(read[name]) in map(_key, message.names.get(name, ()))


def _share(name: str, pairs: Pairs) -> float:
    named = [pair for pair in pairs if pair[0].names.get(name)]
    return sum(_is_right(name, *pair) for pair in named) / len(named) if named else 1


def _missed(name: str, pairs: Pairs) -> list[str]:
    named = [pair for pair in pairs if pair[0].names.get(name)]
    return [f"{pair[0].id}: {pair[1][name]}" for pair in named if not _is_right(name, *pair)]


def _wrong(name: str, message: Message, read: dict[str, Any]) -> str:
    """Return what is claimed and not so."""
    is_claimed = name in message.labelled and read[name] is not None
    is_wrong = is_claimed and not _is_right(name, message, read)
    return f"{message.id}: {name} {read[name]}" if is_wrong else ""


def _stages(pairs: Pairs) -> float:
    rejections = [pair for pair in pairs if pair[0].kind == "rejection"]
    right = [read for message, read in rejections if (read["stage"] or "unknown") == message.stage]
    return len(right) / len(rejections)


def _signals(pairs: Pairs) -> float:
    rejections = [pair for pair in pairs if pair[0].kind == "rejection"]
    return sum(set(read["signals"]) == message.signals for message, read in rejections) / len(
        rejections
    )
