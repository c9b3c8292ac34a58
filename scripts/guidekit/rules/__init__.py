"""What content must hold beyond its form: one rule to a file.

Each module has `RULE`, a `guidekit.diagnostics.Rule` with its examples, and
`check(site)`, which yields a diagnostic for each place where the rule is broken. Rules
read the model only: they never touch the disk and never print.

Pages are checked as they are read, in several processes, so `site` holds some of them only. A
rule that compares pages, or asks whether another page is there, says `NEEDS_ALL_PAGES = True`;
it gets outlines of all of them, without their prose (`Document.outline`).
"""
