"""The messages of our own, and those that somebody may have put beside the project, with labels.

In messages/ a message begins with `=== id`, then come its labels, `---`, and its text. Several
right answers are parted by ` | `; a label that is not there means that nothing is to be found.
"""

import json
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
# Real messages, which are not ours to publish: in a folder beside the project, or one level up.
_PLACES = [above / "shared" / "rejections" / "dev.jsonl" for above in HERE.parents[2:4]]
REAL = next((place for place in _PLACES if place.exists()), _PLACES[0])
NAMES = ("company", "role", "recruiter", "candidate")


@dataclass(frozen=True)
class Message:
    """A message and what is to be found in it; `kind` is `not` for any but a rejection."""

    id: str
    text: str
    kind: str
    names: dict[str, tuple[str, ...]]
    stage: str
    signals: frozenset[str]
    labelled: tuple[str, ...] = NAMES


def read_messages(name: str) -> list[Message]:
    """Return the messages of a file in messages/."""
    whole = (HERE / "messages" / name).read_text(encoding="utf-8")
    return [_read(block) for block in f"\n{whole}".split("\n=== ")[1:]]


def _read(block: str) -> Message:
    head, text = block.split("\n---\n", 1)
    id, *lines = head.split("\n")
    labels = dict(line.split(": ", 1) for line in lines)
    labels_people = labels["kind"] != "other"
    return Message(
        id=id,
        text=text.strip("\n"),
        kind=labels.pop("kind"),
        stage=labels.pop("stage", "unknown"),
        signals=_items(labels.pop("signals", ""), ", "),
        # Who writes to whom is not labelled where it is not about the reader's application.
        labelled=NAMES if labels_people else ("company", "role"),
        names={name: tuple(right.split(" | ")) for name, right in labels.items()},
    )


def _items(text: str, separator: str) -> frozenset[str]:
    return frozenset(filter(None, text.split(separator)))


def read_real_messages() -> list[Message]:
    """Return the messages beside the project."""
    lines = map(json.loads, REAL.read_text(encoding="utf-8").splitlines())
    return [
        Message(
            id=line["id"],
            text=line["text"],
            kind="rejection" if line["is_rejection"] else "not",
            stage=line["stage"],
            signals=frozenset(line["signals"]),
            labelled=("company", "role"),
            names={
                name: tuple(filter(None, (line[name], *line[f"{name}_alt"])))
                for name in ("company", "role")
                if line[name]
            },
        )
        for line in lines
    ]
