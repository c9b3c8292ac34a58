"""Excuses: findings that a page expects, with a reason, and excuses that are wrong themselves."""

from collections.abc import Iterator, Sequence

from guidekit.content.comments import Excuse
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, closest

UNKNOWN_CODE = Rule(
    "ALLOW102",
    "unknown-excuse",
    "An excuse for a rule that does not exist excuses nothing.",
    example="guide",
    excusable=False,
    invalid=("<!-- guidekit: allow LINK999 because it comes soon -->\n\nWords.\n",),
)
NEEDLESS = Rule(
    "ALLOW103",
    "needless-excuse",
    "An excuse that is no longer needed would hide the next mistake in the same place.",
    example="guide",
    excusable=False,
    valid=("<!-- guidekit: allow LINK101 because it comes soon -->\n\nSee [the list](gone.md).\n",),
    invalid=("<!-- guidekit: allow LINK101 because it comes soon -->\n\nWords.\n",),
)
REFUSED = Rule(
    "ALLOW104",
    "excuse-not-allowed",
    "What could harm a reader or stop the build cannot be excused from within a page.",
    example="guide",
    excusable=False,
    invalid=("<!-- guidekit: allow SAFE101 because I know HTML -->\n\n<b>Words.</b>\n",),
)
RULES = (UNKNOWN_CODE, NEEDLESS, REFUSED)


def apply_excuses(
    site: Site, problems: Sequence[Diagnostic], rules: Sequence[Rule]
) -> list[Diagnostic]:
    """Return the problems that no page excuses, and what is wrong with the excuses.

    `rules` are all there are; `problems` everything that any of them found.
    """
    known = {rule.code: rule for rule in rules}
    left = list(problems)
    wrong: list[Diagnostic] = []
    for document in site.documents.values():
        for excuse in document.body.excuses:
            wrong += _check_codes(excuse, known)
            for code in excuse.codes:
                if code in known and known[code].excusable:
                    kept = [each for each in left if not _is_excused(each, code, excuse)]
                    wrong += [_needless(excuse, code)] if len(kept) == len(left) else []
                    left = kept
    return [*left, *wrong]


def _is_excused(problem: Diagnostic, code: str, excuse: Excuse) -> bool:
    span = problem.span
    is_there = span.path == excuse.span.path and excuse.first <= span.line <= excuse.last
    return is_there and problem.code == code


def _needless(excuse: Excuse, code: str) -> Diagnostic:
    return NEEDLESS.at(excuse.span, f"there is no {code} here to excuse", "remove the comment")


def _check_codes(excuse: Excuse, known: dict[str, Rule]) -> Iterator[Diagnostic]:
    for code in excuse.codes:
        rule = known.get(code)
        if rule is None:
            yield UNKNOWN_CODE.at(excuse.span, f"there is no rule {code}", _help(code, known))
        elif not rule.excusable:
            help = "remove the comment, and put right what the rule finds"
            yield REFUSED.at(excuse.span, f"{code} {rule.name} cannot be excused", help)


def _help(code: str, known: dict[str, Rule]) -> str:
    named = {rule.name: rule for rule in known.values()}
    match = closest(code.upper(), known) or closest(code.lower(), named)
    if match is None:
        return "take the code from the line that guidekit check prints"
    rule = known.get(match) or named[match]
    return f"did you mean {rule.code} ({rule.name})?"
