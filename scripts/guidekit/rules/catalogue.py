"""All rules: those of this folder, and the problems of form that parsing finds."""

import dataclasses
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache, partial
from types import ModuleType

import guidekit.rules
from guidekit.content import (
    blocks,
    comments,
    email,
    fences,
    files,
    frontmatter,
    items,
    placeholders,
    reading,
    registries,
    validation,
    yamltext,
)
from guidekit.content.site import Site
from guidekit.crew import each
from guidekit.diagnostics import Diagnostic, Rule, from_plain, sort_key, to_plain
from guidekit.rules import excusing

_PARSERS = (
    reading,
    files,
    yamltext,
    validation,
    frontmatter,
    registries,
    blocks,
    fences,
    comments,
    placeholders,
    email,
    items,
)
# All rules over so many pages take as long as reading one file of a site.
_WORTH_A_FILE = 2
_NOT_RULES = {"catalogue", "excusing"}

Check = Callable[[Site], Iterator[Diagnostic]]


@cache
def rule_modules() -> tuple[ModuleType, ...]:
    """Return the modules of this folder that hold a rule, by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(guidekit.rules.__path__))
    return tuple(
        importlib.import_module(f"guidekit.rules.{name}")
        for name in names
        if name not in _NOT_RULES
    )


def all_rules() -> list[Rule]:
    """Return every rule about content, by code."""
    # What is found while a page is read is about its form, and that can have no excuse.
    form = [rule for module in _PARSERS for rule in module.RULES]
    rules = [dataclasses.replace(rule, excusable=False) for rule in form]
    rules += excusing.RULES
    rules += [module.RULE for module in rule_modules()]
    return sorted(rules, key=lambda rule: rule.code)


def check_site(site: Site) -> list[Diagnostic]:
    """Return everything that reading a site and its rules find, in the order of its files."""
    problems = list(site.problems)
    size = len(site.documents) // _WORTH_A_FILE
    for found in each(partial(_broken, site), rule_modules(), size):
        problems += map(from_plain, found)
    return sorted(set(problems), key=sort_key)


def _broken(site: Site, module: ModuleType) -> list[tuple[str | int, ...]]:
    check: Check = module.check
    return [to_plain(problem) for problem in check(site)]
