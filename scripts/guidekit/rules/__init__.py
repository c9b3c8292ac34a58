"""What content must hold beyond its form: one rule to a file.

Each module has `RULE`, a `guidekit.diagnostics.Rule` with its examples, and
`check(site)`, which yields a diagnostic for each place where the rule is broken. Rules
read the model only: they never touch the disk and never print.
"""
