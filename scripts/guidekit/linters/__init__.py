"""Well-kept linters that run over the content: typos for spelling, rumdl for Markdown style.

Both are programs, so nothing here knows the model of the content. They start while the content
is read, and what they find becomes diagnostics like any other (`guidekit.checking`).
"""
