"""Runs the command line as `python -m guidekit`."""

import sys

from guidekit.cli import main

if __name__ == "__main__":
    sys.exit(main())
