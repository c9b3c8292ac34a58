"""One page of `docs/`: its front matter and everything a check or a page needs from its body."""

from copy import copy
from dataclasses import dataclass, field
from functools import cached_property

from guidekit.content.addresses import Address, find_addresses
from guidekit.content.blocks import Fence, Prose, scan_blocks
from guidekit.content.comments import Excuse, parse_comments
from guidekit.content.email import Email, parse_email
from guidekit.content.fences import check_fences
from guidekit.content.frontmatter import FrontMatter, parse_front_matter
from guidekit.content.inline import (
    Citation,
    Heading,
    Link,
    find_citations,
    find_headings,
    find_links,
)
from guidekit.content.items import (
    Item,
    looks_like_task,
    parse_checklist,
    parse_questions,
)
from guidekit.content.live import find_live
from guidekit.content.sentences import Sentence, find_sentences
from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic


@dataclass
class Body:
    """What the text below the front matter holds, in the order of the page.

    `prose` is what is plainly text; `live` is everything in which the engine may find HTML.
    """

    fences: list[Fence] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)
    live: list[Prose] = field(default_factory=list)
    emails: list[Email] = field(default_factory=list)
    tasks: list[Item] = field(default_factory=list)
    questions: list[Item] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    excuses: list[Excuse] = field(default_factory=list)

    @property
    def items(self) -> list[Item]:
        """Everything with an id under which the browser keeps something."""
        return [*self.tasks, *self.questions]

    @property
    def has_items(self) -> bool:
        """Whether the page offers something to tick or answer, be it well formed or not."""
        return (
            bool(self.items)
            or any(fence.kind == "reflect" for fence in self.fences)
            or any(looks_like_task(line.text) for line in self.prose)
        )


@dataclass
class Document:
    """A page.

    `page` is its path inside `docs/` (`emails/thank-you.md`), `source.path` the name
    under which problems are reported. `problems` is what was wrong with its form.
    """

    page: str
    source: SourceText
    front_matter: FrontMatter
    body: Body
    problems: list[Diagnostic] = field(default_factory=list)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Every sentence of the prose, quotes left out."""
        return list(find_sentences(self.body.prose, self.source))

    def outline(self) -> "Document":
        """Return the page without its prose: all that may be asked of it from elsewhere.

        It is quick to hand on to another process.
        """
        body = copy(self.body)
        del body.prose, body.live, body.addresses
        source = SourceText(self.source.path, self.source.text)
        return Document(self.page, source, self.front_matter, body)

    @property
    def section(self) -> str:
        """The folder that decides the type of the page; empty at the top of `docs/`."""
        return self.page.partition("/")[0] if "/" in self.page else ""

    @property
    def is_index(self) -> bool:
        """Whether this is the page of its folder, not one of the folder's pages."""
        return self.page.rpartition("/")[2] == "index.md"

    @cached_property
    def type(self) -> str:
        """The content type: `guides`, `checklists`, `emails`, or empty for any other page."""
        return self.section if self.section in CONTENT_TYPES and not self.is_index else ""


CONTENT_TYPES = ("guides", "checklists", "emails")


def parse_document(source: SourceText, page: str) -> Document:
    """Parse a page whose path inside `docs/` is `page`."""
    section = page.partition("/")[0] if "/" in page and not page.endswith("/index.md") else ""
    front_matter, problems = parse_front_matter(source, section)
    body, body_problems = parse_body(source, front_matter.body_line)
    return Document(page, source, front_matter, body, problems + body_problems)


def parse_body(source: SourceText, first_line: int = 1) -> tuple[Body, list[Diagnostic]]:
    """Parse the Markdown of a page from `first_line` on."""
    blocks, problems = scan_blocks(source, first_line)
    problems += check_fences(blocks, source)
    body = Body(blocks.fences, blocks.prose, live=find_live(blocks))
    for fence in blocks.fences:
        if fence.is_interactive and fence.kind == "email":
            email, wrong = parse_email(fence, source)
            body.emails.append(email)
            problems += wrong
        elif fence.is_interactive:
            questions, wrong = parse_questions(fence, source)
            body.questions += questions
            problems += wrong
    body.excuses, wrong = parse_comments(blocks, source, first_line)
    problems += wrong
    body.tasks, wrong = parse_checklist(blocks.prose, source)
    body.headings = find_headings(blocks.prose, source)
    body.links = find_links(blocks.prose, source)
    body.addresses = find_addresses(body.live, source)
    body.citations = find_citations(blocks.prose, source)
    return body, problems + wrong
