"""Below an email: a reminder for tomorrow, in two weeks, or in six months."""

from guidekit.content.registries import Registries
from guidekit.markdown.html import attributes, button, element, word

_WHEN = ("answer", "nudge", "again")
_WAYS = ("remind-plan", "remind-ics", "remind-google", "remind-outlook")


def render_reminders(registries: Registries, number: int) -> str:
    """Return the choice of a reminder, folded; `number` tells the composers of a page apart."""
    legend = element("legend", word(registries, "remind_when"))
    choices = [_render_choice(when, registries, number) for when in _WHEN]
    ways = [button(word(registries, way.replace("-", "_")), way) for way in _WAYS]
    parts = [
        element("summary", word(registries, "remind"), class_="button"),
        element("fieldset", legend + "".join(choices), class_="composer__when"),
        element("div", "".join(ways), class_="composer__more-actions"),
        element("p", word(registries, "remind_note"), class_="composer__note"),
    ]
    return element("details", "".join(parts), class_="composer__remind")


def _render_choice(when: str, registries: Registries, number: int) -> str:
    radio = attributes(type="radio", name=f"remind-{number}", value=when, checked=when == _WHEN[0])
    words = element("span", word(registries, f"remind_when_{when}"))
    return element("label", f"<input{radio}> {words}", class_="choice")
