"""Faults in how a target is written, which need no look at the site."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from guidekit.addresses import form_fault, scheme_of
from guidekit.links.record import Finding
from guidekit.links.target import Target

PLAIN_HTTP, MIXED, NO_SCHEME, BACKSLASH = "LINK403", "LINK404", "LINK405", "LINK408"

__all__ = ["form_finding", "manner_findings", "scheme_of"]


def form_finding(shown: str, value: str) -> Finding | None:
    """Return what makes a target useless whatever the site holds, None when nothing does."""
    fault = form_fault(shown, value)
    return Finding(*fault) if fault else None


def manner_findings(target: Target, *, own_is_https: bool) -> Iterator[Finding]:
    """Yield what is doubtful in how a web target is written, though most readers get past it."""
    shown, value = target.shown, target.value
    if "\\" in value:
        message = f"`{shown}` has a backslash; only browsers take it for a slash"
        yield Finding(BACKSLASH, message, f"write `{shown.replace(chr(92), '/')}`")
    if value.startswith(("//", "\\\\")):
        message = f"`{shown}` leaves out its scheme and takes that of the page"
        yield Finding(NO_SCHEME, message, f"write `https:{shown}`")
    if scheme_of(value) == "http" and own_is_https and not _is_private(value):
        code, fate = PLAIN_HTTP, "sent unencrypted"
        if target.use.active:
            code, fate = MIXED, "refused by browsers on an https page"
        yield Finding(code, f"`{shown}` is {fate}", f"write `https{shown[4:]}`")


def _is_private(value: str) -> bool:
    """Whether the host is the reader's own machine or network, where https is seldom possible."""
    import ipaddress

    try:
        host = (urlsplit(value).hostname or "").lower()
        return host.endswith((".local", ".onion", ".localhost", ".test", ".internal")) or (
            host == "localhost" or ipaddress.ip_address(host).is_private
        )
    except ValueError:
        return False
