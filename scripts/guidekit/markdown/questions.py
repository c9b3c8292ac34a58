"""Questions as labelled text areas, and below each the place to sort its answer."""

from html import escape

from guidekit.content.items import Item
from guidekit.content.registries import Registries
from guidekit.markdown.html import STATUS, attributes, button, element, word

_INTERVIEW_FIELDS = {"company": "text", "role": "text", "date": "date"}


def render_questions(questions: list[Item], registries: Registries, *, is_first: bool) -> str:
    """Return the HTML of a `reflect` fence.

    The first of a page has the choice of the interview that all its answers are about.
    """
    chooser = [_render_chooser(registries)] if is_first else []
    parts = [_render_question(question, registries) for question in questions]
    content = "\n".join(["", *chooser, *parts, STATUS, ""])
    return element("reflect-questions", content, class_="questions")


def _render_question(question: Item, registries: Registries) -> str:
    identifier = f"answer-{question.id}"
    label = element("label", escape(question.label), class_="question__label", for_=identifier)
    area = attributes(
        class_="question__answer",
        id=identifier,
        name=question.id,
        rows="4",
        data_was=question.was,
    )
    sort = element("summary", word(registries, "sort_answer"))
    sort += element("p", word(registries, "sort_hint"), class_="sort__hint")
    sort += element("ul", "", class_="sort__lines")
    return element(
        "div",
        f"{label}<textarea{area}></textarea>"
        # Shown as soon as there is an answer.
        + element("details", sort, class_="sort js-only", hidden=True),
        class_="question",
        data_question=question.id,
    )


def _render_chooser(registries: Registries) -> str:
    name = element("span", word(registries, "interview_first"), class_="interview__name")
    legend = element("legend", word(registries, "interview_which"))
    fields = [_render_field(key, kind, registries) for key, kind in _INTERVIEW_FIELDS.items()]
    add = button(word(registries, "interview_add"), "new-interview")
    parts = [
        element("summary", f"{word(registries, 'interview_about')} {name}"),
        element("p", word(registries, "interview_hint"), class_="interview__hint"),
        element("fieldset", legend, class_="interview__choices", hidden=True),
        element("div", "".join(fields), class_="interview__fields"),
        element("p", add, class_="interview__add"),
    ]
    return element("details", "".join(parts), class_="interview js-only")


def _render_field(key: str, kind: str, registries: Registries) -> str:
    label = element("span", word(registries, f"interview_{key}"), class_="field__label")
    control = attributes(
        class_="field__input", name=f"interview-{key}", type=kind, autocomplete="off"
    )
    return element("label", f"{label}<input{control}>", class_="field")
