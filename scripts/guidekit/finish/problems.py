"""What can stop the finishing of a site."""

from guidekit.diagnostics import Diagnostic, Rule, Span

NOT_A_SITE = Rule("SITE001", "not-a-site", "Only a built site can be finished.")
UNREADABLE_CODE = Rule(
    "SITE002", "unreadable-code", "A script or style that cannot be read would fail in the browser."
)
PAGE_WITHOUT_POLICY = Rule(
    "SITE003",
    "page-without-policy",
    "A page without the policy runs what somebody slipped in.",
)

RULES = (NOT_A_SITE, UNREADABLE_CODE, PAGE_WITHOUT_POLICY)


class StepError(Exception):
    """A step cannot be done; holds the problem to report."""

    def __init__(self, rule: Rule, path: str, message: str, help: str) -> None:
        super().__init__(message)
        self.diagnostic: Diagnostic = rule.at(Span(path), message, help)
