"""How the phrases of `docs/_data/decode.en.json` are written, and what is wrong with one.

`lib/decode/pattern.js` reads them and takes what it is given: a bracket that is never closed would
stop it, and a sign in the wrong place would be looked for in messages as it is.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from guidekit.content.yamltext import YamlValue
from guidekit.diagnostics import Diagnostic, Rule, Span, did_you_mean

BAD_PHRASE = Rule(
    "DATA103",
    "unreadable-phrase",
    "A phrase that cannot be read finds nothing, or stops the page from reading any message.",
    example="_data/decode.en.json",
    valid=("<not> (moving|going) * on",),
    invalid=("(moving|going on", "<nott> moving", "moving* on", "Moving on", "a [b] c"),
)
RULES = (BAD_PHRASE,)


class Fault(NamedTuple):
    """What is wrong with a phrase, from which of its characters on, and what to do."""

    at: int
    what: str
    help: str


_TOKEN = re.compile(
    r"(?P<gap>(?:(?<=^)|(?<=[ (|?]))\*{1,2} )"
    r"|(?P<often>(?<=\))\*)"
    r"|(?P<perhaps>(?<=[^\W_])\?|(?<=[) ',&-])\?)"
    r"|(?P<ending>(?<=[^\W\d_])~)"
    r"|(?P<name><(?P<of>\w+)>)"
    r"|(?P<open>\((?=[^|)]))|(?P<close>\))|(?P<bar>\|(?=[^|)]))"
    r"|(?P<plain>(?:[^\W_]|[ '’,;:.!&/%-])+)"
)
_HELP = {
    "*": "`*` stands behind a group, `(so )*`, or before a word with a space between: `not * sure`",
    "?": "`?` stands behind a letter or a group; put brackets round anything else",
    "~": "`~` stands behind the letters of a verb: `mov~`",
    "<": "write the name of a group of `words`: `<not>`",
    ">": "write the name of a group of `words`: `<not>`",
    "(": "write at least one word in the brackets, and one on each side of every `|`",
    "|": "write at least one word in the brackets, and one on each side of every `|`",
}
_ALLOWED = "write letters, digits, and the signs that `about` at the top of the file explains"


def fault_in(phrase: str, names: Collection[str]) -> Fault | None:
    """Return what keeps a phrase from being read; `names` are those that `<name>` may stand for."""
    if phrase != phrase.lower():
        at = next(at for at, letter in enumerate(phrase) if letter != letter.lower())
        return Fault(at, f"`{phrase[at]}` is a capital letter", "write small letters only")
    if phrase != phrase.strip() or "  " in phrase or not phrase:
        return Fault(0, "a space is too much, or all is missing", "write words, one space apart")
    if not re.match(r"[^\W_]|[(<]", phrase):
        return Fault(0, f"`{phrase[0]}` begins no word", "begin with a word, a group or a `<name>`")
    return _fault_in_signs(phrase, names)


def _fault_in_signs(phrase: str, names: Collection[str]) -> Fault | None:
    at, opened = 0, list[int]()
    while at < len(phrase):
        token = _TOKEN.match(phrase, at)
        if token is None:
            sign = phrase[at]
            return Fault(
                at, f"`{sign}` does not stand for anything here", _HELP.get(sign, _ALLOWED)
            )
        if token["of"] and token["of"] not in names:
            help = did_you_mean(token["of"], names, "add it to `words`, or write it out")
            return Fault(at, f"there is no `{token['of']}` in `words`", help)
        if token["open"]:
            opened.append(at)
        elif token["close"]:
            if not opened:
                return Fault(at, "the `)` closes nothing", "remove it, or write the `(`")
            opened.pop()
        at = token.end()
    if opened:
        return Fault(opened[0], "the `(` is never closed", "write the `)`")
    return None


def phrase_problems(value: YamlValue, names: Collection[str]) -> Iterator[Diagnostic]:
    """Find what is wrong with phrases: one text, parted by `|` or not, or a list of such texts."""
    for each in value.children.values() if value.children else [value]:
        fault = fault_in(each.data, names) if isinstance(each.data, str) else None
        if fault:
            # The text stands between quotation marks.
            span = Span(each.span.path, each.span.line, each.span.column + 1 + fault.at)
            shown = each.data if len(each.data) <= 60 else f"{each.data[:57]}..."
            yield BAD_PHRASE.at(span, f"in `{shown}`, {fault.what}", fault.help)


def circle_in(words: Mapping[str, str | Sequence[str]]) -> str | None:
    """Return a name whose phrases lead back to it, which no reader would come to the end of."""
    leads = {
        name: set(
            re.findall(r"<(\w+)>", "|".join([phrases] if isinstance(phrases, str) else phrases))
        )
        for name, phrases in words.items()
    }
    while ends := {name for name, to in leads.items() if not to & leads.keys()}:
        leads = {name: to for name, to in leads.items() if name not in ends}
    return next(iter(leads), None)
