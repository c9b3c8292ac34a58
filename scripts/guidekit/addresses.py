"""What is wrong with the form of an address, whatever it leads to.

Used for the links of built pages and for those of the Markdown alike.
"""

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from guidekit.diagnostics import closest

MALFORMED, SCHEME, MAILTO, PHONE, LEFTOVER, LOCAL = (f"LINK3{n:02}" for n in range(2, 8))

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
# Code may hold braces too: percent-encoded, or in a query, only a name between them counts.
_LEFTOVER = re.compile(
    r"[^?]*(?:\{\{|\{%|<%|\$\{|%7B%7B(?:%20)*[a-z_][\w.]*(?:%20)*%7D%7D)"
    r"|.*?\{\{ *[a-z_][\w.]* *\}\}",
    re.IGNORECASE,
)
_BAD_ESCAPE = re.compile(r"%(?![0-9a-fA-F]{2})")
_LABEL = re.compile(r"[^\s.<>\"{}|\\^`%/?#@:!$&'()*+,;=\[\]]{1,63}")
_MAILBOX = re.compile(r"[^\s@,;:<>()\[\]\"\\]+@([^\s@]+)")
_PHONE = re.compile(r"\+?[0-9*#a-dA-D]+(?:;.*)?")
_PORT = re.compile(r"(?:.*@)?(?:\[[^\]]*\]|[^:]*)(?::\d{0,5})?")
_HIGHEST_PORT = 65_535
_WITHOUT_FIRST_SCHEME = re.compile(r"^https?://(?=https?:?//)", re.IGNORECASE)
_WHOLE = "write it as https://host/path"
# Schemes that are known, or that look like a misspelt one and are not.
_KNOWN_SCHEMES = set(
    "http https mailto tel sms ftp ftps sftp ssh git irc ircs data javascript blob about urn geo"
    " magnet callto skype news nntp xmpp sip sips webcal feed intent market maps facetime cid mid"
    " view-source chrome edge vscode whatsapp tg matrix bitcoin steam doi isbn ws wss ldap nfs smb"
    " itms itms-apps content acct ipfs ipns gemini gopher jar slack zoommtg msteams shttp".split()
)


class FormFault(NamedTuple):
    """What makes an address useless: the code of the link checker's rule, and what to do."""

    code: str
    message: str
    help: str
    # Scripts fill in what has placeholders in a <template>: no fault there.
    spares_templates: bool = False


def scheme_of(value: str) -> str:
    """Return the scheme of a target in lower case, empty when it has none."""
    match = _SCHEME.match(value)
    return match[1].lower() if match else ""


def form_fault(shown: str, value: str) -> FormFault | None:
    """Return what makes a target useless whatever the site holds, None when nothing does."""
    scheme = scheme_of(value)
    if _LEFTOVER.match(value) and scheme not in ("javascript", "data"):
        help = "fill in the placeholder, or mend the template that should have done it"
        return FormFault(LEFTOVER, f"`{shown}` holds a placeholder", help, spares_templates=True)
    if len(scheme) == 1 or scheme == "file":
        help = "publish the file with the site, and link to it there"
        return FormFault(LOCAL, f"`{shown}` leads to a file on the writer's own computer", help)
    checks = {"mailto": _mailto_fault, "tel": _phone_fault}
    if scheme in checks:
        return checks[scheme](shown, value.partition(":")[2])
    if scheme in ("http", "https", ""):
        return _web_fault(shown, value)
    return None if scheme in _KNOWN_SCHEMES else _scheme_fault(shown, value, scheme)


def _scheme_fault(shown: str, value: str, scheme: str) -> FormFault | None:
    if "." in scheme or scheme == "localhost":
        help = f"did you mean `https://{shown}`?"
        return FormFault(MALFORMED, f"`{shown}` is a host without https:// before it", help)
    near = closest(scheme, ["https", "http", "mailto", "tel", "javascript"])
    if near is None:
        return None
    help = f"did you mean `{near}:{value.partition(':')[2][:200]}`?"
    return FormFault(SCHEME, f"`{shown}` begins with `{scheme}:`, which no browser knows", help)


def _mailto_fault(shown: str, rest: str) -> FormFault | None:
    help = "write mailto: and an address: mailto:name@example.org"
    mailboxes, _, fields = rest.partition("?")
    if not mailboxes and fields:
        return None  # RFC 6068: the reader chooses whom to write to
    if not mailboxes:
        return FormFault(MAILTO, f"`{shown}` names no address", help)
    for mailbox in unquote(mailboxes).split(","):
        match = _MAILBOX.fullmatch(mailbox.strip())
        if mailbox.startswith("//") or not match or not _is_mail_host(match[1]):
            return FormFault(MAILTO, f"`{shown}`: `{mailbox[:100]}` is not a mail address", help)
    return None


def _is_mail_host(host: str) -> bool:
    return _is_host(host) and ("." in host or host == "localhost")


def _phone_fault(shown: str, rest: str) -> FormFault | None:
    if _PHONE.fullmatch(re.sub(r"[\s().-]", "", unquote(rest))):
        return None
    help = "write tel: and the number with its country code: tel:+442079460000"
    return FormFault(PHONE, f"`{shown}` is not a telephone number", help)


def _web_fault(shown: str, value: str) -> FormFault | None:
    try:
        problem = _host_problem(value) if scheme_of(value) or value[:2] == "//" else None
    except ValueError:
        problem = "its host is malformed", _WHOLE
    if problem is None and _BAD_ESCAPE.search(value.partition("#")[0]):
        problem = "a `%` in it begins no escape", "write `%25` for a per cent sign"
    if problem is None:
        return None
    return FormFault(MALFORMED, f"`{shown}` is not a URL: {problem[0]}", problem[1])


def _host_problem(value: str) -> tuple[str, str] | None:
    """Return what is wrong with the host, and what to do about it."""
    parts = urlsplit(value)
    if not parts.hostname:
        return "it has no host", _WHOLE
    if parts.hostname in ("http", "https"):
        return "it has two schemes", f"write `{_WITHOUT_FIRST_SCHEME.sub('', value)[:200]}`"
    if not _is_host(parts.hostname):
        return f"`{parts.hostname[:100]}` is not a host", _WHOLE
    if not _PORT.fullmatch(parts.netloc):
        return "its port is not a number", _WHOLE
    port = parts.netloc.rpartition(":")[2]
    if port.isdecimal() and int(port) > _HIGHEST_PORT:
        return f"there is no port {port}", _WHOLE
    return None


def _is_host(host: str) -> bool:
    if ":" in host:
        import ipaddress

        return bool(ipaddress.IPv6Address(host))
    labels = host.removesuffix(".").split(".")
    if len(labels) == 4 and all(label.isdecimal() for label in labels):
        return all(len(label) < 4 and int(label) < 256 for label in labels)
    return all(map(_LABEL.fullmatch, labels))
