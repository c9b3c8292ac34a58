"""The Python-Markdown extension: the model of the content as HTML, complete without JavaScript.

`mkdocs.yml` names it (`guidekit.markdown`); any engine that runs Python-Markdown
extensions can use it. It renders what `guidekit.content` parses and parses nothing itself.
"""

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from guidekit.markdown.citations import CitationNotes, CitationPattern
from guidekit.markdown.comments import CommentPreprocessor
from guidekit.markdown.context import load_context
from guidekit.markdown.fences import FencePreprocessor
from guidekit.markdown.tables import TableAlignment
from guidekit.markdown.tasks import TaskListTreeprocessor

_CUSTOM_ELEMENTS = ("task-checklist", "reflect-questions", "email-template", "card-filter")


class GuidekitExtension(Extension):
    """Renders checklists, questions, emails, citations and the alignment of tables.

    Option `docs_dir`: where `_data/` is, seen from the working directory.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {"docs_dir": ["docs", "the folder that holds _data/"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Register the processors, each before the built-in one that would take its text."""
        context = load_context(self.getConfig("docs_dir"))
        md.block_level_elements.extend(_CUSTOM_ELEMENTS)
        md.preprocessors.register(CommentPreprocessor(md), "guidekit_comments", 28)
        md.preprocessors.register(FencePreprocessor(md, context), "guidekit_fences", 27)
        md.inlinePatterns.register(CitationPattern(md), "guidekit_citation", 175)
        md.treeprocessors.register(TaskListTreeprocessor(md, context), "guidekit_tasks", 25)
        md.treeprocessors.register(TableAlignment(md), "guidekit_tables", 20)
        md.treeprocessors.register(CitationNotes(md, context), "guidekit_citations", 15)


def makeExtension(**options: Any) -> GuidekitExtension:  # noqa: N802  (Python-Markdown's name)
    """Return the extension, as Python-Markdown asks for it."""
    return GuidekitExtension(**options)
