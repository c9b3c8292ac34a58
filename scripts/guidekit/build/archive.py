"""The place where a page offers the whole site as one file. The finishing steps make the file."""

from html import escape

from guidekit.content.site import Site


def list_archive(site: Site) -> list[str]:
    """Return the place, which is hidden until there is something to offer."""
    words = escape(site.registries.word("archive_link"))
    return [f'<p class="site-archive" hidden><a>{words}</a></p>']
