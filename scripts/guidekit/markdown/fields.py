"""The fields of the composer: one for each placeholder, with the keyboard it asks for."""

from html import escape

from guidekit.content.email import Email
from guidekit.content.registries import Registries
from guidekit.content.schema import FieldFacts
from guidekit.markdown.html import attributes, button, element, word


def render_fields(emails: list[Email], registries: Registries, number: int) -> str:
    """Return the form with a field for every placeholder of these emails, each once."""
    names = dict.fromkeys(place.name for email in emails for place in email.placeholders)
    first = {place.name for place in emails[0].placeholders}
    known = registries.fields.entries
    fields = [
        element(
            "div",
            _render_field(
                name, known[name], registries, f"field-{number}-{name.replace('_', '-')}"
            ),
            class_="field",
            # The version shown first does not ask for it; nothing jumps when the script starts.
            hidden=name not in first,
        )
        for name in names
        if name in known
    ]
    own = element("p", word(registries, "own_words"), class_="composer__own", hidden=True)
    clear = button(word(registries, "clear_details"), "clear-details", "button button--quiet")
    return element(
        "form",
        "\n".join(["", own, *fields, element("p", clear, class_="composer__clear"), ""]),
        class_="composer__fields js-only",
        aria_label=word(registries, "your_details"),
    )


def _render_field(name: str, facts: FieldFacts, registries: Registries, identifier: str) -> str:
    hint_id = f"{identifier}-hint" if facts.hint else None
    shared = attributes(
        class_="field__input",
        id=identifier,
        name=name,
        placeholder=registries.word("field_example", example=facts.example),
        autocomplete=facts.autocomplete,
        data_required="true" if facts.required else None,
        aria_describedby=hint_id,
        **_keyboard(facts),
    )
    if facts.kind == "multiline":
        control = f'<textarea rows="3"{shared}></textarea>'
    else:
        control = f'<input type="{_input_type(facts)}"{shared}>'
    label = element("label", escape(facts.label), class_="field__label", for_=identifier)
    hint = element("span", escape(facts.hint), class_="field__hint", id=hint_id) if hint_id else ""
    return label + hint + control + _render_suggestions(facts, registries)


def _render_suggestions(facts: FieldFacts, registries: Registries) -> str:
    """Return lines to pick from; the browser adds a picked one to the field."""
    if not facts.suggestions:
        return ""
    items = "".join(
        element(
            "li",
            element(
                "button",
                escape(line),
                class_="suggestion",
                type="button",
                aria_pressed="false",
            ),
        )
        for line in facts.suggestions
    )
    return element(
        "ul",
        items,
        class_="suggestions",
        data_most=str(facts.most_lines),
        aria_label=word(registries, "suggestions"),
    )


def _input_type(facts: FieldFacts) -> str:
    if facts.autocomplete == "tel":
        return "tel"
    return "email" if facts.kind == "email" else "text"


def _keyboard(facts: FieldFacts) -> dict[str, str | None]:
    """Return what a phone needs to show the right keys, and no red lines under names."""
    is_words = _input_type(facts) == "text"
    return {
        "autocapitalize": "words" if facts.proper_name else None if is_words else "none",
        "spellcheck": None if is_words and not facts.proper_name else "false",
        "enterkeyhint": None if facts.kind == "multiline" else "next",
    }
