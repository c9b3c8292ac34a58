"""`guidekit rules`: the table of rules, from the code."""

import argparse

from guidekit.commands import CLEAN, Commands


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    rules = commands.add_parser("rules", help="print the table of rules")
    rules.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:  # noqa: ARG001
    from guidekit.registry import families

    for family in families():
        print(f"{family.about} (guidekit {family.command})")
        for rule in family.rules:
            print(f"{rule.code:8}  {rule.severity.value:7}  {rule.name}: {rule.why}")
        print()
    return CLEAN
