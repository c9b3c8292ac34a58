"""Every rule of every command: the one list from which all of them are shown."""

from dataclasses import replace
from typing import NamedTuple

from guidekit.checking import all_rules
from guidekit.decode import lines
from guidekit.deploy import rules as deploy
from guidekit.diagnostics import Rule
from guidekit.finish import problems as finish
from guidekit.links import rules as links


class Family(NamedTuple):
    """The rules of one command. `about` says what it looks at, `rules` are in order of code."""

    command: str
    about: str
    rules: tuple[Rule, ...]


def families() -> tuple[Family, ...]:
    """Return the rules of each command that has any; no code is in two of them."""
    return (
        Family("check", "The content", tuple(all_rules())),
        Family("links", "The links of the built site", _plain(links.RULES)),
        Family("finish", "The finished site", _plain(finish.RULES)),
        Family("deploy-check", "The live host", _plain(deploy.RULES)),
        Family("decode", "Messages to decode", _plain((lines.BAD_LINE,))),
    )


def _plain(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Return rules as they are where no comment in a page can excuse anything."""
    return tuple(replace(rule, excusable=False) for rule in rules)
