"""Compute the contrast of every pair of colours that the style sheet puts together.

    python scripts/contrast.py

Reads the colours from the tokens in overrides/assets/stylesheets/bounce-back.css, light and dark,
and prints each pair with its ratio (WCAG 2.2, relative luminance), the lowest first. Text needs
4.5:1; the border of a control, an icon or a sign that carries meaning needs 3:1. Exit status 1
when a pair falls short.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STYLES = ROOT / "overrides" / "assets" / "stylesheets" / "bounce-back.css"

TEXT = 4.5
SIGN = 3.0

GROUNDS = ("paper", "card", "sand", "sage", "peach")
# What is put on what. A pair that is only decoration (drawings, hair lines) is not here.
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, ground, TEXT) for ink in ("ink", "quiet", "action") for ground in GROUNDS),
    *(("alarm", ground, TEXT) for ground in ("paper", "card")),
    ("on-action", "action", TEXT),
    ("on-action", "action-strong", TEXT),
    ("on-action-quiet", "action", TEXT),
    ("on-action-quiet", "action-strong", TEXT),
    ("action-strong", "paper", TEXT),
    ("action-strong", "card", TEXT),
    # Borders of fields, boxes, choices and buttons; the filled bar of a checklist.
    *(("edge", ground, SIGN) for ground in ("paper", "card")),
    *(("action", ground, SIGN) for ground in ("paper", "card", "line")),
    # The line under a gap in an email, and under the entry one is at.
    *(("apricot", ground, SIGN) for ground in ("paper", "card", "peach")),
    # Of the two rings of the focus, one is seen on each ground.
    ("focus-ring", "paper", SIGN),
    ("focus-ring", "card", SIGN),
    ("focus-ring", "action", SIGN),
)


@dataclass(frozen=True, order=True)
class Measured:
    """A pair with its ratio and what it needs."""

    ratio: float
    needed: float
    scheme: str
    front: str
    back: str

    @property
    def is_enough(self) -> bool:
        """Whether the pair reaches what it needs."""
        return self.ratio >= self.needed


def luminance(colour: str) -> float:
    """Give the relative luminance, 0 to 1, of a colour like `#1d2b2a`."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(front: str, back: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(front), luminance(back)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def read_schemes(styles: str) -> dict[str, dict[str, str]]:
    """Give the colours by token for `light` and `dark`; dark inherits what it does not set."""

    def tokens(block: str) -> dict[str, str]:
        return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))

    light = tokens(_block(styles, ":root {"))
    device = tokens(_block(styles, ':root:not([data-scheme="light"]) {'))
    chosen = tokens(_block(styles, ':root[data-scheme="dark"] {'))
    if device != chosen:
        raise ValueError("dark by device and dark by choice are not the same colours")
    return {"light": light, "dark": light | device}


def _block(styles: str, opening: str) -> str:
    start = styles.index(opening)
    return styles[start : styles.index("}", start)]


def measure_pairs(schemes: dict[str, dict[str, str]]) -> list[Measured]:
    """Measure every pair in every scheme, the lowest first."""
    measured = []
    for scheme, colours in schemes.items():
        for front, back, needed in PAIRS:
            if front == "focus-ring":
                ratio = max(contrast(colours[c], colours[back]) for c in ("focus", "focus-edge"))
            else:
                ratio = contrast(colours[front], colours[back])
            measured.append(Measured(ratio, needed, scheme, front, back))
    return sorted(measured)


def main() -> int:
    """Print the table and say whether all is well."""
    measured = measure_pairs(read_schemes(STYLES.read_text(encoding="utf-8")))
    for pair in measured:
        verdict = "" if pair.is_enough else "  TOO LOW"
        needed = f"{pair.needed:.1f}"
        print(f"{pair.ratio:5.2f}  {needed}  {pair.scheme:5}  {pair.front} on {pair.back}{verdict}")
    lowest = {n: min(p.ratio for p in measured if p.needed == n) for n in (TEXT, SIGN)}
    print(f"{len(measured)} pairs; lowest text {lowest[TEXT]:.2f}, lowest sign {lowest[SIGN]:.2f}")
    return 0 if all(pair.is_enough for pair in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
