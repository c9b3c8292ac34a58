"""An email as a writing desk: the letter with its slots, and a field for each placeholder."""

from html import escape

from guidekit.content.email import Email
from guidekit.content.placeholders import Placeholder, Segment
from guidekit.content.registries import Registries
from guidekit.markdown.fields import render_fields
from guidekit.markdown.html import STATUS, attributes, button, element, word
from guidekit.markdown.reminders import render_reminders

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
        _render_editor(emails, registries, number),
        _render_actions(emails, registries, number),
        STATUS,
    ]
    parts = [
        render_fields(emails, registries, number),
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


def _render_actions(emails: list[Email], registries: Registries, number: int) -> str:
    channel = emails[0].channel
    has_subject = any(email.subject for email in emails)
    rows = [
        button(word(registries, _COPY_WORD[channel]), "copy", "button button--primary"),
        button(word(registries, "edit_text"), "edit"),
        _render_more(_more_actions(channel, has_subject=has_subject), registries),
        render_reminders(registries, number),
    ]
    return element("div", "".join(rows), class_="composer__actions js-only")


def _more_actions(channel: str, *, has_subject: bool) -> list[str]:
    """Return the further actions for a channel, in the order in which they help most."""
    parts = ["copy-subject", "copy-body"] if has_subject else []
    sending = ["mail", "gmail", "outlook", "eml"] if channel == "email" else []
    return [*parts, *sending, "print"]


def _render_more(actions: list[str], registries: Registries) -> str:
    buttons = [button(word(registries, action.replace("-", "_")), action) for action in actions]
    content = element("summary", word(registries, "more_actions"), class_="button")
    content += element("div", "".join(buttons), class_="composer__more-actions")
    if "gmail" in actions:
        content += element("p", word(registries, "webmail_note"), class_="composer__note")
    return element("details", content, class_="composer__more")


def _render_editor(emails: list[Email], registries: Registries, number: int) -> str:
    """Return the place where the reader changes the words freely; shown when they ask for it."""
    parts = []
    if any(email.subject for email in emails):
        parts.append(_edit_field("subject", registries, number))
    parts.append(_edit_field("body", registries, number))
    parts.append(element("p", "", class_="tone__count", role="status"))
    parts.append(element("ul", "", class_="tone", data_part="tone"))
    back = button(word(registries, "back_to_template"), "template")
    parts.append(element("p", back, class_="composer__back"))
    return element("div", "".join(parts), class_="composer__editor js-only", hidden=True)


def _edit_field(part: str, registries: Registries, number: int) -> str:
    shared = attributes(class_="field__input", id=f"edit-{number}-{part}", data_edit=part)
    key = "subject" if part == "subject" else "your_text"
    label = element(
        "label", word(registries, key), class_="field__label", for_=f"edit-{number}-{part}"
    )
    if part == "subject":
        control = f'<input type="text" autocomplete="off"{shared}>'
    else:
        control = f'<textarea rows="14" autocomplete="off"{shared}></textarea>'
    return element("div", label + control, class_="field")
