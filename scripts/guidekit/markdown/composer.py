"""An email as a writing desk: the letter with its slots, and a field for each placeholder."""

from html import escape

from guidekit.content.email import Email
from guidekit.content.placeholders import Placeholder, Segment
from guidekit.content.registries import Registries
from guidekit.content.schema import FieldFacts
from guidekit.markdown.html import STATUS, attributes, element, word

_COPY_WORD = {
    "email": "copy_email",
    "message": "copy_message",
    "letter": "copy_letter",
    "call": "copy_script",
    "voicemail": "copy_script",
}
_VARIANT_WORDS = ("channel", "to", "tone", "length")


def render_composer(emails: list[Email], registries: Registries, number: int) -> str:
    """Return the HTML of the versions of one email.

    `number` tells the composers of a page apart; it is part of the ids of their fields.
    """
    names = [_variant_name(email, emails, registries) for email in emails]
    letters = [
        _render_letter(email, name, registries) for email, name in zip(emails, names, strict=True)
    ]
    desk = [
        _render_choices(emails, names, registries, number),
        *letters,
        _render_actions(emails, registries),
        STATUS,
    ]
    parts = [
        _render_fields(emails, registries, number),
        element("div", "\n".join(part for part in desk if part), class_="composer__desk"),
    ]
    return element("email-template", "\n".join(["", *parts, ""]), class_="composer")


def _variant_id(email: Email) -> str:
    return "-".join(email.variant)


def _variant_name(email: Email, emails: list[Email], registries: Registries) -> str:
    """Name a version by what tells it from the others: `Warm, short`."""
    values = zip(_VARIANT_WORDS, email.variant, strict=True)
    words = [
        word(registries, f"{what}_{value.replace('-', '_')}")
        for index, (what, value) in enumerate(values)
        if len({other.variant[index] for other in emails}) > 1
    ]
    name = ", ".join(words)
    return name[:1].upper() + name[1:]


def _render_choices(
    emails: list[Email], names: list[str], registries: Registries, number: int
) -> str:
    if len(emails) == 1:
        return ""
    choices = [element("legend", word(registries, "choose_version"))]
    for email, name in zip(emails, names, strict=True):
        radio = attributes(
            type="radio",
            name=f"variant-{number}",
            value=_variant_id(email),
            checked=email is emails[0],
        )
        choices.append(element("label", f"<input{radio}> <span>{name}</span>", class_="choice"))
    return element("fieldset", "".join(choices), class_="composer__variants js-only")


def _render_letter(email: Email, name: str, registries: Registries) -> str:
    parts = []
    if name:
        parts.append(element("h3", name, class_="letter__name"))
    if email.subject:
        label = element("span", word(registries, "subject"), class_="letter__label")
        subject = element("span", _render_line(email.subject), data_part="subject")
        parts.append(element("p", f"{label} {subject}", class_="letter__subject"))
    lines = "\n".join(_render_line(line) for line in email.body)
    parts.append(element("div", lines, class_="letter__body", data_part="body"))
    return element(
        "section",
        "\n".join(parts),
        class_="letter",
        data_variant=_variant_id(email),
        data_channel=email.channel,
        aria_label=name or None,
    )


def _render_line(segments: list[Segment]) -> str:
    return "".join(
        element("mark", escape(segment.shown), class_="slot", data_field=segment.name)
        if isinstance(segment, Placeholder)
        else escape(segment)
        for segment in segments
    )


def _render_fields(emails: list[Email], registries: Registries, number: int) -> str:
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
    return element(
        "form",
        "\n".join(["", *fields, ""]),
        class_="composer__fields js-only",
        aria_label=word(registries, "your_details"),
    )


_INPUT_TYPES = {"text": "text", "date": "text", "email": "email"}


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
    )
    if facts.kind == "multiline":
        control = f'<textarea rows="3"{shared}></textarea>'
    else:
        control = f'<input type="{_INPUT_TYPES[facts.kind]}"{shared}>'
    label = element("label", escape(facts.label), class_="field__label", for_=identifier)
    hint = element("span", escape(facts.hint), class_="field__hint", id=hint_id) if hint_id else ""
    return label + hint + control


def _render_actions(emails: list[Email], registries: Registries) -> str:
    copy = word(registries, _COPY_WORD[emails[0].channel])
    buttons = [_button(copy, "copy", "button button--primary")]
    if any(email.subject for email in emails):
        buttons.append(_button(word(registries, "copy_subject"), "copy-subject", "button"))
        buttons.append(_button(word(registries, "copy_body"), "copy-body", "button"))
    return element("div", "".join(buttons), class_="composer__actions js-only")


def _button(words: str, action: str, classes: str) -> str:
    return element("button", words, class_=classes, type="button", data_action=action)
