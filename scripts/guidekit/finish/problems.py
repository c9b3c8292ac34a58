"""What can stop the finishing of a site."""

from guidekit.diagnostics import Diagnostic, Rule

NOT_A_SITE = Rule("SITE001", "not-a-site", "Only a built site can be finished.")
UNREADABLE_CODE = Rule(
    "SITE002", "unreadable-code", "A script or style that cannot be read would fail in the browser."
)
PAGE_WITHOUT_POLICY = Rule(
    "SITE003",
    "page-without-policy",
    "A page without the policy runs what somebody slipped in.",
)

NOT_ALLOWED = Rule(
    "SITE004", "not-allowed", "What no page needs is how somebody else's code gets in."
)

CANNOT_BE_JOINED = Rule(
    "SITE005",
    "cannot-be-joined",
    "Modules that become one file share their names, and are told apart by how they are written.",
)

RULES = (NOT_A_SITE, UNREADABLE_CODE, PAGE_WITHOUT_POLICY, NOT_ALLOWED, CANNOT_BE_JOINED)


class StepError(Exception):
    """A step cannot be done; holds the problems to report."""

    def __init__(self, *problems: Diagnostic) -> None:
        super().__init__(problems[0].message)
        self.problems = list(problems)
