"""Takes comments to guidekit out of a page: they are for the check, and no reader gets them."""

from markdown.preprocessors import Preprocessor

from guidekit.content.blocks import scan_blocks
from guidekit.content.source import SourceText


class CommentPreprocessor(Preprocessor):
    """Leaves out every line that is a comment to guidekit."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the other lines."""
        if not any("<!-- guidekit: " in line for line in lines):
            return lines
        blocks, _ = scan_blocks(SourceText("", "\n".join(lines)))
        comments = {comment.line for comment in blocks.comments}
        return [line for number, line in enumerate(lines, 1) if number not in comments]
