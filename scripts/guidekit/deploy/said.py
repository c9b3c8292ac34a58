"""Compares what a host says in a header with what it should say."""

import re

_NUMBER = re.compile(r"[0-9]{1,15}")


def says_as_much(name: str, said: str, promised: str) -> bool:
    """Say whether a header protects as it should; a host may add to it, but not take away."""
    if name == "Content-Security-Policy":
        # Of several policies each is in force.
        wanted = _directives(promised).items()
        return any(wanted <= _directives(policy).items() for policy in said.split(","))
    if "=" in promised:
        return _members(promised).items() <= _members(said).items()
    return {part.strip().lower() for part in said.split(",")} == {promised.lower()}


def is_asked_anew(cache: str) -> bool:
    """Say whether a browser asks again before it shows what it kept."""
    members = _members(cache)
    return bool({"no-cache", "no-store"} & members.keys()) or members.get("max-age") == "0"


def is_kept(cache: str, promised: str) -> bool:
    """Say whether a browser keeps a file at least as long as promised, without asking."""
    if is_asked_anew(cache) or "immutable" not in _members(cache):
        return False
    return _seconds(cache) >= _seconds(promised)


def _seconds(cache: str) -> int:
    text = _members(cache).get("max-age", "")
    return int(text) if _NUMBER.fullmatch(text) else 0


def _directives(policy: str) -> dict[str, frozenset[str]]:
    """Return the sources of each directive; of several with the same name the first counts."""
    found: dict[str, frozenset[str]] = {}
    for part in policy.lower().split(";"):
        name, *sources = part.split() or [""]
        found.setdefault(name, frozenset(sources))
    return found


def _members(text: str) -> dict[str, str]:
    """Return the values of a list of `name` and `name=value`; of several the last counts."""
    parts = (part.strip().lower().partition("=") for part in text.split(","))
    return {name.strip(): value.strip() for name, _, value in parts if name}
