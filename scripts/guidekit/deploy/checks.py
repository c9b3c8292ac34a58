"""What is asked of a live site: each function holds the host to one promise."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from guidekit.deploy.asking import PACKED, Answer, is_on_this_machine
from guidekit.deploy.live import LiveSite
from guidekit.deploy.rules import (
    BARE_404,
    KEPT_TOO_LONG,
    MISSING_HEADER,
    NO_SLASH,
    NO_VARY,
    NOT_404,
    NOT_COMPRESSED,
    NOT_ENCRYPTED,
    NOT_KEPT,
    OTHER_404,
    OTHER_ADDRESS,
    OTHER_COPY,
    OTHER_HEADER,
    WRONG_TYPE,
)
from guidekit.deploy.said import is_asked_anew, is_kept, says_as_much
from guidekit.diagnostics import Diagnostic, Rule, Span
from guidekit.finish.compress import SMALLEST
from guidekit.finish.headers import ALWAYS, CACHE, FOR_EVER, headers, policy_of
from guidekit.finish.html import ATTRIBUTES, TAG
from guidekit.finish.site import canonical_address

_EXAMPLE = "hosting/nginx.conf and the site's `_headers` show how"
_SCRIPT = frozenset({"text/javascript", "application/javascript"})
_TYPES = {
    "css": frozenset({"text/css"}),
    "js": _SCRIPT,
    "woff2": frozenset({"font/woff2", "application/font-woff2"}),
}

Found = Iterator[Diagnostic]


def address(site: LiveSite) -> Found:
    """Hold that the site is at the address it was built for, over an encrypted connection."""
    url = site.home.url
    if is_on_this_machine(url):
        return
    if urlsplit(url).scheme != "https":
        yield NOT_ENCRYPTED.at(Span(url), "is not encrypted", "serve the site over https only")
    built_for = canonical_address(site.home.text)
    if built_for != url:
        message = f"the site was built for {built_for or 'no address'}"
        yield OTHER_ADDRESS.at(
            Span(url), message, f"write `site_url: {url}` in mkdocs.yml, and build it again"
        )


def security(site: LiveSite) -> Found:
    """Hold that every answer has the headers that go with the policy of the pages."""
    answers = [*site.pages(), *site.files(), site.host.ask(site.worker)]
    answers += [site.host.ask(url) for url in site.missing]
    for name, promised in headers(site.policy).items():
        if name == CACHE:
            continue  # is another promise for other files
        without = [answer for answer in answers if name not in answer.headers]
        other = [
            answer
            for answer in answers
            if name in answer.headers and not says_as_much(name, answer.headers[name], promised)
        ]
        help = f"send `{name}: {promised}` with every answer; {_EXAMPLE}"
        if without:
            yield _at_first(MISSING_HEADER, without, f"`{name}` is missing", help)
        if other:
            said = other[0].headers[name][:300]
            yield _at_first(OTHER_HEADER, other, f"`{name}` says `{said}`", help)


def types(site: LiveSite) -> Found:
    """Hold that pages, scripts, styles and fonts come under their types."""
    wanted = [(page, frozenset({"text/html"})) for page in site.pages()]
    wanted += [(file, _TYPES[file.url.rpartition(".")[2]]) for file in site.files()]
    wanted.append((site.host.ask(site.worker), _SCRIPT))
    for answer, allowed in wanted:
        if answer.status != 200 or answer.type not in allowed:
            message = f"answers {answer.status} with the type `{answer.type or 'none'}`"
            help = f"copy all of site/ to the host, and serve this as `{max(allowed)}`"
            yield WRONG_TYPE.at(Span(answer.url), message, help)


def caching(site: LiveSite) -> Found:
    """Hold that pages and the worker are asked for anew, and files with a hash are kept."""
    for answer in [*site.pages(), site.host.ask(site.worker), site.host.ask(site.missing[0])]:
        said = answer.headers.get(CACHE, "")
        if not is_asked_anew(said):
            message = f"`{CACHE}` says `{said or 'nothing'}`"
            help = f"send `{CACHE}: {ALWAYS[CACHE]}` with it; {_EXAMPLE}"
            yield KEPT_TOO_LONG.at(Span(answer.url), message, help)
    for answer in site.files():
        said = answer.headers.get(CACHE, "")
        if not is_kept(said, FOR_EVER):
            message = f"`{CACHE}` says `{said or 'nothing'}`"
            help = f"send `{CACHE}: {FOR_EVER}` with it; {_EXAMPLE}"
            yield NOT_KEPT.at(Span(answer.url), message, help)


def missing(site: LiveSite) -> Found:
    """Hold that the site's page answers for what does not exist, with 404, at any depth."""
    for url in site.missing:
        answer = site.host.ask(url)
        if answer.status != 404:
            message = f"there is no such page, but the host answers {answer.status}"
            yield NOT_404.at(Span(url), message, "answer 404, with 404.html as the page")
        elif policy_of(answer.text) != site.policy:
            message = "the host shows a page of its own for what does not exist"
            yield OTHER_404.at(Span(url), message, "let the host show 404.html, with status 404")
        else:
            yield from _style(site, answer)


def _style(site: LiveSite, page: Answer) -> Found:
    tags = (dict(ATTRIBUTES.findall(tag)) for tag in TAG.findall(page.text))
    for tag in tags:
        if tag.get("rel") == "stylesheet":
            style = urljoin(page.url, tag.get("href", ""))
            if site.host.ask(style).status != 200:
                message = f"the page for what does not exist lacks its style, {style}"
                help = f"write `site_url: {site.home.url}` in mkdocs.yml, and build it again"
                yield BARE_404.at(Span(page.url), message, help)
                return


def slash(site: LiveSite) -> Found:
    """Hold that an address without its slash is sent on to the one with it, for good."""
    without = site.page.rstrip("/")
    answer = site.host.ask(without)
    if answer.status not in {301, 308} or answer.leads_to != site.page:
        to = f" and leads to {answer.leads_to}" if answer.leads_to else ""
        help = f"answer 301, with `Location: {urlsplit(site.page).path}`"
        yield NO_SLASH.at(Span(without), f"answers {answer.status}{to}", help)


def compression(site: LiveSite) -> Found:
    """Hold that text comes compressed to who can read it, and is the same text."""
    texts = [file for file in site.files() if not file.url.endswith(".woff2")]
    for plain in [*site.pages(), *texts, site.host.ask(site.worker)]:
        if len(plain.body) < SMALLEST:
            continue
        packed, at = site.host.ask(plain.url, PACKED), Span(plain.url)
        if packed.packing not in {"br", "gzip"}:
            message = f"{len(plain.body):,} bytes are sent as they are"
            help = "send the copy beside it, .br or .gz, to browsers that accept one"
            yield NOT_COMPRESSED.at(at, message, help)
        elif packed.body != plain.body:
            help = "copy all of site/ to the host anew, with the .br and .gz files"
            yield OTHER_COPY.at(at, "compressed, this is another text than plain", help)
        elif "accept-encoding" not in packed.headers.get("Vary", "").lower():
            message = "the answer does not say that others may get it otherwise"
            yield NO_VARY.at(at, message, "send `Vary: Accept-Encoding` with it")


CHECKS = (address, security, types, caching, missing, slash, compression)


def _at_first(rule: Rule, answers: list[Answer], message: str, help: str) -> Diagnostic:
    """Return one problem for several answers: most hosts say the same beside every file."""
    more = f", here and in {len(answers) - 1} more answers" if len(answers) > 1 else ""
    return rule.at(Span(answers[0].url), f"{message}{more}", help)
