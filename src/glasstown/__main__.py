"""`python -m glasstown`: the command line."""

from __future__ import annotations

from glasstown.cli.main import main

if __name__ == "__main__":
    main()
