"""Replaces email and reflect fences by their HTML before anything else reads them."""

from collections.abc import Iterator

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from guidekit.content.blocks import INTERACTIVE, Blocks, Fence, scan_blocks
from guidekit.content.email import parse_email
from guidekit.content.items import parse_questions
from guidekit.content.registries import Registries
from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic
from guidekit.markdown.composer import render_composer
from guidekit.markdown.html import problem_box
from guidekit.markdown.questions import render_questions


class FencePreprocessor(Preprocessor):
    """Puts rendered HTML in the place of every interactive fence of a page."""

    def __init__(self, md: Markdown, registries: Registries) -> None:
        super().__init__(md)
        self._registries = registries

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with each fence replaced by a placeholder for its HTML."""
        if not any(kind in line for line in lines for kind in INTERACTIVE):
            return lines
        source = SourceText("", "\n".join(lines))
        blocks, problems = scan_blocks(source)
        replaced = list(lines)
        runs = list(_runs(blocks))
        first_questions = next((run for run in runs if run[0].kind == "reflect"), None)
        # From the end, so that the line numbers of earlier runs stay true.
        for number, run in reversed(list(enumerate(runs, 1))):
            is_first = run is first_questions
            html = self._render(run, source, problems, number, is_first=is_first)
            first, last = run[0].line - 1, run[-1].last_line
            replaced[first:last] = ["", self.md.htmlStash.store(html), "", ""]
        return replaced

    def _render(
        self,
        run: list[Fence],
        source: SourceText,
        problems: list[Diagnostic],
        number: int,
        *,
        is_first: bool,
    ) -> str:
        fence = run[0]
        wrong = [p for p in problems if p.span.line == fence.line and not fence.is_interactive]
        if wrong:
            return problem_box(wrong)
        if fence.kind == "reflect":
            questions, wrong = parse_questions(fence, source)
            if wrong:
                return problem_box(wrong)
            return render_questions(questions, self._registries, is_first=is_first)
        parsed = [parse_email(fence, source) for fence in run]
        wrong = [problem for _, found in parsed for problem in found]
        if wrong:
            return problem_box(wrong)
        return render_composer([email for email, _ in parsed], self._registries, number)


def _runs(blocks: Blocks) -> Iterator[list[Fence]]:
    """Yield the fences that become one block of HTML.

    That is one reflect fence, or the versions of an email: emails with nothing but blank
    lines between them.
    """
    words = {line.line for line in blocks.prose if line.text.strip()}
    run: list[Fence] = []
    for fence in blocks.fences:
        if fence.kind not in INTERACTIVE:
            words.add(fence.line)
            continue
        if run and not _continues(run[-1], fence, words):
            yield run
            run = []
        run.append(fence)
    if run:
        yield run


def _continues(previous: Fence, fence: Fence, words: set[int]) -> bool:
    both_emails = previous.kind == fence.kind == "email"
    between = range(previous.last_line + 1, fence.line)
    usable = previous.is_interactive and fence.is_interactive
    return both_emails and usable and not words.intersection(between)
