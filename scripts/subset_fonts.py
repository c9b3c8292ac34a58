"""Make the site's font files in overrides/assets/fonts from the published npm packages.

The two typefaces are Fraunces (headings) and Figtree (everything else), both under the SIL Open
Font License. Each is cut down to what the site sets: the letters of western, northern, central and
southern European names, ordinary punctuation, and only the weights in use. Figtree is cut in two,
so that a page without, say, a Polish or Turkish name never fetches the second part.

Needs npm on the PATH and, in an environment of its own, `pip install fonttools brotli`:

    python scripts/subset_fonts.py

Prints the bytes of each file and, for overrides/assets/stylesheets/bounce-back.css, the
`size-adjust` and the three overrides that make a system font take the same room, so that
nothing moves when the real font arrives.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).resolve().parent.parent / "overrides" / "assets" / "fonts"

LETTERS = {*range(0xC0, 0x100), 0x152, 0x153, 0x178}
TEXT = {*range(0x20, 0x7F), *LETTERS, *map(ord, "\u00a0¡¿«»·°§©£×–—‘’‚“”„•…‹›€™−")}
HEADING = TEXT - {*map(ord, "#$*<=>@[\\]^_`{|}~©°§™")}
# Latin Extended-A without the letters of Esperanto and Greenlandic, and the comma-below letters
# of Romanian.
EXTENDED = {*range(0x100, 0x180)} - {*map(ord, "ĬĭĨĩĿŀŉŔŕſĴĵĤĥĈĉĜĝŜŝ")} | {*map(ord, "ȘșȚțẞ")}


@dataclass(frozen=True)
class Cut:
    """One font file to make."""

    name: str
    package: str
    source: str
    characters: frozenset[int]
    axes: dict[str, float | tuple[float, float]]
    features: tuple[str, ...]


CUTS = (
    Cut(
        "fraunces-heading",
        "@fontsource-variable/fraunces@5.3.0",
        "fraunces-latin-full-normal.woff2",
        frozenset(HEADING),
        # One soft cut for every heading: drawn for about 44 px, fully rounded, no wonky letters.
        {"opsz": 44, "SOFT": 100, "WONK": 0, "wght": 540},
        ("kern", "liga", "ccmp", "mark"),
    ),
    Cut(
        "figtree-text",
        "@fontsource-variable/figtree@5.3.0",
        "figtree-latin-wght-normal.woff2",
        frozenset(TEXT),
        {"wght": (400, 700)},
        ("kern", "ccmp", "mark", "tnum"),
    ),
    Cut(
        "figtree-text-extended",
        "@fontsource-variable/figtree@5.3.0",
        "figtree-latin-ext-wght-normal.woff2",
        frozenset(EXTENDED),
        {"wght": (400, 700)},
        ("kern", "ccmp", "locl"),
    ),
)

# System fonts that stand in: average width of a letter in running text, in thousandths of the em
# (npm @capsizecss/metrics 4.3.0).
STAND_INS = {
    "fraunces-heading": {"Georgia": 446, "Noto Serif": 481, "Times New Roman": 406},
    "figtree-text": {"Arial": 446, "Roboto": 445},
}

# How often each letter and the space stand in a thousand characters of English.
FREQUENCY = dict(
    zip(
        " etaoinshrdlcumwfgypbvkjxqz",
        [
            *(183, 102, 75, 65, 62, 57, 57, 53, 50, 50, 33, 33, 22, 23),
            *(20, 17, 20, 16, 14, 15, 13, 8, 6, 1, 1, 1, 1),
        ],
        strict=True,
    )
)

# @capsizecss/metrics counts capitals and points too: it gives Figtree Regular 449, the table 445.
CALIBRATION = 449 / 445


def fetch_package(package: str, folder: Path) -> Path:
    """Fetch a package with `npm pack` into `folder` and return the archive's path."""
    packed = subprocess.run(
        ["npm", "pack", "--silent", "--pack-destination", str(folder), package],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    return folder / packed


def read_member(package: Path, name: str) -> bytes:
    """Give the bytes of the file `name` in a package, without unpacking the rest."""
    with tarfile.open(package) as archive:
        member = archive.extractfile(f"package/{name}")
        if member is None:
            raise FileNotFoundError(name)
        return member.read()


def cut_font(source: bytes, cut: Cut) -> TTFont:
    """Keep the wanted characters, features and axes of `source`."""
    options = subset.Options()
    options.layout_features = list(cut.features)
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=cut.characters)
    subsetter.subset(font)
    # The instancer wants tables as they are on disk, so the font goes through memory once.
    buffer = io.BytesIO()
    font.flavor = None
    font.save(buffer)
    buffer.seek(0)
    return instancer.instantiateVariableFont(TTFont(buffer, recalcTimestamp=False), dict(cut.axes))


def average_width(font: TTFont) -> float:
    """Average width of a character of English in thousandths of the em."""
    letters, widths = font.getBestCmap(), font["hmtx"]
    total = sum(widths[letters[ord(char)]][0] * often for char, often in FREQUENCY.items())
    em = font["head"].unitsPerEm
    return float(CALIBRATION * 1000 * total / sum(FREQUENCY.values()) / em)


def format_stand_in(font: TTFont, name: str, width: float) -> str:
    """Give the CSS descriptors that fit the system font `name` to `font`."""
    adjust = average_width(font) / width
    em = font["head"].unitsPerEm
    ascent = font["hhea"].ascent / em / adjust
    descent = -font["hhea"].descent / em / adjust
    gap = font["hhea"].lineGap / em / adjust
    return (
        f"  {name}: size-adjust: {adjust:.2%}; ascent-override: {ascent:.2%}; "
        f"descent-override: {descent:.2%}; line-gap-override: {gap:.2%}"
    )


def format_range(font: TTFont) -> str:
    """Give the characters of `font` as a CSS `unicode-range`."""
    spans: list[list[int]] = []
    for code in sorted(font.getBestCmap()):
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    parts = (f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in spans)
    return "  unicode-range: " + ", ".join(parts)


def main() -> int:
    """Write every font and its licence, and print what the style sheet needs to know."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        packages = {
            cut.package: fetch_package(cut.package, Path(folder))
            for cut in {cut.package: cut for cut in CUTS}.values()
        }
        for cut in CUTS:
            package = packages[cut.package]
            font = cut_font(read_member(package, f"files/{cut.source}"), cut)
            font.flavor = "woff2"
            path = TARGET / f"{cut.name}.woff2"
            font.save(path)
            print(f"{path.name}: {path.stat().st_size} bytes")
            for name, width in STAND_INS.get(cut.name, {}).items():
                print(format_stand_in(font, name, width))
            print(format_range(font))
            family = cut.name.partition("-")[0]
            (TARGET / f"{family}-OFL.txt").write_bytes(read_member(package, "LICENSE"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
