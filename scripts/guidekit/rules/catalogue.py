"""All rules: those of this folder, and the problems of form that parsing finds."""

import dataclasses
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
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
    phrases,
    placeholders,
    reading,
    registries,
    validation,
    yamltext,
)
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, sort_key
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
    phrases,
    placeholders,
    email,
    items,
)
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
    problems = {*site.problems, *check_pages(site), *check_whole(site)}
    return sorted(problems, key=sort_key)


def check_pages(site: Site) -> Iterator[Diagnostic]:
    """Yield what those rules find that look at one page at a time.

    `site` may hold any of the pages: what is found in one does not depend on the others.
    """
    return _found(site, needs_all_pages=False)


def check_whole(site: Site) -> Iterator[Diagnostic]:
    """Yield what the rules find that look at the site as a whole, whose `NEEDS_ALL_PAGES` is true.

    Outlines of the pages are enough for them (see `Document.outline`).
    """
    return _found(site, needs_all_pages=True)


def _found(site: Site, *, needs_all_pages: bool) -> Iterator[Diagnostic]:
    for module in rule_modules():
        if getattr(module, "NEEDS_ALL_PAGES", False) is needs_all_pages:
            check: Check = module.check
            yield from check(site)
