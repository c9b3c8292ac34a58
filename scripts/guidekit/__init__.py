"""guidekit: turns Markdown into the Bounce Back site, and checks its content and links."""

__version__ = "0.1.0"
