"""The rules of the link checker: code, name, severity, and why each exists."""

from guidekit.diagnostics import Rule, Severity

_W = Severity.WARNING

RULES: tuple[Rule, ...] = (
    Rule("LINK201", "missing-page", "a link to a page that is not there stops the reader"),
    Rule("LINK202", "missing-anchor", "a link to a place in a page that is not there goes astray"),
    Rule("LINK203", "missing-image", "an image that is not there leaves a hole"),
    Rule("LINK204", "missing-script", "a script that is not there does nothing"),
    Rule("LINK205", "missing-stylesheet", "a page without its stylesheet is hard to read"),
    Rule("LINK206", "missing-media", "a video or recording that is not there cannot be played"),
    Rule("LINK207", "missing-file", "an icon, manifest or other file that is not there fails"),
    Rule("LINK208", "missing-style-resource", "a font or image that CSS names is not there"),
    Rule("LINK209", "missing-metadata-target", "search and sharing would send readers nowhere"),
    Rule("LINK210", "missing-sitemap-target", "search engines would send readers nowhere"),
    Rule("LINK211", "missing-redirect-target", "a redirect to nothing is a broken link"),
    Rule("LINK212", "wrong-case", "most hosts tell `Guide` from `guide`; your computer may not"),
    Rule("LINK213", "wrong-depth", "a relative link with a `../` too few or too many"),
    Rule("LINK214", "folder-without-index", "hosts show nothing, or a list of files"),
    Rule("LINK215", "missing-prefix", "the link leaves the folder in which the site is hosted"),
    Rule("LINK301", "empty-link", "an empty link leads back to where the reader is"),
    Rule("LINK302", "malformed-url", "browsers guess what a malformed address means, or give up"),
    Rule("LINK303", "unknown-scheme", "browsers do not know what to do with the address"),
    Rule("LINK304", "bad-mailto", "the mail program opens without an address, or not at all"),
    Rule("LINK305", "bad-phone-number", "the telephone cannot call it"),
    Rule("LINK306", "leftover-placeholder", "a template was not filled in"),
    Rule("LINK307", "local-file", "the file is on the writer's computer, not on the reader's"),
    Rule("LINK401", "redirected-link", "a redirect costs time, and ends one day", _W),
    Rule("LINK402", "redirect-loop", "redirects in a circle end in an error page"),
    Rule("LINK403", "plain-http", "others can read and change what is sent over plain http", _W),
    Rule("LINK404", "mixed-content", "browsers refuse plain http inside an https page"),
    Rule("LINK405", "protocol-relative", "the scheme left out may be plain http", _W),
    Rule("LINK406", "needs-html-ending", "only some hosts add the .html", _W),
    Rule("LINK407", "double-slash", "only some hosts take two slashes for one", _W),
    Rule("LINK408", "backslash", "only browsers take a backslash for a slash", _W),
    Rule("LINK501", "duplicate-id", "a link can lead to the first of them only", _W),
    Rule("LINK901", "not-utf-8", "readers would see wrong characters"),
    Rule("LINK902", "symbolic-link", "hosts do not follow a symbolic link out of the site"),
    Rule("LINK903", "unreadable-file", "what cannot be read cannot be checked"),
    Rule("LINK904", "malformed-file", "a sitemap, manifest or _redirects file is not understood"),
    Rule("LINK905", "no-pages", "there is nothing to check, perhaps in the wrong folder"),
    Rule("LINK906", "more-faults", "nobody reads thousands of faults in one file"),
)

BY_CODE = {rule.code: rule for rule in RULES}
