"""Comments to guidekit are for the check; no reader gets them."""

from pathlib import Path

from markdown import Markdown

EXCUSE = "<!-- guidekit: allow LINK101 because it comes soon -->"


def render(text: str, docs: Path) -> str:
    configs = {"guidekit.markdown": {"docs_dir": str(docs)}}
    names = ["pymdownx.superfences", "guidekit.markdown"]
    return Markdown(extensions=names, extension_configs=configs).convert(text)


def test_no_reader_gets_a_comment_and_emails_beside_it_stay_together(golden_docs: Path) -> None:
    fence = "```email\nSubject: Thanks\nTone: {tone}\n\nHello,\n```"
    comment = "<!-- guidekit: allow MAIL114 because it is an example -->"
    text = f"{fence.format(tone='warm')}\n\n{comment}\n\n{fence.format(tone='formal')}\n"
    html = render(text, golden_docs)
    assert "guidekit:" not in html
    assert html.count("<email-template") == 1


def test_comment_in_a_fence_is_shown(golden_docs: Path) -> None:
    assert "guidekit: allow" in render(f"```text\n{EXCUSE}\n```\n", golden_docs)
