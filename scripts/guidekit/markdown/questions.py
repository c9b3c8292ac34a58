"""Questions as labelled text areas."""

from html import escape

from guidekit.content.items import Item
from guidekit.markdown.html import STATUS, attributes, element


def render_questions(questions: list[Item]) -> str:
    """Return the HTML of a `reflect` fence."""
    parts = [_render_question(question) for question in questions]
    return element("reflect-questions", "\n".join(["", *parts, STATUS, ""]), class_="questions")


def _render_question(question: Item) -> str:
    identifier = f"answer-{question.id}"
    label = element("label", escape(question.label), class_="question__label", for_=identifier)
    area = attributes(
        class_="question__answer",
        id=identifier,
        name=question.id,
        rows="4",
        data_was=question.was,
    )
    return element("div", f"{label}<textarea{area}></textarea>", class_="question")
