"""A target on its way through the checks."""

from typing import NamedTuple

from guidekit.links.base import Base
from guidekit.links.uses import Use


class Target(NamedTuple):
    """A target on its way through the checks."""

    shown: str  # as the page writes it
    value: str  # as a browser reads it
    use: Use
    base: Base

    @property
    def folder(self) -> str:
        """The folder of the site that the target is seen from."""
        return self.base.folders[0] if self.base.folders else ""
