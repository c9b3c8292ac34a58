"""The model of the content: text with positions, front matter, emails, checklists, questions.

Both the checks and the Markdown extensions use this model, so that what is checked is
what is built. Nothing here prints, and only `reading`, `registries` and `site` touch the disk.
"""
