"""The style of the Markdown, read by rumdl."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from guidekit.diagnostics import Rule, Severity
from guidekit.linters.program import Program, find_program

# Nobody's own configuration, caches or environment change what is found.
_OPTIONS = ("check", "--no-config", "--no-cache", "--flavor", "mkdocs", "--quiet")


@dataclass(frozen=True, slots=True)
class StyleRule:
    """A rule of rumdl's, the help it gives, and whether its own fix needs no judgement."""

    rule: Rule
    help: str
    is_fixed: bool


@dataclass(frozen=True, slots=True)
class StyleFault:
    """A rule that a line breaks. `column` counts bytes from 1, as rumdl does."""

    line: int
    column: int
    code: str
    message: str


@cache
def style_rules() -> dict[str, StyleRule]:
    """Return the rules that are held, by code."""
    table = tomllib.loads(Path(__file__).with_name("style.toml").read_text())
    return {code: _rule(code, row) for code, row in table.items()}


def _rule(code: str, row: Mapping[str, str]) -> StyleRule:
    wrong = f"Words.\n\n{row['wrong']}\n"
    severity = Severity(row["severity"])
    rule = Rule(code, row["name"], row["why"], severity, "guide", invalid=(wrong,))
    return StyleRule(rule, row["help"], is_fixed=bool(row["fixed"]))


def start_style(texts: Mapping[str, str]) -> Program:
    """Start rumdl over the texts of pages, by their paths."""
    # The batch is text by text, each between two NULs; no page that is read holds one.
    batch = "".join(f"{path}\0{text}\0" for path, text in texts.items())
    options = ("--output-format", "json-lines", "--fail-on", "never", "--stdin-batch")
    return Program("rumdl", [*_OPTIONS, *options, "--enable", ",".join(style_rules())], batch)


def read_style(program: Program) -> Iterator[tuple[str, StyleFault]]:
    """Yield each fault with the path of its page."""
    known = style_rules()
    for line in program.read().splitlines():
        found = json.loads(line)
        if found["rule"] in known:
            fault = StyleFault(found["line"], found["column"], found["rule"], found["message"])
            yield found["file"], fault


def fix_style(text: str) -> str:
    """Return the text with every fault mended that needs no judgement."""
    codes = ",".join(code for code, each in style_rules().items() if each.is_fixed)
    program = Program("rumdl", ["fmt", *_OPTIONS[1:], "--enable", codes, "-"], text)
    return program.read()


def style_program() -> str:
    """Return the path of the program, to know when it changes."""
    return find_program("rumdl")
