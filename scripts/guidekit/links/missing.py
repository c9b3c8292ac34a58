"""Explains a target that leads to nothing in the site, and says what was probably meant."""

import re

from guidekit.links.address import unquote_path
from guidekit.links.record import Finding
from guidekit.links.redirection import Redirection
from guidekit.links.site import fold
from guidekit.links.suggest import Suggestions, written_like
from guidekit.links.target import Target
from guidekit.links.view import View

CASE, DEPTH, NO_INDEX, NO_PREFIX = "LINK212", "LINK213", "LINK214", "LINK215"
REDIRECTED, LOOP, NEEDS_HTML = "LINK401", "LINK402", "LINK406"

_STEPS = re.compile(r"^(?:\.{1,2}/)+")
_HOST = re.compile(r"www\.[\w-]+\.|https?/+\w|//?https?/", re.IGNORECASE)
_MAILBOX = re.compile(r"[^\s@/]+@[\w-]+(?:\.[\w-]+)+")


class Missing:
    """Explains missing targets of one site."""

    def __init__(self, view: View, redirection: Redirection, suggestions: Suggestions) -> None:
        self._view, self._redirection, self._suggestions = view, redirection, suggestions

    def explain(self, target: Target, path: str) -> Finding | None:
        """Return why nothing is at `path`; None when the host answers there all the same."""
        if self._redirection.rewrites(path):
            return None
        for explain in (
            self.redirected,
            self._without_slash,
            self._wrong_case,
            self._folder,
            self._without_html,
            self.wrong_depth,
        ):
            finding = explain(target, path)
            if finding:
                return finding
        message = f"there is no {target.use.noun} at `{target.shown}`"
        return Finding(target.use.missing, message, self._guess(target, path))

    def redirected(self, target: Target, path: str) -> Finding | None:
        """Return what is wrong when `path` only sends readers on; None when it does not."""
        journey = self._redirection.follow(path)
        if journey is None:
            return None
        if journey.loops:
            help = "let the redirects end at a page"
            return Finding(LOOP, f"`{target.shown}` leads into redirects that never end", help)
        if not journey.lands:
            message = f"`{target.shown}` leads through a redirect to nothing"
            return Finding(target.use.missing, message, "link to the page itself")
        path_of_end = journey.end.path
        to = journey.end.url if path_of_end is None else self._written(target, path_of_end)
        return _moved(target, to)

    def _without_slash(self, target: Target, path: str) -> Finding | None:
        folder = f"{path}/"
        return _moved(target, self._written(target, folder)) if self._has(folder) else None

    def _wrong_case(self, target: Target, path: str) -> Finding | None:
        folded = self._view.site.folded
        right = folded.get(fold(path)) or folded.get(fold(f"{path}/"))
        if right is None:
            return None
        message = f"`{target.shown}` differs in case from what is there"
        return Finding(CASE, message, self._did_you_mean(target, right))

    def _folder(self, target: Target, path: str) -> Finding | None:
        if not {path, f"{path}/"} & self._view.site.folders:
            return None
        help = "link to a page in it, or give it an index.html"
        return Finding(NO_INDEX, f"`{target.shown}` is a folder without an index page", help)

    def _without_html(self, target: Target, path: str) -> Finding | None:
        if not self._has(f"{path}.html"):
            return None
        help = f"write `{self._written(target, f'{path}.html')}`"
        return Finding(NEEDS_HTML, f"`{target.shown}` works only where the host adds .html", help)

    def wrong_depth(self, target: Target, _: str) -> Finding | None:
        """Return what is wrong when the same way leads somewhere from a folder above."""
        way = unquote_path(re.split("[?#]", target.value, maxsplit=1)[0])
        rest = _STEPS.sub("", way)
        for folder in target.base.folders:
            if rest and not rest.startswith("/") and self._has(folder + rest):
                message = f"there is no {target.use.noun} at `{target.shown}`, but at another depth"
                return Finding(DEPTH, message, self._did_you_mean(target, folder + rest))
        return None

    def stray(self, target: Target, url: str) -> Finding | None:
        """Return what is wrong when a target leaves the site only for want of its prefix."""
        path = self._view.stray(url)
        if path is None:
            return None
        prefix = self._view.address.prefix
        code = NO_PREFIX if target.value.startswith("/") else DEPTH
        message = f"`{target.shown}` leaves the site, which begins at `{prefix}`"
        return Finding(code, message, self._did_you_mean(target, path))

    def _guess(self, target: Target, path: str) -> str:
        if _HOST.match(target.value):
            rest = re.sub(r"^/*https?/+", "", target.value)
            return f"did you mean `https://{rest[:200]}`?"
        if _MAILBOX.fullmatch(target.value):
            return f"did you mean `mailto:{target.shown}`?"
        near = self._suggestions.path(path)
        if near is not None:
            return self._did_you_mean(target, near)
        return "correct the target, or publish what it should lead to"

    def _has(self, path: str) -> bool:
        return path in self._view.site.pages

    def _did_you_mean(self, target: Target, path: str) -> str:
        return f"did you mean `{self._written(target, path)}`?"

    def _written(self, target: Target, path: str) -> str:
        return written_like(target.value, path, target.folder, self._view.address)


def _moved(target: Target, to: str) -> Finding:
    message = f"`{target.shown}` works only through a redirect"
    return Finding(REDIRECTED, message, f"link to `{to}` itself")
