"""What a host for static files is to say beside each file, in the form that several hosts read.

The content security policy stands in every page, where it works on any host. As a header it also
covers what a page cannot say of itself: that no other site may show it in a frame.
"""

from guidekit.diagnostics import Span
from guidekit.finish.html import ATTRIBUTES, TAG
from guidekit.finish.names import has_hash
from guidekit.finish.problems import PAGE_WITHOUT_POLICY, StepError
from guidekit.finish.site import BuiltSite

HEADERS, REDIRECTS = "_headers", "_redirects"
CACHE = "Cache-Control"

ALWAYS = {
    "Content-Security-Policy": "{policy}; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    CACHE: "no-cache",
}
FOR_EVER = "public, max-age=31536000, immutable"


def write_headers(site: BuiltSite) -> None:
    """Write `_headers` and `_redirects`, and hold every page to one policy."""
    policies = {page: policy_of(site.read(page)) for page in site.pages()}
    policy = policies["index.html"]
    for page, other in policies.items():
        if other != policy or not policy:
            message = "this page has not the content security policy of the home page"
            raise StepError(PAGE_WITHOUT_POLICY.at(Span(page), message, "let it extend main.html"))
    lines = ["/*", *(f"  {name}: {text}" for name, text in headers(policy).items())]
    for path in site.files():
        if is_kept_for_ever(path):
            lines += [f"{site.root}{path}", f"  ! {CACHE}", f"  {CACHE}: {FOR_EVER}"]
    site.write(HEADERS, "\n".join(lines) + "\n")
    icon = f"{site.root}favicon.ico {site.root}assets/images/favicon.svg 301"
    site.write(REDIRECTS, f"{icon}\n{site.root}index.html {site.root} 301\n")


def headers(policy: str) -> dict[str, str]:
    """Return the headers that go with every file, for pages with this policy."""
    return {name: text.replace("{policy}", policy) for name, text in ALWAYS.items()}


def is_kept_for_ever(path: str) -> bool:
    """Say whether a browser may keep a file without ever asking for it again."""
    return has_hash(path) and path.endswith((".js", ".css", ".woff2"))


def policy_of(html: str) -> str:
    """Return the policy of a page; nothing when a script or style comes before it."""
    for tag in TAG.findall(html):
        attributes: dict[str, str] = dict(ATTRIBUTES.findall(tag))
        if attributes.get("http-equiv") == "Content-Security-Policy":
            return attributes.get("content", "")
        if tag.startswith(("<script", "<link", "<style")):
            return ""
    return ""
