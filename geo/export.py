"""The public name of the command of geo.exports: `python -m geo.export --to FILE`; --help says the rest."""

from __future__ import annotations

import sys

from geo.exports.command import main

if __name__ == "__main__":
    sys.exit(main())
