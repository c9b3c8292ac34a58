"""What there is on the site to tick and to answer, as JSON for the page of the plan.

The plan lists unfinished checklists and answers from what the browser keeps, and needs the
titles, the number of items and the words of the questions to go with them.
"""

import json
from html import escape
from typing import Any

from guidekit.content.document import Document
from guidekit.content.site import Site

_ID = "outline"


def list_outline(site: Site) -> list[str]:
    """Return an element that holds JSON: every page with items to tick, every one with questions.

    It is no script element: the theme runs those anew when it changes the page, and takes
    their ids away.
    """
    outline = {
        "checklists": [
            {**_listed(page), "items": [task.id for task in page.body.tasks]}
            for page in site.documents.values()
            if page.body.tasks
        ],
        "questions": [
            {**_listed(page), "questions": _questions(page)}
            for page in site.documents.values()
            if page.body.questions
        ],
    }
    text = escape(json.dumps(outline, ensure_ascii=False))
    return [f'<div id="{_ID}" data-outline="{text}" hidden></div>']


def _questions(page: Document) -> list[dict[str, str]]:
    return [{"id": question.id, "label": question.label} for question in page.body.questions]


def _listed(page: Document) -> dict[str, Any]:
    # The name of the page in the browser's records is its address.
    address = page.page.removesuffix(".md").removesuffix("index").rstrip("/")
    return {"page": f"{address}/", "title": page.front_matter.text("title") or page.page}
